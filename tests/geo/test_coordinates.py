import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Proj

from siteselect.geo.coordinates import BANDS, read_point

EKIBASTUZ = (75.3225, 51.7231)


@pytest.mark.parametrize(
    "text",
    [
        "51.7231, 75.3225",
        "51.7231 75.3225",
        "51.7231;75.3225",
        "51,7231; 75,3225",
        "51,7231 75,3225",
        "+51.7231 +75.3225",
        "51.7231N 75.3225E",
        "51.7231° N, 75.3225° E",
        "N51.7231 E75.3225",
        "75.3225E 51.7231N",
        "75.3225 E, 51.7231 N",
        "  51.7231°,\t75.3225° ",
        "51°43'23.16\"N 75°19'21\"E",
        "51°43′23.16″ N, 75°19′21″ E",
        "51° 43.386' N 75° 19.35' E",
        "51d43m23.16s N 75d19m21s E",
        "51 43 23.16 N 75 19 21 E",
        "N 51°43'23.16\", E 75°19'21\"",
    ],
)
def test_usual_ways_to_write_one_point(text):
    point = read_point(text)
    assert point is not None
    assert (point.lon, point.lat) == pytest.approx(EKIBASTUZ, abs=1e-6)


def test_south_and_west_are_negative():
    point = read_point("33°52'S 151°12'W")
    assert (point.lon, point.lat) == pytest.approx((-151.2, -33.866667), abs=1e-6)
    assert read_point("-33.8667, 151.2").lat == -33.8667
    assert read_point("\u221233.8667, 151.2").lat == -33.8667


def test_a_first_number_that_is_no_latitude_is_a_longitude():
    point = read_point("107.5 49.2")
    assert (point.lon, point.lat) == (107.5, 49.2)


@pytest.mark.parametrize(
    "text",
    ["", "Pavlodar", "51.7", "51.7 75.3 12", "95 N 20 E", "51 N 75 N", "51°61'N 75°10'E",
     "200, 300", "91.5, 95.0", "61U 500000 5000000", "43U 384000", "43UIT1212", "43UCT123", "E"],
)  # fmt: skip
def test_what_is_no_point_is_none(text):
    assert read_point(text) is None


@given(st.floats(-179.9, 179.9), st.floats(-79.5, 83.5))
def test_utm_agrees_with_proj(lon, lat):
    zone = int((lon + 180) // 6) + 1
    easting, northing = Proj(proj="utm", zone=zone, south=lat < 0, ellps="WGS84")(lon, lat)
    half = "north" if lat >= 0 else "south"
    point = read_point(f"{zone} {half} {easting:.3f} {northing:.3f}")
    assert point.notation == "UTM"
    assert math.hypot((point.lon - lon) * math.cos(math.radians(lat)), point.lat - lat) < 3e-8


@given(st.floats(-179.9, 179.9), st.floats(-79.5, 83.5))
def test_mgrs_agrees_with_proj(lon, lat):
    zone = int((lon + 180) // 6) + 1
    easting, northing = Proj(proj="utm", zone=zone, south=lat < 0, ellps="WGS84")(lon, lat)
    band = BANDS[min(int((lat + 80) // 8), 19)]
    column = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")[(zone - 1) % 3][int(easting // 1e5) - 1]
    letters = "ABCDEFGHJKLMNPQRSTUV" if zone % 2 else "FGHJKLMNPQRSTUVABCDE"
    row = letters[int(northing // 1e5) % 20]
    digits = f"{int(easting % 1e5):05d}{int(northing % 1e5):05d}"
    point = read_point(f"{zone}{band}{column}{row}{digits}")
    assert point.notation == "MGRS"
    away = math.hypot((point.lon - lon) * math.cos(math.radians(lat)), point.lat - lat)
    assert away * 111_320 < 0.8  # the middle of a square metre


@pytest.mark.parametrize(
    ("text", "lon", "lat"),
    [
        ("33UXP04", 16.41450, 48.24949),  # the example of the library mgrs for JavaScript
        ("31U 448251 5411932", 2.2945, 48.8582),  # the Eiffel Tower, as widely published
        ("31UDQ4825111932", 2.2945, 48.8582),
        ("18S 323394 4307396", -77.0365, 38.8977),  # the White House: S is a band there
        ("56S 334873 6252266", 151.2153, -33.8572),  # the opera in Sydney: S is the south
    ],
)
def test_known_places(text, lon, lat):
    point = read_point(text)
    assert (point.lon, point.lat) == pytest.approx((lon, lat), abs=2e-3)
