import numpy as np
import pytest

from siteselect.errors import IntakeError
from siteselect.intake.geotiff import Raster, raster_of, read_raster
from siteselect.intake.reader import Reader
from tests.intake.making import geotiff, write


@pytest.fixture(scope="module")
def reader():
    with Reader("") as made:
        yield made


def read(reader, path, crs="", side=2000):
    return raster_of(path, reader.ask("raster", path, {"side": side}), crs)


def test_values_bounds_and_system(tmp_path):
    values = np.arange(600, dtype=np.float32).reshape(20, 30)
    values[0, 0] = -9999
    raster = read_raster(geotiff(tmp_path / "height.tif", values))
    assert isinstance(raster, Raster)
    assert raster.bounds == pytest.approx((75, 50, 78, 52))
    assert raster.crs == "EPSG:4326"
    assert np.isnan(raster.values[0, 0])
    assert raster.values[0, 1] == 1
    assert raster.values[19, 29] == 599
    np.testing.assert_allclose(raster.corners, [[75, 52], [78, 52], [78, 50], [75, 50]])


@pytest.mark.parametrize("kind", ["uint8", "int16", "float64"])
def test_any_kind_of_number_packed_or_not(reader, tmp_path, kind):
    values = np.arange(100).reshape(10, 10).astype(kind)
    path = geotiff(tmp_path / "a.tif", values, compression="zlib", tile=(16, 16))
    np.testing.assert_array_equal(read(reader, path).values, values)


def test_bands_and_size_are_thinned_and_told(reader, tmp_path):
    path = geotiff(tmp_path / "a.tif", np.zeros((40, 50, 3), np.uint8), photometric="rgb")
    raster = read(reader, path, side=25)
    assert raster.values.shape == (20, 25)
    assert raster.notes == ("Every 2th cell was read.", "The first of 3 bands was read.")


def test_a_system_that_is_not_named_is_asked_for(reader, tmp_path):
    path = geotiff(tmp_path / "a.tif", epsg=None)
    with pytest.raises(IntakeError, match="names no reference system"):
        read(reader, path)
    assert read(reader, path, "EPSG:4326").crs == "EPSG:4326"


def test_a_file_that_is_no_raster_or_empty(reader, tmp_path):
    with pytest.raises(IntakeError, match="no GeoTIFF"):
        read_raster(write(tmp_path / "a.geojson", "GeoJSON"))
    with pytest.raises(IntakeError, match="no value at all"):
        read(reader, geotiff(tmp_path / "b.tif", np.full((4, 4), -9999, np.float32)))


def test_the_reading_half_is_tested_in_its_process():
    from siteselect.intake import _geotiff

    assert _geotiff._keys({34735: (1, 1, 0, 1, 3072, 0, 1, 32643)}) == {3072: 32643}
    assert _geotiff._system({34735: (1, 1, 0, 1, 3072, 0, 1, 32767)}) == ""
    assert _geotiff._lost({42113: "nothing"}) is None
