import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod, Proj

from siteselect.geo.coordinates import read_point
from siteselect.geo.notation import NOTATIONS, copied_point, to_utm, write_point, zone_of

EKIBASTUZ = (75.3225, 51.7231)
LONS = st.floats(-180, 179.9999)
LATS = st.floats(-79.9, 83.9)


def test_one_point_in_every_notation():
    told = {each: write_point(*EKIBASTUZ, each) for each in NOTATIONS}
    assert told["decimal"] == "51.72310° N 75.32250° E"
    assert told["degrees"] == "51°43′23.16″ N 75°19′21.00″ E"
    east, north = Proj(proj="utm", zone=43, ellps="WGS84")(*EKIBASTUZ)
    assert told["UTM"] == f"43U {east:06.0f} E {north:07.0f} N"
    assert told["MGRS"].startswith("43U ET ")


@pytest.mark.parametrize(
    ("point", "square"),
    [
        ((-77.035248, 38.889468), "18S UJ 23479 06483"),  # the Washington Monument
        ((151.214928, -33.857142), "56H LH 34887 52302"),
        ((16.4135, 48.2497), "33U XP 04975 45103"),
    ],
)
def test_squares_are_where_pyproj_puts_them(point, square):
    """The letters are those of the grid; the digits are checked against another reckoning."""
    zone = int(square[:2])
    east, north = Proj(proj="utm", zone=zone, ellps="WGS84", south=point[1] < 0)(*point)
    told = write_point(*point, "MGRS")
    assert told[:6] == square[:6]
    assert told[7:] == f"{int(east) % 100_000:05d} {int(north) % 100_000:05d}"


@given(LONS, LATS)
def test_utm_is_that_of_pyproj(lon, lat):
    zone = zone_of(lon, lat)
    oracle = Proj(proj="utm", zone=zone, ellps="WGS84", south=lat < 0)(lon, lat)
    assert to_utm(lon, lat, zone) == pytest.approx(oracle, abs=0.001)


@given(LONS, LATS, st.sampled_from(NOTATIONS))
def test_what_is_copied_is_read_again(lon, lat, notation):
    point = read_point(copied_point(lon, lat, notation))
    assert point is not None
    assert point.notation == notation
    away = Geod(ellps="WGS84").inv(lon, lat, point.lon, point.lat)[2]
    assert away < 1.0


def test_digits_that_are_not_known_are_left_out():
    told = [write_point(*EKIBASTUZ, each, metres=100) for each in NOTATIONS]
    assert told[0] == "51.723° N 75.323° E"
    assert told[1] == "51°43′23″ N 75°19′21″ E"
    assert len(told[3].replace(" ", "")) == 5 + 6


def test_seconds_are_carried():
    assert write_point(-0.999999, -59.9999999, "degrees", 100) == "60°00′00″ S 1°00′00″ W"


def test_norway_and_svalbard_have_their_own_zones():
    assert [zone_of(5, 60), zone_of(5, 64), zone_of(5, 55.9)] == [32, 31, 31]
    assert [zone_of(lon, 78) for lon in (8, 10, 22, 34, 43)] == [31, 33, 35, 37, 38]
    assert zone_of(180, 0) == zone_of(-180, 0) == 1


@pytest.mark.parametrize("lat", [84.5, -80.5])
@pytest.mark.parametrize("notation", ["UTM", "MGRS"])
def test_beyond_the_zones_degrees_are_told(lat, notation):
    assert "°" in write_point(10, lat, notation)
    assert not math.isnan(read_point(copied_point(10, lat, notation)).lat)
