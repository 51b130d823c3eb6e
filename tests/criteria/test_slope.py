import numpy as np

from siteselect.criteria.slope import _slopes
from siteselect.geo.crs import geodesic_km
from siteselect.model.sites import Site
from tests.criteria.toy import central_asia, measured, site


def test_the_slope_is_the_rise_over_the_run():
    pack = central_asia()
    grid = pack.grid("elevation")
    metres = grid["elevation_m"].astype(float)
    row, column = 400, 1500
    north = 1000 * geodesic_km(grid["lon"][column], grid["lat"][row - 1],
                               grid["lon"][column], grid["lat"][row + 1])  # fmt: skip
    east = 1000 * geodesic_km(grid["lon"][column - 1], grid["lat"][row],
                              grid["lon"][column + 1], grid["lat"][row])  # fmt: skip
    up = (metres[row + 1, column] - metres[row - 1, column]) / north
    across = (metres[row, column + 1] - metres[row, column - 1]) / east
    assert np.isclose(_slopes(pack)[row, column], 100 * np.hypot(up, across), rtol=5e-3)


def test_mountains_are_steeper_than_the_steppe():
    peak = Site("Tian Shan", "KG", 77.6, 42.15)
    steppe = Site("Steppe", "KZ", 68.0, 49.0)
    column = measured("slope", [peak, steppe], pack=central_asia())
    assert column.value[0] > 3.0 * column.value[1] > 0.0
    assert "steeper" in column.provenance[0].note


def test_where_the_grid_does_not_reach_it_is_unknown():
    far = Site("North", "KZ", 70.0, 54.5)
    assert np.isnan(measured("slope", [far], pack=central_asia()).value[0])
    assert np.isnan(measured("slope", [site(900.0)]).value[0])
