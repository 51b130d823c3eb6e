import math

import numpy as np
import pytest
from pyproj import Geod, Transformer

from siteselect.ui.map import projection


def test_scene_is_epsg_3857_with_y_downwards():
    lon, lat = np.array([46.0, 76.9, 97.0]), np.array([34.0, 43.2, 56.0])
    east, north = Transformer.from_crs(4326, 3857, always_xy=True).transform(lon, lat)
    x, y = projection.to_scene(lon, lat)
    assert np.allclose(x, east, atol=1e-6)
    assert np.allclose(y, -np.asarray(north), atol=1e-6)


def test_there_and_back():
    lon, lat = np.array([-179.0, 0.0, 82.5]), np.array([-84.0, 0.0, 47.25])
    back = projection.to_geographic(*projection.to_scene(lon, lat))
    assert np.allclose(back, (lon, lat), atol=1e-12)


def test_poles_are_held_at_the_edge():
    assert math.isfinite(projection.scene_point(0, 90)[1])


@pytest.mark.parametrize(("lon", "lat"), [(76.9, 43.2), (60.0, 54.0), (0.0, 0.0)])
def test_scale_bar_is_true_at_the_middle(lon, lat):
    x, y = projection.scene_point(lon, lat)
    metres, pixels = projection.bar(x, y, 4_000.0, 130.0)
    half = 4_000.0 * pixels / 2
    ends = [projection.geographic_point(x + side * half, y) for side in (-1, 1)]
    true = Geod(ellps="WGS84").inv(*ends[0], *ends[1])[2]
    assert true == pytest.approx(metres, rel=2e-4)
    assert pixels <= 130.0
    assert metres / 10 ** math.floor(math.log10(metres)) in (1, 2, 5)


def test_nominal_scale_is_true_at_its_latitude():
    _, y = projection.scene_point(0, 60)
    at_equator = projection.scale(0.0, 1_000.0)
    assert at_equator == pytest.approx(1_000 / 0.0254 * 96, rel=1e-9)
    assert projection.scale(y, 1_000.0) == pytest.approx(at_equator / 2, rel=1e-3)


def test_position_text_is_rounded_to_what_is_known():
    x, y = projection.scene_point(78.902, 45.214)
    text = projection.position_text(x, y, 9_312_345.0)
    assert text == "45.214° N 78.902° E · 1 : 9\u2009300\u2009000"
    assert projection.position_text(-x, -y, 9_312_345.0).startswith("45.214° S 78.902° W")


def test_a_nearer_view_tells_more_digits_and_any_notation():
    x, y = projection.scene_point(75.3225, 51.7231)
    assert projection.position_text(x, y, 30_000.0).startswith("51.7231° N 75.3225° E")
    assert projection.position_text(x, y, 5_000.0).startswith("51.72310° N 75.32250° E")
    assert projection.position_text(x, y, 9e6, "MGRS").startswith("43U ET 222 302 · 1 : ")
    assert projection.position_text(x, y, 9e6, "degrees").startswith("51°43′23″ N 75°19′21″ E")
