import os
import re
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from siteselect.project.file import open_project, save_project
from siteselect.project.recovery import left_behind
from siteselect.ui.dialogs.recovery import RecoveryDialog
from siteselect.ui.document_questions import Answer
from siteselect.ui.documents import Documents
from siteselect.ui.messages import MessageBar, Messages
from siteselect.ui.recovery import EVERY_MS, Recovery, changes_of, unsaved_steps
from tests.project.test_recovery import crash


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(window):
    return MessageBar(window)


@pytest.fixture
def documents(session, settings, window, bar):
    return Documents(session, settings, Messages(bar, window), window, lambda: None)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "recovery"


@pytest.fixture
def recovery(session, documents, tasks, window, bar, folder):
    made = Recovery(session, documents, tasks, Messages(bar, window), folder, window)
    yield made
    tasks.close()
    made.close()


def edit(session, weight=3.0, text="Weight"):
    session.edit(session.study.with_weight("measure_0", weight), text)


def copies(folder):
    return sorted(folder.glob("*.recovery"))


def kill(folder):
    """Let the window be dead: as its lock would say after a crash."""
    for lock in folder.glob("*.lock"):
        text = lock.read_text()
        if text:
            lock.write_text(re.sub(r'"pid": \d+', '"pid": 4194999', text))


def test_a_change_is_kept_within_a_minute(qtbot, recovery, session, folder):
    assert EVERY_MS <= 55_000
    assert not recovery.due
    edit(session)
    assert recovery.due
    assert recovery._due.interval() == EVERY_MS
    left = recovery._due.remainingTime()
    edit(session, 4.0)
    assert recovery._due.remainingTime() <= left  # more edits put it off no further
    recovery._due.setInterval(1)
    recovery._due.start()
    qtbot.waitUntil(lambda: bool(copies(folder)))
    kill(folder)
    (found,) = left_behind(folder)
    assert found.study == session.study
    assert found.edits == ("Weight", "Weight")


def test_a_change_is_kept_at_once_when_another_program_comes_to_the_front(
    qtbot, recovery, session, folder, qapp
):
    edit(session)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: bool(copies(folder)))
    assert not recovery.due
    before = copies(folder)[0].stat().st_mtime_ns
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: not recovery._tasks.running)
    assert copies(folder)[0].stat().st_mtime_ns == before  # nothing new, nothing written


@pytest.mark.parametrize("way", ["undo", "save", "open"])
def test_what_is_saved_or_undone_or_left_is_kept_no_more(
    recovery, session, documents, folder, tmp_path, way
):
    edit(session)
    assert recovery.keep_now()
    assert copies(folder)
    if way == "undo":
        session.history.undo()
    elif way == "save":
        documents._write(tmp_path / "a.siteselect")
    else:
        session.open(session.study)
    assert copies(folder) == []
    assert not recovery.due


def test_nothing_is_left_after_a_clean_end(recovery, session, folder):
    edit(session)
    recovery.keep_now()
    recovery.close()
    assert list(folder.iterdir()) == []


def test_what_was_never_changed_is_not_kept(recovery, folder):
    recovery.keep()
    assert not recovery._tasks.running
    assert copies(folder) == []


def test_a_folder_that_takes_nothing_is_told_once(session, documents, tasks, window, bar, tmp_path):
    (tmp_path / "file").touch()
    messages = Messages(bar, window)
    recovery = Recovery(session, documents, tasks, messages, tmp_path / "file" / "x", window)
    assert "Unsaved work cannot be kept aside in" in bar.text
    bar.clear()
    edit(session)
    recovery.keep()
    assert not recovery.keep_now()
    assert bar.text == ""
    recovery.close()


