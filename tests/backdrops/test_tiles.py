import pytest

from siteselect.backdrops.tiles import (
    HALF,
    TileAt,
    TileInfo,
    count_over,
    tiles_over,
    zoom_for,
)
from siteselect.geo.crs import to_web_mercator

INFO = TileInfo("t", "", 2, 9, (-180, -85, 180, 85))


def test_the_world_is_one_tile_and_its_quarters_are_four():
    assert TileAt(0, 0, 0).box == (-HALF, -HALF, HALF, HALF)
    assert TileAt(1, 1, 0).box == (0, -HALF, HALF, 0)


def test_a_known_place_lies_in_its_known_tile():
    # Almaty at zoom 8, by the formula of the OpenStreetMap wiki
    x, y = to_web_mercator([76.886], [43.238])
    at = TileAt(8, 182, 93)
    left, top, right, foot = at.box
    assert left <= x[0] < right
    assert top <= -y[0] < foot


def test_tiles_over_a_box_come_from_the_middle_and_stay_in_the_world():
    whole = tiles_over((-HALF, -HALF, HALF, HALF), 2)
    assert len(whole) == 16 == count_over((-HALF, -HALF, HALF, HALF), 2)
    assert set(whole[:4]) == {TileAt(2, x, y) for x in (1, 2) for y in (1, 2)}
    beyond = (-3 * HALF, -3 * HALF, 3 * HALF, 3 * HALF)
    assert tiles_over(beyond, 1) == tiles_over((-HALF, -HALF, HALF, HALF), 1)
    assert tiles_over((HALF * 1.5, 0, HALF * 2, 1), 3) == []
    assert count_over((HALF * 1.5, 0, HALF * 2, 1), 3) == 0


def test_a_box_within_one_tile_wants_that_one():
    left, top, right, foot = TileAt(5, 20, 11).box
    assert tiles_over((left, top, right, foot), 5) == [TileAt(5, 20, 11)]


@pytest.mark.parametrize(
    ("metres", "zoom"), [(156543.03 / 2**6, 6), (156543.03 / 2**6 * 1.3, 6), (1e9, 2), (0.01, 9)]
)
def test_the_zoom_fits_the_pixels_and_stays_among_those_there_are(metres, zoom):
    assert zoom_for(metres, INFO) == zoom


def test_a_tile_lies_within_the_one_above_it():
    at, above = TileAt(7, 91, 46), TileAt(7, 91, 46).above(3)
    assert above == TileAt(4, 11, 5)
    box, around = at.box, above.box
    assert around[0] <= box[0] <= box[2] <= around[2]
    assert around[1] <= box[1] <= box[3] <= around[3]


@pytest.mark.parametrize("at", [(0, 1, 0), (3, -1, 0), (25, 0, 0), (2, 0, 4), (-1, 0, 0)])
def test_tiles_that_there_are_not(at):
    assert not TileAt(*at).real
