import os
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from siteselect.files import backup
from siteselect.project.file import open_project, project_text, save_project
from siteselect.project.lock import Lock, holder_of, lock_of
from siteselect.project.recovery import LeftBehind
from siteselect.project.side_folder import pack_project, side_folder
from siteselect.ui import document_questions as questions
from siteselect.ui.document_questions import Answer, Changed, Held
from siteselect.ui.documents import Documents
from siteselect.ui.messages import MessageBar, Messages


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def told():
    return []


@pytest.fixture
def bar(window):
    return MessageBar(window)


@pytest.fixture
def documents(session, settings, window, bar, told):
    return Documents(session, settings, Messages(bar, window), window, lambda: told.append(1))


def edit(session, weight=3.0):
    session.edit(session.study.with_weight("measure_0", weight), "Weight")


def answer_file(monkeypatch, kind, path):
    monkeypatch.setattr(QFileDialog, kind, lambda *_, **__: (str(path), ""))


def test_the_sample_is_not_yet_a_file(documents):
    assert (documents.path, documents.state, documents.modified) == (None, "sample", False)
    assert documents.title == "Relocation"


def test_saving_asks_for_a_file_once_and_makes_the_title_clean(
    documents, session, settings, tmp_path, monkeypatch, told
):
    edit(session)
    assert documents.state == "edited"
    answer_file(monkeypatch, "getSaveFileName", tmp_path / "mine")
    assert documents.save()
    assert documents.path == tmp_path / "mine.siteselect"
    assert documents.state == "saved"
    assert open_project(documents.path) == session.study
    assert settings.recent == (documents.path,)
    assert settings.folder == tmp_path
    edit(session, 4.0)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", None)  # it is not asked again
    assert documents.save()
    assert open_project(documents.path) == session.study
    assert told


def test_undo_back_to_the_saved_state_is_saved(documents, session, tmp_path, monkeypatch):
    answer_file(monkeypatch, "getSaveFileName", tmp_path / "mine.siteselect")
    documents.save()
    edit(session)
    assert documents.modified
    session.history.undo()
    assert not documents.modified


