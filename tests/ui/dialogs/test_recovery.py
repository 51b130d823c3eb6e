from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from siteselect.project.recovery import LeftBehind
from siteselect.ui.dialogs.recovery import RecoveryDialog, Ways, age, title_of, words_of
from tests.ui.made import make_study

NOW = datetime(2024, 5, 1, 12, tzinfo=UTC)


def left(project="/plans/mine.siteselect", edits=("Weight of Price", "Day")):
    return LeftBehind(
        Path("/state/x.recovery"), make_study(), Path(project) if project else None, "d", NOW, edits
    )


@pytest.fixture
def done():
    return []


@pytest.fixture
def make(qtbot, done):
    def made(*found):
        ways = Ways(
            lambda one: done.append(("recover", one)) or True,
            lambda one, path: done.append(("aside", one, path)) or True,
            lambda one: done.append(("discard", one)),
        )
        dialog = RecoveryDialog(found, ways)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def test_it_tells_the_time_the_file_and_the_changes(make):
    dialog = make((left(), (("Title: A becomes B",), True)))
    told = dialog.when.text()
    assert told.startswith("Kept 2024-05-01 ")
    assert dialog.file.text() == "/plans/mine.siteselect"
    assert dialog.caution.isVisible()
    lines = dialog.changes.toPlainText().splitlines()
    assert lines == [
        "Changed since the file was saved", "  Title: A becomes B", "",
        "2 steps, the last one first", "  Day", "  Weight of Price",
    ]  # fmt: skip


def test_work_that_was_never_saved_says_how_much_it_is(make):
    one = left(project="", edits=())
    dialog = make((one, ((), False)))
    assert dialog.file.text() == "Never saved to a file"
    assert not dialog.caution.isVisible()
    assert dialog.changes.toPlainText() == "Never saved: 30 sites, 2 scenarios\n"


def test_many_steps_are_cut_short_the_last_ones_kept():
    lines = words_of(left(edits=tuple(f"Step {n}" for n in range(99))), ("x",))
    assert lines[3] == "99 steps, the last one first"
    assert lines[4] == "  Step 98"
    assert lines[-2:] == ["  Step 39", "  …"]


def test_each_way_is_taken_by_its_button(make, done, monkeypatch, tmp_path):
    one, two, three = left(), left(edits=("a",)), left(edits=("b",))
    dialog = make(*((each, ((), False)) for each in (one, two, three)))
    dialog.list.setCurrentRow(1)
    dialog.discard.click()
    assert done == []
    assert dialog.discard.text() == "Discard for ever"
    dialog.list.setCurrentRow(0)
    assert dialog.discard.text() == "Discard…"  # a sure press is for one work only
    dialog.list.setCurrentRow(1)
    dialog.discard.click()
    dialog.discard.click()
    assert done == [("discard", two)]
    assert dialog.list.count() == 2
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog.aside.click()
    assert len(done) == 1
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), ""))
    dialog.aside.click()
    assert done[1] == ("aside", one, tmp_path / "a.siteselect")
    dialog.recover.click()
    assert done[2] == ("recover", three)
    assert not dialog.isVisible()


def test_later_leaves_everything(make, done):
    dialog = make((left(), ((), False)))
    dialog.later.click()
    assert done == []
    assert not dialog.isVisible()


def test_the_dialog_closes_when_nothing_is_left(make, done):
    dialog = make((left(), ((), False)))
    dialog.discard.click()
    dialog.discard.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(seconds=-20), "just now"),  # a clock that jumped
        (timedelta(minutes=4), "4 minutes ago"),
        (timedelta(minutes=100), "2 hours ago"),
        (timedelta(days=3), "3 days ago"),
    ],
)
def test_the_age_of_the_work(passed, words):
    assert age(NOW, NOW + passed) == words


def test_work_without_a_title_goes_by_its_file():
    one = left()
    untitled = replace(one, study=replace(one.study, title=""))
    assert title_of(one) == "Relocation"
    assert title_of(untitled) == "mine"
    assert title_of(replace(untitled, project=None)) == "Untitled"
