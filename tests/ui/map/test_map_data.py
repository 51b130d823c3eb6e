import numpy as np
import pytest

from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.projection import scene_point
from tests.ui.map.small_pack import SmallPack, make_data


def test_stations_come_the_largest_first_with_their_kinds():
    stations = make_data().stations
    assert [row.name for row in stations.rows] == ["Great", "Doubtful", "Late", "Small"]
    assert [row.fuel for row in stations.rows] == ["coal", "hydro", "other", "solar"]
    assert [row.year for row in stations.rows] == [1980, 1990, 2020, None]
    assert [row.suspect for row in stations.rows] == [False, True, False, False]
    assert (stations.x[0], stations.y[0]) == pytest.approx(scene_point(65, 51))


def test_home_is_the_bounds_of_the_pack():
    left, top, right, foot = make_data().home
    assert (left, top) == pytest.approx(scene_point(60, 55))
    assert (right, foot) == pytest.approx(scene_point(90, 40))


def test_realms_join_regions_of_one_law():
    data = make_data()
    assert [row.name for row in data.realm_rows] == ["Kazakhstan", "Xinjiang"]
    assert len(data.realms) == 2


def test_towns_know_whether_they_are_abroad():
    assert {row.name: row.abroad for row in make_data().places.rows} == {
        "Bigtown": False,
        "Farcity": True,
    }


def test_a_pack_without_a_layer_stays_empty_there():
    missing = ("lakes", "disputed", "power_stations", "places", "airports", "border_crossings")
    data = MapData.of(SmallPack(without=missing))
    assert len(data.stations) == len(data.places) == len(data.lakes) == 0
    assert len(data.borders.strong) > 0


def test_without_regions_the_main_countries_are_the_land():
    data = MapData.of(SmallPack(without=("regions",)))
    assert [row.code for row in data.realm_rows] == ["KZ", "CN"]
    assert len(data.regions) == 0
    assert np.isfinite(data.realms.bounds).all()


def test_who_must_be_named():
    data = make_data()
    assert data.attributions["power_stations"] == ("Stations: list A",)
    assert data.borders_note == "As drawn."
