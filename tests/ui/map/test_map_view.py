from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from siteselect.mcda.evaluate import evaluate
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.map_view import MapView
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation
from tests.ui.map.small_pack import SmallPack, make_data, make_day


def picture(view):
    return view.viewport().grab().toImage()


@pytest.mark.parametrize("count", [0, 1, 200])
def test_any_number_of_sites_is_shown(map_view, count):
    before = picture(map_view)
    map_view.display(make_evaluation(count))
    assert (picture(map_view) == before) == (count == 0)


def test_show_selection_marks_without_a_signal(map_view, free_names, qtbot):
    before = picture(map_view)
    with qtbot.assertNotEmitted(map_view.selected):
        map_view.show_selection(frozenset({free_names[0]}))
    assert picture(map_view) != before
    assert map_view.names == {free_names[0]}


def test_the_selection_outlives_new_sites(map_view):
    map_view.display(make_evaluation(12))
    map_view.show_selection(frozenset({"Site 0003"}))
    map_view.display(make_evaluation(20))
    assert map_view.pins.selected.tolist() == [3]


def test_overlays_are_listed_and_switched(map_view):
    map_view.display(make_evaluation(5))
    keys = [key for key, _, _ in map_view.overlays()]
    assert keys[0] == "sites"
    for key in ("sites", "stations", "tariffs", "law", "borders", "graticule"):
        before = picture(map_view)
        visible = {each: on for each, _, on in map_view.overlays()}[key]
        map_view.set_overlay(key, not visible)
        assert {each: on for each, _, on in map_view.overlays()}[key] is not visible
        assert map_view.glass.layers.boxes[key].isChecked() is not visible
        assert picture(map_view) != before, key
    with pytest.raises(KeyError):
        map_view.set_overlay("unheard of", True)


def test_a_check_box_switches_its_overlay(map_view, qtbot):
    box = map_view.glass.layers.boxes["stations"]
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert "stations" not in map_view.shown


def test_a_hidden_map_sleeps_and_wakes(map_view, qtbot):
    map_view.hide()
    evaluation = make_evaluation(7)
    map_view.display(evaluation)
    map_view.show_selection(frozenset({"Site 0001"}))
    assert map_view.pins.evaluation is None
    with qtbot.waitExposed(map_view):
        map_view.show()
    assert map_view.pins.evaluation is evaluation
    assert map_view.pins.selected.tolist() == [1]


def test_a_theme_dresses_everything(map_view):
    map_view.display(make_evaluation(5))
    before = map_view.grab().toImage()
    map_view.apply_theme(DARK)
    after = map_view.grab().toImage()
    assert after != before
    assert after.pixelColor(400, 5).lightness() < 80 < before.pixelColor(400, 5).lightness()
    assert map_view.pins.theme is DARK
    assert map_view.glass.card.theme is DARK


def test_a_day_tints_the_regions(map_view):
    before = picture(map_view)
    map_view.display_regions(make_day(KZ_A={"price": 60.0}))
    assert picture(map_view) != before


def test_a_day_that_looks_the_same_paints_no_ground(map_view):
    map_view.display_regions(make_day())
    picture(map_view)
    before = map_view.easel.pictures
    later = make_day()
    later.as_of = date(2021, 6, 9)
    map_view.display_regions(later)
    picture(map_view)
    assert map_view.easel.pictures == before
    assert map_view.tints.day == "2021-06-09"
    map_view.display_regions(make_day(KZ_A={"price": 45.0}))
    picture(map_view)
    assert map_view.easel.pictures == before + 1


def test_a_slider_frame_paints_no_ground(map_view):
    first = make_evaluation(30)
    map_view.display(first)
    picture(map_view)
    before = map_view.easel.pictures
    map_view.display(evaluate(first.scenario.with_weight("measure_0", 80.0), first.matrix))
    picture(map_view)
    assert map_view.easel.pictures == before


def test_names_follow_when_the_ranking_is_calm(map_view, qtbot):
    first = make_evaluation(30)
    map_view.display(first)
    picture(map_view)
    map_view.display(evaluate(first.scenario.with_weight("measure_0", 80.0), first.matrix))
    assert map_view._calm.isActive()
    qtbot.waitUntil(lambda: not map_view._calm.isActive(), timeout=3000)
    assert not map_view.picture.covers(map_view.extent()) or True in {
        name.text.startswith("Site") for name in map_view.picture.names
    }


def test_a_small_drag_is_a_copy(map_view):
    picture(map_view)
    before = map_view.easel.pictures
    map_view.pan(20, 10)
    picture(map_view)
    assert map_view.easel.pictures == before
    map_view.pan(400, 10)
    picture(map_view)
    assert map_view.easel.pictures == before + 1


def test_without_data_there_is_water(empty_map, qtbot):
    with qtbot.waitExposed(empty_map):
        empty_map.show()
    assert picture(empty_map).pixelColor(450, 300).name().upper() == LIGHT.water
    empty_map.display(make_evaluation(3))
    assert empty_map.attribution() == ()


def test_the_foot_stays_free(map_view):
    low = map_view.glass.buttons.geometry().bottom()
    map_view.reserve_foot(80)
    assert map_view.glass.buttons.geometry().bottom() == low - 80
    assert map_view.at_home


def test_a_map_can_be_made_twice(qtbot):
    for _ in range(2):
        view = MapView(LIGHT)
        qtbot.addWidget(view)
        view.show_data(MapData.of(SmallPack()))
        assert view.data is not None


def test_while_a_hand_makes_it_larger_the_map_is_stretched_and_then_painted_once(qtbot, tasks):
    view = MapView(LIGHT, tasks=tasks)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show_data(make_data())
    view.show()
    qtbot.waitUntil(lambda: view.settled)
    before = view.easel.pictures
    for wide in range(520, 700, 20):
        view.resize(wide, 400)
        view.viewport().grab()
    assert view.easel.pictures == before
    assert not view.settled
    qtbot.waitUntil(lambda: view.settled)
    assert view.easel.pictures > before
