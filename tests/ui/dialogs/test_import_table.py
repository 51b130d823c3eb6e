import pytest
from PySide6.QtCore import Qt

from siteselect.intake.choices import Choices
from siteselect.intake.source import pasted
from siteselect.intake.trial import tried
from siteselect.ui.dialogs.import_preview import CRITERION
from siteselect.ui.dialogs.import_table import ImportTableDialog
from tests.intake.test_offers import REGION

TABLE = "plot;x;y;noise\nA;51,7;75,3;40\nB;52,0;76,9;50\nC;;;60\n"


@pytest.fixture
def dialog(qtbot):
    source, asked = pasted(TABLE), []

    def ask(choices, show):
        asked.append(choices)
        show(tried(source, choices, REGION, ()))

    nothing = Choices(columns=(("name", ""), ("lon", ""), ("lat", "")))
    made = ImportTableDialog(tried(source, nothing, REGION, ()), frozenset({"A"}), ask)
    made.asked = asked
    qtbot.addWidget(made)
    return made


def choose(dialog, at, field):
    dialog.preview.chosen.emit(at, field)


def test_a_fault_is_told_in_place_of_the_report_and_nothing_can_be_added(dialog):
    assert dialog.summary.text().startswith("what was pasted lacks the column name, lon, lat")
    assert dialog.findings.toPlainText() == ""
    assert not dialog.add.isEnabled()
    assert dialog.add.text() == "Add 0 sites"


def test_columns_are_put_right_one_by_one_and_the_report_follows(dialog):
    choose(dialog, 0, "name")
    choose(dialog, 1, "lon")
    choose(dialog, 2, "lat")
    assert "look swapped" in dialog.findings.toPlainText()
    choose(dialog, 1, "lat")
    choose(dialog, 2, "lon")
    assert dialog.add.text() == "Add 2 sites"
    assert dialog.add.isEnabled()
    assert [box.currentText() for box in dialog.preview.boxes] == [
        "Name", "Latitude", "Longitude", "Own value",
    ]  # fmt: skip
    told = dialog.findings.toPlainText().splitlines()
    assert told[0].startswith("× row 4, Longitude: the site has no point")
    assert dialog.replaced.text() == "In place of sites of the same name: A."
    assert dict(dialog.trial.choices.columns) == {"name": "plot", "lat": "x", "lon": "y"}


def test_exchanging_the_axes_is_one_click(dialog):
    for at, field in enumerate(("name", "lon", "lat")):
        choose(dialog, at, field)
    dialog.choices.swap.click()
    assert [(site.lon, site.lat) for site in dialog.trial.sites] == [(75.3, 51.7), (76.9, 52.0)]


def test_a_column_may_become_a_criterion_and_cease_to_be_one(dialog):
    choose(dialog, 3, CRITERION)
    assert dialog.criteria == {"noise"}
    choose(dialog, 3, "")
    assert dialog.criteria == frozenset()


def test_texts_from_the_file_are_never_markup(dialog):
    for label in (dialog.summary, dialog.about, dialog.replaced):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_an_encoding_that_does_not_fit_shows_no_rows(qtbot):
    source = pasted("имя;lon;lat\nА;75;51\n")
    dialog = ImportTableDialog(
        tried(source, Choices(encoding="ascii"), REGION, ()), frozenset(), lambda *_: None
    )
    qtbot.addWidget(dialog)
    assert dialog.preview.rowCount() == 0
    assert "is not ascii text" in dialog.summary.text()
    assert "Choose another encoding" in dialog.about.text()
    dialog.display("no trial")
    assert not dialog.add.isEnabled()
