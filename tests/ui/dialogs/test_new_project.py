from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from siteselect.ui.dialogs.new_project import FILE, NONE, PLACES, Chosen, NewProjectDialog, Offered

OFFERED = Offered(
    {"asia@1": "Central Asia", "bare@2": "A bare region"}, ["Balanced", "Low risk"], ["Mine"]
)
PLACE_COUNTS = {"asia@1": 37, "bare@2": 0}
DAY = date(2024, 5, 1)


@pytest.fixture
def dialog(qtbot, tmp_path):
    made = NewProjectDialog(OFFERED, PLACE_COUNTS.__getitem__, tmp_path, DAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_choices_make_a_project(dialog):
    assert dialog.sites[PLACES].text() == "37 places that the region proposes"
    dialog.make.click()
    assert not dialog.isVisible()
    assert not dialog.sample
    assert dialog.chosen == Chosen("New project", "asia@1", PLACES, None, "Balanced", DAY)


def test_a_region_without_places_proposes_none(dialog):
    dialog.pack.setCurrentIndex(1)
    dialog.pack.activated.emit(1)
    assert not dialog.sites[PLACES].isEnabled()
    assert dialog.chosen.sites == NONE
    assert dialog.chosen.pack == "bare@2"


def test_a_name_is_wanted_and_a_table_that_is_there(dialog, tmp_path, monkeypatch):
    dialog.title.clear()
    dialog.make.click()
    assert dialog.fault.text() == "Give the project a name."
    dialog.title.setText("Mine")
    assert not dialog.file.isEnabled()
    dialog.sites[FILE].click()
    assert dialog.file.isEnabled()
    dialog.make.click()
    assert dialog.fault.text() == "Choose a table of sites that is there."
    (tmp_path / "sites.csv").write_text("name,lon,lat\n")
    chosen = str(tmp_path / "sites.csv")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    dialog.browse.click()
    assert not dialog.fault.isVisible()
    dialog.make.click()
    assert dialog.chosen.file == Path(chosen)
    assert not dialog.isVisible()


def test_a_template_answers_the_other_questions(dialog):
    dialog.template.setCurrentIndex(1)
    dialog.template.activated.emit(1)
    assert not dialog.pack.isEnabled()
    assert not dialog.scenario.isEnabled()
    dialog.make.click()
    assert dialog.chosen == Chosen("New project", template="Mine")


def test_the_sample_is_one_press_away(dialog):
    dialog.open_sample.click()
    assert dialog.sample
    assert not dialog.isVisible()


def test_without_templates_nobody_is_asked_about_them(qtbot, tmp_path):
    offered = Offered(OFFERED.packs, OFFERED.scenarios)
    dialog = NewProjectDialog(offered, PLACE_COUNTS.__getitem__, tmp_path, DAY)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.template.isVisible()
