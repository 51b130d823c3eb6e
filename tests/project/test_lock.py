import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from siteselect.errors import ProjectError
from siteselect.project import lock
from siteselect.project.file import open_project, save_project
from siteselect.project.lock import HeldError, Lock, holder_of, lock_of
from tests.project.test_file import made_study

HOLD = """
import sys
from pathlib import Path
from siteselect.project.lock import Lock
Lock.take(Path(sys.argv[1]))
print("held", flush=True)
input()
"""


@pytest.fixture
def other_window(tmp_path):
    """A living process that holds the lock of `a.siteselect`."""
    path = lock_of(tmp_path / "a.siteselect")
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path.cwd(),
    )  # fmt: skip
    assert child.stdout.readline() == "held\n"
    yield child
    child.kill()
    child.wait()
    for stream in (child.stdin, child.stdout):
        stream.close()


def test_a_lock_is_taken_once_and_given_back(tmp_path):
    path = lock_of(tmp_path / "a.siteselect")
    held = Lock.take(path)
    assert held.kept
    assert holder_of(tmp_path / "a.siteselect").mine
    with pytest.raises(HeldError, match=r"is open already: .* in another window of this machine"):
        Lock.take(path)
    held.release()
    assert not held.kept
    assert holder_of(tmp_path / "a.siteselect") is None
    assert list(tmp_path.iterdir()) == []
    held.release()  # twice is no fault


def test_a_second_writer_is_refused_and_a_dead_one_is_not(tmp_path, other_window):
    path = tmp_path / "a.siteselect"
    with pytest.raises(HeldError) as told:
        Lock.take(lock_of(path))
    assert told.value.holder.pid == other_window.pid
    with pytest.raises(ProjectError, match="is open already"):
        save_project(made_study(), path)
    assert not path.exists()
    other_window.kill()
    os.waitid(os.P_PID, other_window.pid, os.WEXITED | os.WNOWAIT)
    assert holder_of(path) is None
    save_project(made_study(), path)
    assert Lock.take(lock_of(path)).kept
    assert open_project(path) == made_study()


def test_a_person_may_seize_a_lock_and_the_former_holder_saves_no_more(tmp_path, other_window):
    path = lock_of(tmp_path / "a.siteselect")
    mine = Lock.take(path, seize=True)
    assert mine.kept
    assert holder_of(tmp_path / "a.siteselect").mine


def test_what_was_seized_is_not_given_back_by_its_former_holder(tmp_path):
    path = tmp_path / ".a.lock"
    first = Lock.take(path)
    path.write_text(path.read_text().replace(f'"pid": {os.getpid()}', '"pid": 1'))
    assert not first.kept
    first.release()
    assert json.loads(path.read_text())["pid"] == 1


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 3}', "null", "7", '{"pid": "x"}'])
def test_a_lock_that_says_nothing_holds_nobody_off(tmp_path, text):
    path = tmp_path / ".a.lock"
    path.write_text(text)
    assert lock.read_holder(path) is None
    assert Lock.take(path).kept


def test_nothing_is_known_of_another_machine_so_its_lock_stands(tmp_path):
    path = lock_of(tmp_path / "a.siteselect")
    held = Lock.take(path)
    plain = json.loads(path.read_text())
    other = plain | {"host": "dell-7", "user": "anna", "since": "2021-06-02T14:02:00+00:00"}
    path.write_text(json.dumps(other))
    with pytest.raises(
        HeldError, match=r"anna on the machine dell-7, since 2 June 2021, \d\d:\d\d"
    ) as told:
        Lock.take(path)
    assert not told.value.holder.gone
    path.write_text(json.dumps(other | {"since": "long ago"}))
    assert lock.read_holder(path).told == "anna on the machine dell-7"
    assert not held.kept


def test_a_folder_that_takes_no_links_takes_a_lock_all_the_same(tmp_path, monkeypatch):
    def none(*_, **__):
        raise PermissionError

    monkeypatch.setattr(os, "link", none)
    path = tmp_path / ".a.lock"
    held = Lock.take(path)
    assert held.kept
    with pytest.raises(HeldError):
        Lock.take(path)
    assert [each.name for each in tmp_path.iterdir()] == [".a.lock"]


def test_where_no_lock_can_be_made_an_error_says_so(tmp_path):
    with pytest.raises(OSError):
        Lock.take(tmp_path / "gone" / ".a.lock")


def test_a_lock_that_comes_back_for_ever_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(lock, "_put", lambda *_: False)
    with pytest.raises(OSError, match="again and again"):
        Lock.take(tmp_path / ".a.lock")


def test_a_lock_made_anew_while_an_old_one_is_cleared_stays(tmp_path):
    path = tmp_path / ".a.lock"
    path.write_text("new")
    lock._clear(path, "old")
    assert path.read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == [".a.lock"]


def test_a_person_without_a_name_is_somebody(tmp_path, monkeypatch):
    monkeypatch.setattr(lock.getpass, "getuser", lambda: {}["LOGNAME"])
    assert Lock.take(tmp_path / ".a.lock").kept
    assert lock.read_holder(tmp_path / ".a.lock").user == "somebody"


def test_links_in_a_circle_have_no_holder(tmp_path):
    (tmp_path / "a").symlink_to("a")
    assert holder_of(tmp_path / "a") is None
