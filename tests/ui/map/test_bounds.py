import pytest
from PySide6.QtCore import QRect

from siteselect.model.scene import Bounds
from siteselect.ui.map.bounds import bounds_of, window_of
from siteselect.ui.map.projection import scene_point

BOUNDS = Bounds(66.0, 44.0, 74.0, 49.0)


def test_north_is_the_least_y_of_the_plane():
    left, top, right, foot = window_of(BOUNDS)
    assert (left, top) == pytest.approx(scene_point(66.0, 49.0))
    assert (right, foot) == pytest.approx(scene_point(74.0, 44.0))


def test_what_is_shown_is_what_was_kept(map_view):
    map_view.fit(window_of(BOUNDS))
    kept = bounds_of(map_view, map_view.free())
    assert kept.west <= BOUNDS.west + 0.01
    assert kept.east >= BOUNDS.east - 0.01
    assert kept.south <= BOUNDS.south + 0.01
    assert kept.north >= BOUNDS.north - 0.01
    map_view.home()
    map_view.fit(window_of(kept))
    again = bounds_of(map_view, map_view.free())
    for name in ("west", "south", "east", "north"):
        assert getattr(again, name) == pytest.approx(getattr(kept, name), abs=0.05)


def test_what_lies_beyond_the_globe_is_cut_off(empty_map):
    empty_map.home()
    empty_map.metres_per_pixel = 1e6
    kept = bounds_of(empty_map, QRect(0, 0, 1040, 760))
    assert (kept.west, kept.east) == (-180.0, 180.0)
    assert (kept.south, kept.north) == (-85.0, 85.0)
