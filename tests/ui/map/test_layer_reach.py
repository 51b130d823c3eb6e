from dataclasses import replace

from siteselect.model.user_layer import Role
from siteselect.ui.map.layer_reach import own_key, reach_of
from siteselect.ui.map.overlays import KEYS
from siteselect.ui.map.own_data import own_data_of
from siteselect.ui.map.projection import scene_point
from tests.making import make_evaluation
from tests.ui.map.own_made import own_layer


def holds(window, lon, lat):
    x, y = scene_point(lon, lat)
    return window[0] < x < window[2] and window[1] < y < window[3]


def test_a_layer_of_points_is_held_whole_with_land_around_it(map_view):
    window = reach_of("stations", map_view.data, map_view.pins)
    assert all(holds(window, *place) for place in ((65, 51), (66, 51), (75, 52), (85, 45)))
    assert not holds(window, 60.1, 54.9)


def test_a_lake_is_held_with_its_shores(map_view):
    window = reach_of("lakes", map_view.data, map_view.pins)
    assert holds(window, 62, 48)
    assert holds(window, 66, 49.5)
    assert not holds(window, 75, 48)


def test_what_covers_the_region_is_the_whole_region(map_view):
    for key in ("tariffs", "law", "borders", "regions", "graticule"):
        assert reach_of(key, map_view.data, map_view.pins) == map_view.data.home
        map_view.zoom(3, smooth=False)
        map_view.zoom_to_layer(key)
        assert map_view.at_home


def test_sites_are_those_on_the_map_and_none_is_no_window(map_view):
    assert reach_of("sites", map_view.data, map_view.pins) is None
    map_view.zoom_to_layer("sites")
    map_view.display(make_evaluation(12))
    map_view.zoom_to_layer("sites")
    extent, pins = map_view.extent(), map_view.pins
    assert extent.visible(pins.east, pins.south).all()
    assert not map_view.at_home


def test_every_overlay_can_be_asked_for_and_the_own_ones_last(map_view):
    layers = map_view.layers()
    assert tuple(key for key, _ in layers) == KEYS
    for key, _ in layers:
        map_view.zoom_to_layer(key)


def test_the_menu_of_a_box_leads_to_its_layer(map_view):
    card = map_view.glass.layers
    menu = card.menu_of("lakes")
    menu.actions()[0].trigger()
    x, y = scene_point(64, 48.75)
    assert map_view.extent().visible(x, y)
    assert map_view.metres_per_pixel < 2500
    menu.deleteLater()


def test_a_layer_of_the_users_is_held_too(map_view, tmp_path):
    map_view.show_own(replace(map_view.data, own=own_data_of([own_layer(Role.AVOIDED, tmp_path)])))
    key, title = map_view.layers()[-1]
    assert (key, title) == (own_key(map_view.data.own[0]), Role.AVOIDED.value.title())
    window = reach_of(key, map_view.data, map_view.pins)
    assert holds(window, 72.5, 51.5)
    assert not holds(window, 79, 46)
    assert reach_of("own gone", map_view.data, map_view.pins) is None
