import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from siteselect.mcda.evaluate import evaluate
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.map_view import MapView
from siteselect.ui.map.projection import scene_point
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation
from tests.ui.map.small_pack import SmallPack, make_day


def picture(view):
    return view.viewport().grab().toImage()


def pixel(view, name):
    row = view.pins.sites.index(name)
    x, y = view.pins.at[row]
    return QPoint(round(x), round(y))


@pytest.fixture
def free_names(map_view):
    """Return names of sites whose pins no card covers."""
    map_view.display(make_evaluation(12))
    for card in (map_view.glass.legend, map_view.glass.layers, map_view.glass.buttons):
        card.hide()
    return [map_view.pins.sites.items[row].name for row in map_view.pins.drawn.tolist()]


@pytest.mark.parametrize("count", [0, 1, 200])
def test_any_number_of_sites_is_shown(map_view, count):
    before = picture(map_view)
    map_view.display(make_evaluation(count))
    assert (picture(map_view) == before) == (count == 0)


def test_a_click_selects_and_control_adds(map_view, free_names, qtbot):
    first, second = free_names[:2]
    port = map_view.viewport()
    with qtbot.waitSignal(map_view.selected, timeout=1000) as caught:
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=pixel(map_view, first))
    assert caught.args == [frozenset({first})]
    with qtbot.waitSignal(map_view.selected, timeout=1000) as caught:
        qtbot.mouseClick(
            port,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            pixel(map_view, second),
        )
    assert caught.args == [frozenset({first, second})]
    with qtbot.waitSignal(map_view.selected, timeout=1000) as caught:
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert caught.args == [frozenset()]


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


def test_hidden_sites_are_not_hit(map_view, free_names, qtbot):
    map_view.set_overlay("sites", False)
    with qtbot.assertNotEmitted(map_view.selected):
        qtbot.mouseClick(
            map_view.viewport(), Qt.MouseButton.LeftButton, pos=pixel(map_view, free_names[0])
        )


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


def test_position_tells_coordinates_and_scale(map_view, qtbot):
    at = QPointF(200, 200)
    with qtbot.waitSignal(map_view.position, timeout=1000) as caught:
        map_view.hover(at)
    text = caught.args[0]
    assert "° N" in text
    assert "° E" in text
    assert "1 : " in text


def test_hovering_a_site_rings_it_and_tells(map_view, free_names, qtbot):
    map_view.hover(QPointF(pixel(map_view, free_names[0])))
    assert map_view.pins.hovered == map_view.pins.sites.index(free_names[0])
    assert free_names[0] in map_view.glass.card.story.title
    map_view.leave()
    assert map_view.pins.hovered == -1
    assert map_view.glass.card.story is None


def test_zoom_to_shows_the_sites(map_view, free_names):
    names = frozenset(free_names[:3])
    map_view.zoom_to(names)
    extent = map_view.extent()
    for name in names:
        site = map_view.pins.sites.items[map_view.pins.sites.index(name)]
        left, top, right, foot = extent.window
        x, y = scene_point(site.lon, site.lat)
        assert left < x < right
        assert top < y < foot
    where = map_view.centre
    map_view.zoom_to(frozenset({"nobody"}))
    assert map_view.centre == where


def test_without_data_there_is_water(empty_map, qtbot):
    with qtbot.waitExposed(empty_map):
        empty_map.show()
    assert picture(empty_map).pixelColor(450, 300).name().upper() == LIGHT.water
    empty_map.display(make_evaluation(3))
    assert empty_map.attribution() == ()


def test_attribution_follows_the_overlays(map_view):
    assert set(map_view.attribution()) == {"Made by hand", "Stations: list A"}
    map_view.set_overlay("stations", False)
    assert map_view.attribution() == ("Made by hand",)


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
