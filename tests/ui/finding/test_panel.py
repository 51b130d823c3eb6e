from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from siteselect.ui.finding.finder import Search
from siteselect.ui.finding.found import Looking, NothingFound
from siteselect.ui.finding.panel import EXCLUSIONS, FindPanel
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.finding.made import found, suggested
from tests.ui.finding.test_unmeasured import found_of, with_rent


@pytest.fixture
def panel(qtbot, toy_session):
    made = FindPanel(toy_session, LIGHT, Search())
    qtbot.addWidget(made)
    made.resize(312, 700)
    made.show_scenario(toy_session.study.scenario)
    made.show_found(found())
    made.show()
    return made


def test_it_tells_shares_cells_and_what_is_unknown(panel):
    assert set(panel.lines) == {"legal_status", "station_distance"}
    assert panel.lines["station_distance"].share.text().startswith("−")
    assert "cells of 20 km" in panel.foot.text()
    assert "re-scored in 4 ms" in panel.foot.text()
    assert "distance to a railway" in panel.foot.text()
    assert [each.text() for each in panel.boxes.values()] == ["Alphaland", "Betaland"]


def test_a_threshold_tells_the_share_of_area(panel):
    heard = []
    panel.asked.connect(heard.append)
    panel.above.setValue(50)
    assert heard[-1].above == 0.5
    assert panel.histogram.above == 0.5
    panel.show_found(found())
    share = found().surface.share_above(0.5)
    assert panel.above_told.text() == f"{100 * share:.0f} % of the open area"


def test_number_and_distance_are_asked_for(panel):
    heard = []
    panel.asked.connect(heard.append)
    panel.count.setValue(11)
    assert heard[-1].count == 12
    assert panel.suggest_told.text() == "12 places"
    panel.apart.setValue(0)
    assert heard[-1].apart_km == 5


def test_countries_and_cells_are_asked_for(panel):
    heard = []
    panel.asked.connect(heard.append)
    panel.boxes["AA"].click()
    assert heard[-1].countries == {"BB"}
    panel.boxes["AA"].click()
    assert heard[-1].countries is None
    panel.cell.setCurrentIndex(0)
    panel.cell.activated.emit(0)
    assert heard[-1].cell_km == 10.0


def test_an_exclusion_becomes_a_gate(qtbot, panel, toy_session):
    offered = [each.text() for each in panel.exclude.menu().actions()]
    assert len(offered) == len(EXCLUSIONS) - 1  # one is there already
    panel.exclude.menu().actions()[0].trigger()
    assert toy_session.study.scenario.gates[-1] == EXCLUSIONS[0]
    panel.show_scenario(toy_session.study.scenario)
    assert "elevation" in panel.lines
    qtbot.wait(30)


def test_suggested_places_can_be_added(qtbot, panel):
    assert not panel.add.isEnabled()
    panel.show_suggested(suggested())
    assert panel.add.text() == "Add 3 to the list"
    with qtbot.waitSignal(panel.added):
        panel.add.click()


def test_measuring_can_be_stopped_and_begun_again(qtbot, panel):
    panel.show_looking(Looking(0.4, "Measuring 1,000 cells"))
    assert panel.progress.isVisible()
    assert "40 %" in panel.progress_told.text()
    with qtbot.waitSignal(panel.stopped):
        panel.stop.click()
    panel.show_nothing(NothingFound("The search was stopped.", again=True))
    assert "stopped" in panel.progress_told.text()
    with qtbot.waitSignal(panel.resumed):
        panel.stop.click()
    panel.show_looking(Looking(1.0, ""))
    assert not panel.progress.isVisible()
    panel.apply_theme(DARK)


def test_what_no_cell_has_is_said_and_left_out_at_one_click(panel, toy_session):
    asked = with_rent()
    toy_session.edit(asked, "A column of my own")
    panel.show_scenario(asked.scenario)
    # a gate of the user's own has a line as well
    assert list(panel.lines)[-1] == "rent"
    panel.show_found(found_of(asked))
    assert panel.note.isVisible()
    assert "Rent of the hall" in panel.note.label.text()
    assert panel.histogram.isVisible()
    panel.note.button.click()
    after = toy_session.study
    assert after.active == f"{asked.active}, for places"
    assert toy_session.history.undoText() == "Leave out what no cell has"
    panel.show_scenario(after.scenario)
    panel.show_found(found_of(after))
    assert not panel.note.isVisible()
    assert "rent" not in panel.lines


def test_the_time_left_is_told_with_the_part(panel):
    panel.show_looking(Looking(0.4, "Measuring 100 cells", 130.0))
    assert panel.progress_told.text() == "Measuring 100 cells · 40 % · about 3 minutes left"


def test_without_places_the_button_names_no_number(panel):
    panel.show_suggested(replace(suggested(), places=(), facts=()))
    assert panel.add.text() == "Add to the list"
    assert not panel.add.isEnabled()


def test_after_a_stop_the_cross_becomes_words_that_begin_again(panel):
    panel.show_looking(Looking(0.2, "Measuring"))
    assert panel.stop.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    panel.show_nothing(NothingFound("The search was stopped.", again=True))
    assert panel.stop.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextOnly
    assert panel.stop.text() == panel.stop.accessibleName() == "Search again"
    panel.show_looking(Looking(0.2, "Measuring"))
    assert panel.stop.text() == ""
    assert panel.stop.accessibleName() == "Stop measuring"
