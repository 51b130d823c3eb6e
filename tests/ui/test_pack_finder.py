import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from siteselect.errors import PackError, StudyError
from siteselect.packs.catalogue import VARIABLE, find_pack
from siteselect.ui.messages import MessageBar, Messages
from siteselect.ui.pack_finder import PackFinder, lay_folders
from siteselect.ui.widgets.state_bar import StateBar

TOY = Path(__file__).parent.parent / "packs" / "toy"


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def bar(window):
    return MessageBar(window)


@pytest.fixture
def work(window):
    return QWidget(window)


@pytest.fixture
def states(window):
    return StateBar(window)


@pytest.fixture
def finder(session, settings, window, bar, states, work, monkeypatch):
    monkeypatch.setenv(VARIABLE, "")
    made = PackFinder(session, settings, Messages(bar, window), states, window)
    made.stand_for(work)
    work.show()
    return made


def lack(session):
    session.edit(replace(session.study, pack="toy@1"), "Pack")


def test_a_missing_pack_has_its_page_and_its_ways(finder, session, work, ground, qtbot):
    lack(session)
    finder.failed(PackError("There is no pack called 'toy@1'."))
    assert finder.page.isVisible()
    assert not work.isVisible()
    finder.found()
    assert work.isVisible()
    assert not finder.page.isVisible()


def test_a_pack_that_is_found_is_looked_for_there_from_now_on(
    finder, session, settings, tmp_path, monkeypatch, qtbot, ground
):
    lack(session)
    with pytest.raises(PackError):
        find_pack("toy@1")
    shutil.copytree(TOY, tmp_path / "packs" / "toy")
    chosen = tmp_path / "packs" / "toy" / "pack.toml"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen), ""))
    before = len(ground.opened)
    finder.look()
    assert find_pack("toy@1") == tmp_path / "packs" / "toy"
    assert settings.pack_folders == (tmp_path / "packs",)
    qtbot.waitUntil(lambda: len(ground.opened) > before)
    assert session.study.pack == "toy@1"


def test_another_pack_than_wanted_is_offered_not_taken(finder, session, bar, qtbot):
    session.edit(replace(session.study, pack="moon@3"), "Pack")
    finder.take(TOY / "pack.toml")
    assert "That is the pack toy@1; the project was made with moon@3." in bar.text
    assert session.study.pack == "moon@3"
    button = next(each for each in finder.page.others if "toy@1" in each.text())
    button.click()
    assert session.study.pack == "toy@1"
    session.history.undo()
    assert session.study.pack == "moon@3"


def test_what_is_no_pack_is_told(finder, bar, tmp_path):
    (tmp_path / "pack.toml").write_text("name = 3")
    finder.take(tmp_path / "pack.toml")
    assert "pack.toml" in bar.text or str(tmp_path) in bar.text


def test_giving_up_and_other_faults(finder, bar, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    finder.look()
    finder.failed(StudyError("No weight is above zero."))
    assert bar.text == "No weight is above zero."
    assert not finder.page.isVisible()


def test_a_damaged_pack_is_told_in_the_line_with_a_way_out(finder, session, states, monkeypatch):
    session.edit(replace(session.study, pack=str(TOY)), "Pack")
    finder.failed(PackError("The layer rivers cannot be read."))
    assert states.text == "The layer rivers cannot be read."
    assert [each.text() for each in states.buttons] == ["Look for another copy…"]
    finder.found()
    assert states.text == ""


def test_folders_are_laid_once(settings, monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, "/elsewhere")
    settings.add_pack_folder(tmp_path)
    lay_folders(settings)
    lay_folders(settings)
    assert os.environ[VARIABLE].split(os.pathsep) == ["/elsewhere", str(tmp_path)]
