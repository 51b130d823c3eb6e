import numpy as np
import pytest

from siteselect.geo.crs import (
    earth_centred,
    from_web_mercator,
    geodesic_km,
    to_web_mercator,
)
from tests.geo.vincenty import vincenty_km

PLACES = {
    "Bishkek": (74.59, 42.87),
    "Almaty": (76.9115, 43.25249),
    "Ekibastuz": (75.32287, 51.72371),
    "Hami": (93.50601, 42.83393),
    "Rockdale": (-97.00137, 30.65548),
}


@pytest.mark.parametrize("name", [each for each in PLACES if each != "Bishkek"])
def test_distances_agree_with_vincenty(name):
    ours = float(geodesic_km(*PLACES["Bishkek"], *PLACES[name]))
    assert ours == pytest.approx(vincenty_km(*PLACES["Bishkek"], *PLACES[name]), abs=1e-6)


def test_one_point_to_many():
    lon, lat = np.array([0.0, 1.0]), np.array([0.0, 0.0])
    assert geodesic_km(0.0, 0.0, lon, lat) == pytest.approx([0.0, 111.3194908])


def test_vectors_lie_on_the_ellipsoid():
    x, y, z = earth_centred([10.0, 75.0, -97.0], [0.0, 43.0, -30.0]).T
    assert (x**2 + y**2) / 6378.137**2 + z**2 / 6356.752314245**2 == pytest.approx([1, 1, 1])


def test_chords_fall_short_of_geodesics_as_said():
    def shortfall(degrees):
        km = float(geodesic_km(70.0, 45.0, 70.0 + degrees, 45.0))
        ends = earth_centred([70.0, 70.0 + degrees], [45.0, 45.0])
        return km, 1 - float(np.linalg.norm(ends[0] - ends[1])) / km

    km, short = shortfall(3.8)
    assert 295 < km < 300
    assert 0 < short < 1e-4
    km, short = shortfall(12.65)
    assert 990 < km < 1000
    assert 0.9e-3 < short < 1.1e-3


def test_web_mercator_goes_and_comes_back():
    lon, lat = np.array([-97.0, 46.5, 96.9]), np.array([-60.0, 34.1, 55.9])
    back = from_web_mercator(*to_web_mercator(lon, lat))
    assert back[0] == pytest.approx(lon)
    assert back[1] == pytest.approx(lat)


def test_web_mercator_at_known_points():
    x, y = to_web_mercator([180.0, 0.0], [0.0, 45.0])
    assert x == pytest.approx([20037508.342789, 0.0])
    assert y == pytest.approx([0.0, 5621521.486192])


def test_web_mercator_ends_at_its_square():
    assert float(to_web_mercator(0.0, 90.0)[1]) == pytest.approx(20037508.342789)