def test_a_full_disk_is_told_once_until_it_works_again(qtbot, recovery, session, bar, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    edit(session)
    with monkeypatch.context() as patched:
        patched.setattr("siteselect.files._write", full)
        recovery.keep()
        qtbot.waitUntil(lambda: "No space left on device" in bar.text)
        bar.clear()
        assert not recovery.keep_now()
        assert bar.text == ""
    recovery.keep()
    qtbot.waitUntil(lambda: not recovery._failing)


def test_the_unsaved_steps_are_those_between_file_and_study(session):
    for weight, text in ((2.0, "One"), (3.0, "Two"), (4.0, "Three")):
        edit(session, weight, text)
    assert unsaved_steps(session.history) == ("One", "Two", "Three")
    session.history.setClean()
    assert unsaved_steps(session.history) == ()
    edit(session, 5.0, "Four")
    assert unsaved_steps(session.history) == ("Four",)
    session.history.undo()
    session.history.undo()
    session.history.undo()
    assert unsaved_steps(session.history) == ("Undo Three", "Undo Two")
    edit(session, 6.0, "Other")  # the saved state cannot be reached any more
    assert unsaved_steps(session.history) == ("One", "Other")


@pytest.fixture
def crashed(tmp_path, folder, session):
    """A project, and a process that edited and was killed."""
    path = tmp_path / "mine.siteselect"
    save_project(session.study, path)
    crash(folder, path, "Crashed title")
    return path


def dialog_of(window):
    return window.findChild(RecoveryDialog)


def test_work_of_a_crash_is_offered_and_taken_up(
    qtbot, recovery, session, documents, window, folder, crashed
):
    before = crashed.read_bytes()
    recovery.offer()
    dialog = dialog_of(window)
    assert dialog.list.count() == 1
    assert "Title: Relocation becomes Crashed title" in dialog.changes.toPlainText()
    assert "Weight of Power price" in dialog.changes.toPlainText()
    assert session.study.title == "Relocation"  # nothing happens by itself
    dialog.recover.click()
    assert session.study.title == "Crashed title"
    assert documents.path == crashed
    assert documents.modified
    assert crashed.read_bytes() == before
    assert [path.stem for path in copies(folder)] == [recovery._keeper.path.stem]
    kill(folder)
    assert [each.study.title for each in left_behind(folder)] == ["Crashed title"]


def test_work_that_cannot_be_kept_anew_is_not_let_go(
    recovery, session, window, folder, crashed, monkeypatch
):
    recovery.offer()
    monkeypatch.setattr(recovery, "keep_now", lambda: False)
    dialog_of(window).recover.click()
    assert session.study.title == "Crashed title"
    assert [each.study.title for each in left_behind(folder)] == ["Crashed title"]


def test_unsaved_changes_here_are_asked_about_first(
    recovery, session, documents, window, crashed, monkeypatch
):
    edit(session)
    recovery.offer()
    monkeypatch.setattr(documents, "ask", lambda: Answer.CANCEL)
    dialog_of(window).recover.click()
    assert session.study.title == "Relocation"
    assert dialog_of(window).isVisible()


def test_several_crashed_windows_are_listed_and_the_others_are_kept(
    recovery, session, window, bar, folder, crashed
):
    crash(folder, crashed, "Second")
    recovery.offer()
    dialog = dialog_of(window)
    assert dialog.list.count() == 2
    dialog.recover.click()
    assert "1 more is kept" in bar.text
    assert len(left_behind(folder)) == 1


def test_work_can_be_written_to_a_file_of_its_own(
    recovery, window, bar, folder, crashed, tmp_path, monkeypatch
):
    recovery.offer()
    dialog = dialog_of(window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "copy"), ""))
    monkeypatch.setattr("siteselect.project.file.write_whole", _full)
    dialog.aside.click()
    assert "No space left" in bar.text
    assert len(left_behind(folder)) == 1
    monkeypatch.undo()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "copy"), ""))
    dialog.aside.click()
    assert open_project(tmp_path / "copy.siteselect").title == "Crashed title"
    assert left_behind(folder) == ()


def _full(*_, **__):
    raise OSError(28, "No space left on device")


def test_a_person_who_asks_is_told_that_there_is_nothing(recovery, window, bar):
    recovery.offer()
    assert bar.text == ""
    recovery.offer(asked=True)
    assert bar.text == "No unsaved work was left behind."
    assert dialog_of(window) is None


def test_what_changed_is_told_against_the_file_as_it_is(folder, crashed):
    (found,) = left_behind(folder)
    changes, since = changes_of(found)
    assert changes == ("Title: Relocation becomes Crashed title",)
    assert since  # the child gave another digest
    crashed.write_text("{")
    assert changes_of(found) == ((), False)
    assert changes_of(replace(found, project=None)) == ((), False)


PROGRAM = """
import os, sys
from PySide6.QtCore import QSettings, QTimer
from pathlib import Path
from siteselect.ui.app import make_app, make_window
from siteselect.ui.settings import Settings
folder, project = Path(sys.argv[1]), Path(sys.argv[2])
app = make_app(["siteselect"])
settings = Settings(QSettings(f"{folder}/s.ini", QSettings.Format.IniFormat))
window = make_window(settings)
window.show()
window.desk.start(project, folder)
session = window.session
def edit():
    session.edit(session.study.with_load(77.0), "Load")
    window.desk.recovery.keep_now()
    print("kept", flush=True)
QTimer.singleShot(0, edit)
app.exec()
"""


def test_a_window_that_is_killed_leaves_its_work_and_its_file_whole(tmp_path):
    """The whole program, killed by the system; the next one finds what was not saved."""
    from siteselect.project.file import sample_study

    project, folder = tmp_path / "mine.siteselect", tmp_path / "recovery"
    save_project(sample_study(), project)
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), str(project)],
        stdout=subprocess.PIPE, text=True, cwd=Path.cwd(),
    )  # fmt: skip
    assert child.stdout.readline() == "kept\n"
    assert left_behind(folder) == ()  # it lives
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    (found,) = left_behind(folder)
    assert found.study == sample_study().with_load(77.0)
    assert found.project == project
    assert found.edits == ("Load",)
    assert open_project(project) == sample_study()
