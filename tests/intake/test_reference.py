import numpy as np
import pytest

from siteselect.errors import IntakeError
from siteselect.intake.reference import Reference


@pytest.mark.parametrize(
    "text", ["EPSG:4326", "epsg 4326", "4326", "urn:ogc:def:crs:EPSG::4326", "OGC:CRS84"]
)
def test_degrees_have_many_names(text):
    assert Reference.named(text) == Reference.degrees()


def test_web_mercator_by_its_formula():
    reference = Reference.named("EPSG:3857")
    assert (reference.is_wgs84, reference.is_degrees) == (False, False)
    lon, lat = reference.to_wgs84(np.array([[6378137 * np.pi / 2, 0.0]]))[0]
    assert (lon, lat) == pytest.approx((90, 0))


def test_a_text_of_a_file_is_read_and_pulkovo_differs_by_metres():
    from pyproj import CRS

    reference = Reference.named(CRS.from_epsg(4284).to_wkt())
    assert reference.title == "EPSG:4284"
    assert reference.is_degrees
    assert not reference.is_wgs84
    lon, lat = reference.to_wgs84(np.array([[75.0, 51.0]]))[0]
    assert 0 < abs(lon - 75) < 0.01
    assert abs(lat - 51) < 0.01
    assert Reference.degrees().to_wgs84(np.array([[1.0, 2.0]])).tolist() == [[1.0, 2.0]]


@pytest.mark.parametrize(
    "text", ["EPSG:999999", "EPSG:32800", "hello", "+proj=longlat", "/etc/passwd"]
)
def test_what_proj_does_not_know_is_refused(text):
    with pytest.raises(IntakeError, match="is no reference system"):
        Reference.named(text)
