import time
import zipfile

import geopandas as gpd
import numpy as np
import shapely

from packbuild.write import write_grid, write_layer


def _frame() -> gpd.GeoDataFrame:
    squares = [shapely.box(x, 0, x + 1.0000004, 1) for x in (2, 0, 1)]
    return gpd.GeoDataFrame({"name": ["c", "a", "b"]}, geometry=squares, crs="EPSG:4326")


def test_a_layer_written_twice_has_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        write_layer(_frame(), tmp_path / name / "squares.fgb")
    one, two = (tmp_path / name / "squares.fgb" for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


def test_a_layer_keeps_its_order_and_rounds_to_a_metre(tmp_path):
    write_layer(_frame(), tmp_path / "squares.fgb")
    read = gpd.read_file(tmp_path / "squares.fgb")
    assert read["name"].tolist() == ["c", "a", "b"]
    assert read.total_bounds.tolist() == [0.0, 0.0, 3.0, 1.0]
    assert read.crs == "EPSG:4326"


def test_a_grid_bears_no_time_of_writing(tmp_path, monkeypatch):
    arrays = {"lat": np.arange(3.0), "elevation_m": np.full((3, 2), -32768, dtype=np.int16)}
    write_grid(arrays, tmp_path / "one.npz")
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    write_grid(dict(reversed(arrays.items())), tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.npz") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    with np.load(tmp_path / "one.npz") as read:
        assert read["elevation_m"].dtype == np.int16
        assert read["lat"].tolist() == [0.0, 1.0, 2.0]
