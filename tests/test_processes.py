import os
import signal
import subprocess
import sys

from siteselect import processes


def test_this_process_lives_and_was_born_once():
    pid = os.getpid()
    assert processes.alive(pid)
    assert processes.alive(pid, processes.birth(pid))
    assert not processes.alive(0)
    assert not processes.alive(-5)


def test_a_number_that_came_round_again_is_another_process(monkeypatch):
    monkeypatch.setattr(processes, "_linux_fields", lambda _: ["S", *"0" * 18, "777", "0"])
    assert processes.birth(os.getpid()) == "777"
    assert processes.alive(os.getpid(), "777")
    assert not processes.alive(os.getpid(), "12345")


def test_a_killed_process_is_dead_before_it_is_buried_and_after():
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    assert processes.alive(child.pid)
    os.kill(child.pid, signal.SIGKILL)
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert not processes.alive(child.pid)
    child.wait()
    child.stdin.close()
    assert not processes.alive(child.pid)


def test_where_the_system_tells_no_fields_a_signal_asks(monkeypatch):
    monkeypatch.setattr(processes, "_linux_fields", lambda pid: [])
    assert processes.alive(os.getpid())
    assert processes.birth(os.getpid()) == ""
    assert not processes.alive(2**22 + 12345)
    monkeypatch.setattr(os, "kill", lambda *_: (_ for _ in ()).throw(PermissionError()))
    assert processes.alive(1)


def test_the_machine_has_a_name():
    assert processes.host()
