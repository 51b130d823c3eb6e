import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket

from siteselect.ui.single_instance import Listener, hand_over, name_of_person

CLIENT = """
import sys
from pathlib import Path
from siteselect.ui.single_instance import hand_over
print(hand_over(Path(sys.argv[1]), sys.argv[2]))
"""


@pytest.fixture
def name(tmp_path):
    return f"siteselect-test-{tmp_path.name}"


@pytest.fixture
def opened():
    return []


@pytest.fixture
def listener(qtbot, name, opened):
    owner = QObject()
    made = Listener(name, opened.append, owner)
    yield made
    made.close()
    owner.deleteLater()


def test_a_second_start_hands_its_file_to_the_running_window(
    qtbot, listener, name, opened, tmp_path
):
    assert listener.listening
    path = tmp_path / "мой проект.siteselect"
    child = subprocess.Popen(
        [sys.executable, "-c", CLIENT, str(path), name],
        stdout=subprocess.PIPE, text=True, cwd=Path.cwd(),
    )  # fmt: skip
    qtbot.waitUntil(lambda: opened == [path])
    assert child.communicate()[0].strip() == "True"


def test_without_a_running_window_nothing_is_handed_over(name, tmp_path):
    assert not hand_over(tmp_path / "a", name)


def test_the_first_window_listens_and_the_next_ones_leave_it_to_it(qtbot, listener, name, opened):
    owner = QObject()
    second = Listener(name, opened.append, owner)
    assert not second.listening
    second.close()
    owner.deleteLater()


def test_a_name_left_by_a_crash_is_taken_over(qtbot, name, opened):
    code = (
        "import os, sys, signal\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from PySide6.QtNetwork import QLocalServer\n"
        "app = QCoreApplication([])\n"
        "server = QLocalServer()\n"
        "print(server.listen(sys.argv[1]), flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, name], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "True"
    owner = QObject()
    listener = Listener(name, opened.append, owner)
    assert listener.listening
    listener.close()
    owner.deleteLater()


@pytest.mark.parametrize("said", [b"{\n", b"[]\n", b"7\n", b'{"shut": 1}\n', b"x" * 50_000])
def test_nonsense_opens_nothing(qtbot, listener, name, opened, said):
    socket = QLocalSocket()
    socket.connectToServer(name)
    assert socket.waitForConnected(1000)
    socket.write(said)
    socket.flush()
    qtbot.waitUntil(lambda: socket.state() != QLocalSocket.LocalSocketState.ConnectedState)
    assert opened == []


def test_each_home_of_unsaved_work_has_its_name(monkeypatch, tmp_path):
    first = name_of_person()
    assert first == name_of_person()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert name_of_person() != first
