from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from siteselect.pseudo import PSEUDO
from siteselect.ui.tongue import put_on
from tests.ui.reading import clipped, unnamed


@pytest.fixture
def window(make_window):
    return make_window()


def settle(qtbot, window):
    qtbot.waitUntil(lambda: not window.tasks.running, timeout=20_000)
    qtbot.wait(50)


def without_sites(qtbot, window):
    window.session.edit(replace(window.session.study, candidates=()), "Empty")
    settle(qtbot, window)


def without_criteria(window):
    study = window.session.study
    bare = replace(study.scenario, criteria=(), gates=())
    window.session.edit(study.with_scenario(bare), "Empty")


def shown(window):
    return {key for key, each in window.empty_places.shown.items() if not each.isHidden()}


def press(window, monkeypatch, place, which):
    told = []
    button = window.empty_places.shown[place].buttons[which]
    for key in ("add_sites", "sample", "find", "add_criterion", "reset_all"):
        action = window.actions_by_key[key]
        action.triggered.disconnect()
        action.triggered.connect(lambda _=False, key=key: told.append(key))
    button.click()
    return told


def test_a_window_with_sites_and_criteria_shows_no_empty_place(window):
    assert shown(window) == set()


def test_without_sites_map_ranking_and_money_say_what_to_do(qtbot, window):
    without_sites(qtbot, window)
    assert shown(window) == {"map", "ranking"}
    told = window.empty_places.shown["map"].findChildren(QLabel)[0].text()
    assert told == "Drop a file here"
    window.workplaces.go("money")
    assert shown(window) == {"map", "ranking", "money"}
    window.session.history.undo()
    settle(qtbot, window)
    assert shown(window) == set()


@pytest.mark.parametrize(("which", "key"), [(0, "add_sites"), (1, "sample"), (2, "find")])
def test_the_map_without_sites_has_three_ways_on(qtbot, window, monkeypatch, which, key):
    without_sites(qtbot, window)
    assert press(window, monkeypatch, "map", which) == [key]


@pytest.mark.parametrize(("which", "key"), [(0, "add_criterion"), (1, "reset_all")])
def test_without_criteria_the_panel_says_what_to_do(qtbot, window, monkeypatch, which, key):
    without_criteria(window)
    assert shown(window) == {"criteria"}
    assert window.criteria.scroller.widget().isHidden()
    assert press(window, monkeypatch, "criteria", which) == [key]


def test_criteria_come_back_in_sight_with_the_first_one(qtbot, window):
    without_criteria(window)
    window.session.history.undo()
    settle(qtbot, window)
    assert shown(window) == set()
    assert not window.criteria.scroller.widget().isHidden()


def test_without_gates_the_box_says_so_beside_its_button(qtbot, window):
    study = window.session.study
    window.session.edit(study.with_scenario(replace(study.scenario, gates=())), "No gates")
    settle(qtbot, window)
    assert "No gate is demanded" in window.criteria.gates_box.summary.text()
    assert window.criteria.gates_box.add.isEnabled()


def test_without_scenes_the_place_says_how_to_take_one(qtbot, window):
    window.workplaces.go("scenes")
    place = window.scenes.place()
    assert not place.empty.isHidden()
    assert "take a scene" in place.empty.text()
    assert place.take.isEnabled()
    assert isinstance(place.take, QPushButton)


def test_the_places_find_and_money_are_never_without_a_word(qtbot, window):
    """Find tells why nothing was found; Money, that machines stand in, and how to choose some."""
    window.workplaces.go("find")
    place = window.finding.place()
    qtbot.waitUntil(lambda: "measure_0" in place.waiting.text())
    assert place.waiting.isVisible()
    assert place.list.empty.text()


def test_longer_words_fit(qtbot, make_window):
    put_on(PSEUDO)
    try:
        window = make_window()
        without_sites(qtbot, window)
        without_criteria(window)
        for each in window.empty_places.shown.values():
            assert clipped(each) == [] == unnamed(each)
    finally:
        put_on("en")
