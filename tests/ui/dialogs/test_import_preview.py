import pytest

from siteselect.intake.choices import Choices
from siteselect.intake.source import pasted
from siteselect.intake.trial import tried
from siteselect.ui.dialogs.import_preview import CRITERION, ImportPreview
from tests.intake.test_offers import REGION

TABLE = "name;lon;lat;noise;mood\n<img src=x>;75,3;51,7;40;good\nB;;;50;bad\n"


@pytest.fixture
def preview(qtbot):
    made = ImportPreview()
    qtbot.addWidget(made)
    trial = tried(pasted(TABLE), Choices(), REGION, ())
    made.show_draft(trial.draft, trial.left_out, frozenset({"noise"}))
    return made


def test_above_each_column_stands_what_it_holds(preview):
    assert [box.currentText() for box in preview.boxes] == [
        "Name", "Longitude", "Latitude", "Own criterion", "Not read",
    ]  # fmt: skip
    assert preview.boxes[4].findData(CRITERION) < 0  # nothing to judge by
    assert [preview.horizontalHeaderItem(at).text() for at in range(5)] == [
        "name", "lon", "lat", "noise", "mood",
    ]  # fmt: skip


def test_rows_that_are_left_out_are_marked_and_say_why(preview):
    assert preview.verticalHeaderItem(1).text() == "2"
    assert preview.verticalHeaderItem(2).text() == "× 3"
    assert "has no point" in preview.item(2, 0).toolTip()


def test_cells_are_shown_as_they_are_and_never_as_markup(preview):
    assert preview.item(1, 0).text() == "<img src=x>"
    assert "&lt;img" in preview.item(1, 0).toolTip()


def test_a_hand_picks_a_field(preview, qtbot):
    box = preview.boxes[4]
    place = box.findData("note")
    with qtbot.waitSignal(preview.chosen) as told:
        box.activated.emit(place)
    assert told.args == [4, "note"]