def test_saving_is_given_up(documents, session, monkeypatch):
    edit(session)
    answer_file(monkeypatch, "getSaveFileName", "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert not documents.save()
    assert documents.modified


def test_a_file_is_opened_and_its_history_is_empty(documents, session, tmp_path):
    other = replace(session.study, title="Other").with_weight("measure_1", 1.0)
    save_project(other, tmp_path / "other.siteselect")
    edit(session)
    session.history.setClean()
    documents.open(tmp_path / "other.siteselect")
    assert session.study == other
    assert session.history.count() == 0
    assert documents.title == "Other"


def test_a_damaged_file_is_told_and_the_study_stays(documents, session, bar, tmp_path):
    broken = tmp_path / "broken.siteselect"
    broken.write_text('{"siteselect": 1', encoding="utf-8")
    before = session.study
    assert not documents.load(broken)
    assert "broken.siteselect" in bar.text
    assert session.study is before
    assert documents.path is None


def their_file(documents, session, tmp_path, monkeypatch, answer):
    """A project that somebody else has saved since, and an answer to what becomes of it."""
    path = tmp_path / "mine.siteselect"
    answer_file(monkeypatch, "getSaveFileName", path)
    documents.save()
    edit(session)
    path.write_text(project_text(replace(session.study, title="Theirs")), encoding="utf-8")
    monkeypatch.setattr(questions, "ask_changed", lambda *_: answer)
    return path


@pytest.mark.parametrize("answer", [Changed.CANCEL, Changed.COPY, Changed.RELOAD])
def test_a_file_that_somebody_changed_is_not_overwritten_unasked(
    documents, session, tmp_path, monkeypatch, answer
):
    path = their_file(documents, session, tmp_path, monkeypatch, answer)
    mine = session.study
    answer_file(monkeypatch, "getSaveFileName", tmp_path / "copy.siteselect")
    assert documents.save() is (answer is Changed.COPY)
    assert open_project(path).title == "Theirs"
    assert documents.modified is (answer is Changed.CANCEL)
    if answer is Changed.COPY:
        assert open_project(tmp_path / "copy.siteselect") == mine
    if answer is Changed.RELOAD:
        assert session.study.title == "Theirs"


def test_a_file_that_somebody_changed_is_overwritten_when_asked_and_kept_as_backup(
    documents, session, tmp_path, monkeypatch
):
    path = their_file(documents, session, tmp_path, monkeypatch, Changed.OVERWRITE)
    assert documents.save()
    assert open_project(path) == session.study
    assert open_project(backup(path, 1)).title == "Theirs"


def test_a_change_on_disk_is_told_and_can_be_reloaded_or_left(
    documents, session, tmp_path, monkeypatch
):
    path = their_file(documents, session, tmp_path, monkeypatch, Changed.CANCEL)
    documents.watch.look()
    assert documents.states.text == "mine.siteselect was changed on disk by another program."
    keep = documents.states.buttons[1]
    keep.click()
    assert documents.states.text == ""
    documents.watch.look()
    assert documents.states.text == ""  # told once
    path.write_text(project_text(replace(session.study, title="Theirs again")), encoding="utf-8")
    documents.watch.look()
    monkeypatch.setattr(questions, "ask_reload", lambda *_: False)
    documents.states.buttons[0].click()
    assert session.study.title == "Relocation"
    monkeypatch.setattr(questions, "ask_reload", lambda *_: True)
    documents.states.buttons[0].click()
    assert session.study.title == "Theirs again"
    assert documents.states.text == ""


def test_a_file_that_is_gone_is_told_and_saved_again(documents, session, tmp_path, monkeypatch):
    answer_file(monkeypatch, "getSaveFileName", tmp_path / "mine.siteselect")
    documents.save()
    documents.path.unlink()
    documents.watch.look()
    assert "no longer where it was opened" in documents.states.text
    documents.states.buttons[0].click()
    assert open_project(documents.path) == session.study


@pytest.fixture
def held(tmp_path, session):
    """A project that another process has open."""
    path = tmp_path / "held.siteselect"
    save_project(replace(session.study, title="Held"), path)
    lock = Lock.take(lock_of(path))
    text = lock.path.read_text().replace(f'"pid": {os.getpid()}', '"pid": 1')
    lock.path.write_text(re.sub('"born": "[0-9]*"', '"born": ""', text))
    return path


def test_a_project_that_is_open_elsewhere_is_read_or_left(
    documents, session, held, monkeypatch, tmp_path
):
    asked = []
    answers = [Held.CANCEL, Held.READ]
    monkeypatch.setattr(
        questions, "ask_held", lambda *told: (asked.append(told), answers.pop(0))[1]
    )
    assert not documents.load(held)
    assert session.study.title == "Relocation"
    assert documents.load(held)
    assert "in another window of this machine" in asked[0][1]
    assert documents.state == "read only"
    assert "open elsewhere" in documents.states.text
    answer_file(monkeypatch, "getSaveFileName", tmp_path / "copy.siteselect")
    documents.states.buttons[0].click()
    assert documents.state == "saved"
    assert documents.path.name == "copy.siteselect"
    assert documents.states.text == ""
    assert open_project(held).title == "Held"


@pytest.mark.parametrize("later", [False, True])
def test_a_project_that_is_open_elsewhere_can_be_taken_over(
    documents, session, held, monkeypatch, later
):
    monkeypatch.setattr(questions, "ask_held", lambda *_: Held.READ if later else Held.SEIZE)
    documents.load(held)
    if later:
        documents.states.buttons[1].click()
    assert not documents.read_only
    edit(session)
    assert documents.save()
    assert holder_of(held).mine
    documents.close()
    assert holder_of(held) is None


def test_the_file_is_free_for_others_when_another_is_opened(documents, session, tmp_path):
    one, two = tmp_path / "one.siteselect", tmp_path / "two.siteselect"
    for path in (one, two):
        save_project(session.study, path)
    documents.load(one)
    assert holder_of(one).mine
    documents.load(two)
    assert holder_of(one) is None
    assert holder_of(two).mine
    documents.load(two)
    assert holder_of(two).mine
    documents.close()
    assert sorted(each.name for each in tmp_path.iterdir() if each.suffix == ".lock") == []


def test_the_last_good_copy_of_a_damaged_project_is_offered(documents, session, tmp_path):
    path = tmp_path / "mine.siteselect"
    for title in ("One", "Two", "Three"):
        save_project(replace(session.study, title=title), path)
    backup(path, 1).write_text("{", encoding="utf-8")
    path.write_text("{", encoding="utf-8")
    assert not documents.load(path)
    assert "mine.siteselect cannot be read. A copy of " in documents.states.text
    documents.states.buttons[0].click()
    assert session.study.title == "One"
    assert documents.modified
    assert documents.path is None
    documents.load(path)
    documents.states.buttons[1].click()
    assert documents.states.text == ""


def test_a_packed_project_is_unpacked_and_opened(documents, session, tmp_path, monkeypatch):
    project = tmp_path / "mine.siteselect"
    pack_project(session.study, project, tmp_path / "mine.siteselect.zip")
    answers = iter(["", str(tmp_path / "out")])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(answers))
    documents.open(tmp_path / "mine.siteselect.zip")
    assert documents.path is None
    documents.open(tmp_path / "mine.siteselect.zip")
    assert documents.path == tmp_path / "out" / "mine" / "mine.siteselect"


