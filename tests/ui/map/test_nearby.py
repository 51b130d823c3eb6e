from dataclasses import replace

import numpy as np
import pytest
import shapely
from pyproj import Geod

from siteselect.geo.proximity import nearest_edge
from siteselect.model.user_layer import Role
from siteselect.ui.map.nearby import Nearby, nearby, nearby_words
from siteselect.ui.map.own_data import own_data_of
from tests.ui.map import own_made
from tests.ui.map.small_pack import make_data

GEOD = Geod(a=6_378_137, b=6_356_752.314245)


@pytest.fixture
def data(tmp_path, monkeypatch):
    """The small pack with a substation and 300 lines, some without a name."""
    chance = np.random.default_rng(5)
    start = np.column_stack((chance.uniform(60, 90, 300), chance.uniform(40, 60, 300)))
    end = start + chance.normal(0, 0.4, (300, 2))
    lines = [
        (shapely.LineString(pair), f"L{row}" if row % 3 else "", "line", 220.0)
        for row, pair in enumerate(np.stack((start, end), axis=1))
    ]
    monkeypatch.setitem(own_made.ROWS, Role.POWER_LINES, lines)
    layers = [own_made.own_layer(role, tmp_path) for role in (Role.SUBSTATIONS, Role.POWER_LINES)]
    return replace(make_data(), own=own_data_of(layers)), [line[0] for line in lines]


def test_the_nearest_station_and_substation_are_told_by_the_geodesic(data):
    station, substation, _ = nearby(data[0], 74.0, 51.0)
    assert (station.kind, station.name) == ("station", "Doubtful")
    assert station.km == pytest.approx(GEOD.inv(74, 51, 75, 52)[2] / 1000, abs=1e-6)
    assert (substation.kind, substation.name) == ("substations", "South")
    assert substation.km == pytest.approx(GEOD.inv(74, 51, 75, 50)[2] / 1000, rel=1e-3)


def test_the_line_that_is_nearest_on_the_ellipsoid_is_found_among_many(data):
    chance = np.random.default_rng(6)
    made, lines = data
    for lon, lat in zip(chance.uniform(55, 95, 40), chance.uniform(35, 65, 40), strict=True):
        found = nearby(made, lon, lat)[-1]
        whole = nearest_edge(lon, lat, lines)  # measured to every line
        row = int(whole.index[0])
        assert found.km == pytest.approx(float(whole.km[0]), rel=1e-9)
        assert found.name == (f"L{row}" if row % 3 else "")


def test_without_layers_only_stations_are_known():
    assert [each.kind for each in nearby(make_data(), 74.0, 51.0)] == ["station"]


def test_what_is_near_is_told_in_a_line():
    told = nearby_words(Nearby("station", "Great", 34.26))
    assert told == "Nearest power station: Great, 34.3 km"
    assert nearby_words(Nearby("power_lines", "", 0.0)) == "Nearest power line: no name, 0.0 km"
    assert nearby_words(Nearby("substations", "South", 1234.5)).endswith("South, 1\u2009234.5 km")
