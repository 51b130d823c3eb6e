from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from siteselect.project.file import open_project, save_project
from siteselect.ui.documents import Answer, Documents
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


def test_a_file_that_somebody_changed_is_not_overwritten(
    documents, session, bar, tmp_path, monkeypatch
):
    path = tmp_path / "mine.siteselect"
    answer_file(monkeypatch, "getSaveFileName", path)
    documents.save()
    save_project(replace(session.study, title="Theirs"), path)
    edit(session)
    assert not documents.save()
    assert "changed by somebody else" in bar.text
    assert open_project(path).title == "Theirs"
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


def test_the_question_has_three_answers(documents, monkeypatch):
    kind = QMessageBox.StandardButton
    for button, wanted in (
        (kind.Save, Answer.SAVE),
        (kind.Discard, Answer.DISCARD),
        (kind.Cancel, Answer.CANCEL),
    ):
        monkeypatch.setattr(QMessageBox, "exec", lambda _, button=button: button.value)
        assert documents.ask() is wanted


def test_new_begins_from_the_shipped_sample(documents, session):
    documents.new()
    assert len(session.study.candidates) >= 37
    assert documents.path is None


def test_a_project_of_a_newer_version_opens_to_read(documents, session, tmp_path, bar, monkeypatch):
    path = tmp_path / "newer.siteselect"
    save_project(session.study, path)
    path.write_text(
        path.read_text(encoding="utf-8").replace('"siteselect": 2', '"siteselect": 99', 1),
        encoding="utf-8",
    )
    assert documents.load(path)
    assert documents.state == "read only"
    assert "newer siteselect" in bar.text
    answer_file(monkeypatch, "getSaveFileName", tmp_path / "copy.siteselect")
    assert documents.save()  # under another name
    assert documents.path == Path(tmp_path / "copy.siteselect")
