import pytest

from siteselect.ui.finding.found import NothingFound
from siteselect.ui.finding.place import FindPlace
from siteselect.ui.map.map_data import MapData
from siteselect.ui.theme import DARK, LIGHT
from tests.scan.made import toy


@pytest.fixture
def place(qtbot, toy_session, tasks, finder):
    made = FindPlace(toy_session, tasks, finder, LIGHT)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show_data(MapData.of(toy()))
    made.show()
    finder.wake(awake=True)
    qtbot.waitUntil(lambda: finder.settled and finder.suggested is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not tasks.running, timeout=20_000)
    return made


def test_what_was_found_reaches_every_part(place, finder):
    assert not place.waiting.isVisible()
    assert place.map.found is finder.found
    assert place.list.table.rowCount() == len(finder.suggested.places)
    assert "cells of 20 km" in place.panel.foot.text()
    assert place.panel.add.isEnabled()


def test_the_threshold_recolours_and_tells_its_share(place):
    place.panel.above.setValue(45)
    assert place.map.above == 0.45
    assert "% of the open area" in place.panel.above_told.text()


def test_weights_are_moved_in_the_place_itself(qtbot, place, toy_session, finder):
    place.switch.buttons[1].click()
    assert place.criteria.isVisible()
    before = finder.found
    toy_session.edit(toy_session.study.with_weight("xinjiang_distance", 60.0), "Weight")
    qtbot.waitUntil(lambda: finder.found is not before)
    assert place.map.found is finder.found
    qtbot.waitUntil(lambda: finder.settled, timeout=10_000)


def test_a_place_picked_in_the_list_is_marked_on_the_map(qtbot, place):
    place.list.table.cellClicked.emit(1, 0)
    assert place.map.places.chosen == 1
    qtbot.wait(80)


def test_adding_is_one_step(qtbot, place, toy_session):
    before = len(toy_session.study.candidates)
    place.panel.add.click()
    assert len(toy_session.study.candidates) > before
    toy_session.history.undo()
    assert len(toy_session.study.candidates) == before
    qtbot.waitUntil(lambda: not toy_session._tasks.running, timeout=10_000)


def test_why_there_is_nothing_is_told_over_the_map(place):
    place.conclude(NothingFound("It compares the sites of a list."))
    assert place.waiting.isVisible()
    assert "compares" in place.waiting.text()
    place.apply_theme(DARK)
