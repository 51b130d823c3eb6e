import numpy as np
import pytest

from siteselect.geo.crs import geodesic_km
from siteselect.packs.catalogue import open_pack
from siteselect.scan import apart as room
from siteselect.scan.apart import best_apart
from siteselect.scan.region import region_of
from tests.scan.made import toy


def by_hand(region, scores, count, apart):
    """Take the best cell, strike out all nearer than `apart`, and so on."""
    lon, lat = region.lon_lat(np.arange(len(region)))
    left = [cell for cell in np.lexsort((np.arange(len(scores)), -scores)) if scores[cell] >= 0]
    taken = []
    while left and len(taken) < count:
        cell = left[0]
        taken.append(int(cell))
        km = geodesic_km(lon[cell], lat[cell], lon[left], lat[left])
        left = [each for each, far in zip(left, km, strict=True) if far >= apart and each != cell]
    return taken


@pytest.fixture(scope="module")
def wide():
    """A grid of several blocks."""
    return region_of(open_pack("central-asia"), 14.0)


@pytest.mark.parametrize("step", [256, 3])
@pytest.mark.parametrize("apart", [15.0, 60.0, 0.0])
def test_the_best_cells_keep_their_distance(monkeypatch, step, apart):
    monkeypatch.setattr(room, "_FIRST", step)
    region = region_of(toy(), 10.0)
    scores = np.random.default_rng(1).random(len(region)).astype(np.float32).round(2)
    scores[::5] = np.nan
    rows, at = best_apart(region, None, scores, 12, apart)
    assert rows == by_hand(region, scores, 12, apart)
    np.testing.assert_array_equal(at, np.column_stack(region.lon_lat(np.array(rows))))


@pytest.mark.parametrize("digits", [1, 6])
def test_places_of_several_blocks_are_taken_in_one_order(wide, digits):
    """With many equal scores, and with hardly any; a smooth hill crosses the blocks."""
    assert len(wide.blocks) > 1
    lon, lat = wide.lon_lat(np.arange(len(wide)))
    hill = np.exp(-((lon - 75) ** 2 / 200 + (lat - 46) ** 2 / 30))
    scores = np.round(hill, digits).astype(np.float32)
    rows, _ = best_apart(wide, None, scores, 15, 180.0)
    assert rows == by_hand(wide, scores, 15, 180.0)


def test_of_a_selection_the_rows_are_those_of_the_selection(wide):
    cells = np.arange(500, len(wide), 7)
    scores = np.random.default_rng(3).random(len(cells)).astype(np.float32)
    rows, _ = best_apart(wide, cells, scores, 20, 100.0)
    whole = np.full(len(wide), np.nan, np.float32)
    whole[cells] = scores
    assert cells[rows].tolist() == by_hand(wide, whole, 20, 100.0)


def test_few_cells_are_placed_on_the_globe(wide, monkeypatch):
    """The cost does not grow with the cells that nobody asks for."""
    placed = []
    plain = type(wide).lon_lat

    def counted(self, cells):
        placed.append(len(cells))
        return plain(self, cells)

    monkeypatch.setattr(type(wide), "lon_lat", counted)
    scores = np.random.default_rng(4).random(len(wide)).astype(np.float32)
    rows, _ = best_apart(wide, None, scores, 5, 50.0)
    assert len(rows) == 5
    assert sum(placed) < len(wide) / 10


def test_nothing_is_found_where_nothing_may_be_taken(wide):
    rows, at = best_apart(wide, None, np.full(len(wide), np.nan, np.float32), 5, 10.0)
    assert rows == []
    assert at.shape == (0, 2)
