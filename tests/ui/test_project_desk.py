from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog

from siteselect.errors import PackError
from siteselect.packs.catalogue import DEFAULT, open_pack
from siteselect.project.file import open_project, save_project
from siteselect.project.lock import holder_of
from siteselect.project.side_folder import unpack_project
from siteselect.project.templates import save_template, templates, templates_folder
from siteselect.ui.dialogs.history import HistoryDialog
from siteselect.ui.dialogs.new_project import FILE, NewProjectDialog
from siteselect.ui.document_questions import Answer
from siteselect.ui.single_instance import hand_over
from siteselect.ui.theme import DARK
from tests.project.test_recovery import crash
from tests.ui.made import make_study


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def desk(window):
    return window.desk


@pytest.fixture
def name(monkeypatch, tmp_path):
    """Templates of this test alone."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def accept(monkeypatch, fill):
    """Answer the next new project dialog as `fill` leaves it."""

    def answer(dialog):
        return fill(dialog) or QDialog.DialogCode.Accepted

    monkeypatch.setattr(NewProjectDialog, "exec", answer)


def test_a_new_project_from_three_choices(desk, window, monkeypatch, name):
    def fill(dialog):
        dialog.title.setText("Mine")
        dialog.scenario.setCurrentText("Low risk")

    accept(monkeypatch, fill)
    desk.new()
    study = window.session.study
    assert (study.title, study.active) == ("Mine", "Low risk")
    assert study.pack == open_pack(DEFAULT).reference
    assert len(study.candidates) > 30
    assert window.documents.state == "not saved yet"


def test_a_table_of_sites_waits_until_its_region_is_read(desk, window, monkeypatch, tmp_path, name):
    taken = []
    desk._take_in = taken.append
    (tmp_path / "sites.csv").touch()

    def fill(dialog):
        dialog.sites[FILE].setChecked(True)
        dialog.file.setText(str(tmp_path / "sites.csv"))

    accept(monkeypatch, fill)
    desk.new()
    assert window.session.study.candidates == ()
    assert taken == []
    desk.ground_came()
    desk.ground_came()
    assert taken == [tmp_path / "sites.csv"]


def test_a_new_project_from_a_template_or_the_sample_or_none(desk, window, monkeypatch, name):
    path = save_template(replace(make_study(), title="T"), "Mine", templates_folder())

    def fill(dialog):
        dialog.title.setText("From mine")
        dialog.template.setCurrentText("Mine")

    accept(monkeypatch, fill)
    desk.new()
    assert window.session.study == replace(make_study(), title="From mine")
    path.write_text("{", encoding="utf-8")
    desk.new()
    assert "is damaged" in window.bar.text
    accept(monkeypatch, lambda dialog: dialog.open_sample.click())
    desk.new()
    assert window.documents.state == "sample"
    assert window.session.study.title == "Relocation 2021"
    monkeypatch.setattr(NewProjectDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    desk.new()
    assert window.session.study.title == "Relocation 2021"
    window.session.edit(replace(window.session.study, title="x"), "Title")
    monkeypatch.setattr(window.documents, "ask", lambda: Answer.CANCEL)
    desk.new()
    assert window.session.study.title == "x"


def ask_name(monkeypatch, text, wanted=True):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (text, wanted))


def test_a_study_becomes_a_template(desk, window, monkeypatch, name):
    ask_name(monkeypatch, "Mine", wanted=False)
    desk.save_template()
    assert templates(templates_folder()) == {}
    ask_name(monkeypatch, " Mine ")
    desk.save_template()
    assert open_project(templates(templates_folder())["Mine"]) == window.session.study
    assert window.bar.text == "Kept as the template Mine."
    ask_name(monkeypatch, "a/b")
    desk.save_template()
    assert "cannot be called" in window.bar.text


def test_a_project_is_packed_under_the_name_asked_for(desk, window, monkeypatch, tmp_path):
    for answer in ("", str(tmp_path / "sent"), str(tmp_path / "none" / "x.zip")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, answer=answer: (answer, ""))
        desk.pack_project()
    assert "cannot be written" in window.bar.text
    again = unpack_project(tmp_path / "sent.siteselect.zip", tmp_path / "out")
    assert open_project(again) == window.session.study


def test_the_title_is_changed_by_a_step_of_undo(desk, window, monkeypatch):
    ask_name(monkeypatch, "  ")
    desk.rename()
    assert window.session.history.count() == 0
    ask_name(monkeypatch, "Другое имя")
    desk.rename()
    assert window.session.study.title == "Другое имя"
    assert window.session.history.undoText() == "Rename the project"


def test_history_is_shown_once_and_again_after_it_was_closed(qtbot, desk, window):
    window.actions_by_key["history"].trigger()
    window.actions_by_key["history"].trigger()
    (dialog,) = window.findChildren(HistoryDialog)
    dialog.accept()
    qtbot.waitUntil(lambda: desk._history is None)
    desk.show_history(DARK)
    assert len(window.findChildren(HistoryDialog)) == 1


def test_a_project_is_pinned_and_unpinned(desk, window, settings, tmp_path):
    desk.pin()
    assert "Save the project first" in window.bar.text
    path = tmp_path / "mine.siteselect"
    save_project(window.session.study, path)
    window.documents.load(path)
    desk.pin()
    assert settings.pinned == {path}
    desk.pin()
    assert settings.pinned == frozenset()


def test_the_last_project_is_opened_when_that_is_wanted(make_window, settings, tmp_path):
    path = tmp_path / "mine.siteselect"
    save_project(replace(make_study(), title="Last"), path)
    settings.remember(path)
    window = make_window(begin=False)
    assert not window.desk.start(None, tmp_path / "recovery")
    window.actions_by_key["reopen_last"].trigger()
    assert settings.reopens
    window.close()
    again = make_window(begin=False)
    assert again.actions_by_key["reopen_last"].isChecked()
    assert again.desk.start(None, tmp_path / "recovery")
    assert again.session.study.title == "Last"
    again.close()
    path.unlink()
    third = make_window(begin=False)
    assert not third.desk.start(None, tmp_path / "recovery")


def test_a_start_keeps_work_offers_what_was_left_and_ends_clean(
    qtbot, make_window, tmp_path, monkeypatch
):
    from siteselect.ui.dialogs.recovery import RecoveryDialog

    project, folder = tmp_path / "mine.siteselect", tmp_path / "recovery"
    save_project(make_study(), project)
    crash(folder, project, "Crashed")
    window = make_window(begin=False)
    assert window.desk.start(project, folder)
    assert window.documents.path == project
    qtbot.waitUntil(lambda: window.findChild(RecoveryDialog) is not None)
    window.findChild(RecoveryDialog).recover.click()
    assert window.session.study.title == "Crashed"
    assert holder_of(project).mine
    monkeypatch.setattr(window.documents, "ask", lambda: Answer.DISCARD)
    window.close()
    assert list(folder.iterdir()) == []
    assert holder_of(project) is None


def test_a_file_given_to_a_second_start_is_opened_here(qtbot, make_window, tmp_path):
    path = tmp_path / "mine.siteselect"
    save_project(replace(make_study(), title="Given"), path)
    window = make_window(begin=False)
    window.desk.start(None, tmp_path / "recovery", f"siteselect-test-{tmp_path.name}")
    window.desk._open_asked(path)
    assert window.session.study.title == "Given"
    window.desk._open_asked(path)
    window.close()
    assert not hand_over(path, f"siteselect-test-{tmp_path.name}")


def test_a_packed_project_can_be_started_with(make_window, tmp_path, monkeypatch):
    from siteselect.project.side_folder import pack_project

    packed = tmp_path / "mine.siteselect.zip"
    pack_project(make_study(), tmp_path / "mine.siteselect", packed)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    window = make_window(begin=False)
    assert window.desk.start(packed, tmp_path / "recovery")
    assert window.documents.path.parent == tmp_path / "out" / "mine"


def test_recovery_can_be_asked_for(desk, window, tmp_path):
    desk.recover()
    assert window.bar.text == ""
    desk.start(None, tmp_path / "recovery")
    desk.recover()
    assert window.bar.text == "No unsaved work was left behind."


def test_a_pack_without_readable_places_proposes_none(desk, window, monkeypatch, name):
    counts = []

    def broken(*_):
        raise PackError("The table candidates is damaged.")

    def fill(dialog):
        counts.append(dialog.chosen.sites)
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr("siteselect.project.new.pack_sites", broken)
    accept(monkeypatch, fill)
    desk.new()
    assert counts == ["none"]
    assert "candidates is damaged" in window.bar.text


def test_the_part_of_the_map_comes_back_with_its_project(qtbot, make_window, settings, tmp_path):
    path = tmp_path / "mine.siteselect"
    save_project(make_study(), path)
    window = make_window()
    window.documents.load(path)
    window.map.look_at(1000.0, 2000.0, 300.0)
    window.map.at_home = False
    spot = (window.map.centre, window.map.metres_per_pixel)
    window.documents.begin(make_study())
    assert window.map.at_home
    window.documents.load(path)
    assert (window.map.centre, window.map.metres_per_pixel) == spot
    assert isinstance(window.documents.path, Path)