def test_a_packed_project_that_is_damaged_is_told(documents, bar, tmp_path, monkeypatch):
    (tmp_path / "mine.zip").write_bytes(b"no zip")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    documents.open(tmp_path / "mine.zip")
    assert "is damaged, or no zip file" in bar.text


def test_layers_beside_a_project_follow_it_to_another_name(
    documents, session, tmp_path, monkeypatch
):
    answer_file(monkeypatch, "getSaveFileName", tmp_path / "one.siteselect")
    documents.save()
    side_folder(documents.path).mkdir()
    (side_folder(documents.path) / "grid.fgb").write_bytes(b"fgb")
    answer_file(monkeypatch, "getSaveFileName", tmp_path / "two.siteselect")
    documents.save_as()
    assert (side_folder(tmp_path / "two.siteselect") / "grid.fgb").read_bytes() == b"fgb"


def left(session, project, digest=None):
    changed = session.study.with_weight("measure_0", 9.0)
    return LeftBehind(Path("x"), changed, project, digest, datetime.now(UTC), ("Weight",))


def test_recovered_work_is_an_edit_over_its_file(documents, session, tmp_path):
    path = tmp_path / "mine.siteselect"
    digest = save_project(session.study, path)
    found = left(session, path, digest)
    documents.recover(found)
    assert session.study == found.study
    assert documents.path == path
    assert documents.modified
    assert open_project(path) != found.study  # never written over by itself
    session.history.undo()
    assert session.study == open_project(path)
    session.history.redo()
    assert documents.save()
    assert open_project(path) == found.study


def test_recovered_work_of_the_project_that_is_open_here_keeps_its_lock(
    documents, session, tmp_path
):
    path = tmp_path / "mine.siteselect"
    digest = save_project(session.study, path)
    documents.load(path)
    documents.recover(left(session, path, digest))
    assert not documents.read_only
    assert holder_of(path).mine


def test_recovered_work_asks_before_it_goes_over_what_others_saved(
    documents, session, tmp_path, monkeypatch
):
    path = tmp_path / "mine.siteselect"
    digest = save_project(session.study, path)
    found = left(session, path, digest)
    save_project(replace(session.study, title="Theirs"), path)
    documents.recover(found)
    monkeypatch.setattr(questions, "ask_changed", lambda *_: Changed.CANCEL)
    assert not documents.save()
    assert open_project(path).title == "Theirs"


@pytest.mark.parametrize("gone", [True, False])
def test_recovered_work_without_a_file_is_not_saved_yet(documents, session, tmp_path, gone):
    found = left(session, tmp_path / "gone.siteselect" if gone else None)
    documents.recover(found)
    assert session.study == found.study
    assert documents.path is None
    assert documents.modified


@pytest.mark.parametrize(
    ("answer", "leaves", "saved"),
    [(Answer.SAVE, True, True), (Answer.DISCARD, True, False), (Answer.CANCEL, False, False)],
)
def test_unsaved_changes_are_asked_about(
    documents, session, tmp_path, monkeypatch, answer, leaves, saved
):
    edit(session)
    path = tmp_path / "mine.siteselect"
    answer_file(monkeypatch, "getSaveFileName", path)
    monkeypatch.setattr(documents, "ask", lambda: answer)
    assert documents.may_leave() is leaves
    assert path.exists() is saved


def test_the_sample_and_a_new_study_are_no_files(documents, session):
    documents.sample()
    assert len(session.study.candidates) >= 37
    assert (documents.path, documents.state) == (None, "sample")
    documents.begin(replace(session.study, title="Mine"))
    assert (documents.path, documents.state) == (None, "not saved yet")


def test_a_project_of_a_newer_version_opens_to_read(documents, session, tmp_path, bar, monkeypatch):
    path = tmp_path / "newer.siteselect"
    save_project(session.study, path)
    path.write_text(
        path.read_text(encoding="utf-8").replace('"siteselect": 2', '"siteselect": 99', 1),
        encoding="utf-8",
    )
    assert documents.load(path)
    assert documents.state == "read only"
    assert "newer siteselect" in documents.states.text
    answer_file(monkeypatch, "getSaveFileName", tmp_path / "copy.siteselect")
    assert documents.save()  # under another name
    assert documents.path == Path(tmp_path / "copy.siteselect")
