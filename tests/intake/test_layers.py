"""What the reading process makes of a layer, asked for in a process as the program does."""

import geopandas
import numpy as np
import pytest
import shapely

from siteselect.errors import IntakeError
from siteselect.intake._layers import _geometry_arrays, _told
from siteselect.intake.reader import Reader
from tests.intake import making


@pytest.fixture(scope="module")
def gpkg():
    with Reader("GPKG") as reader:
        yield reader


def ask(reader, path, layer=""):
    return reader.ask("layer", path, {"form": "GeoPackage", "layer": layer, "crs": ""})


def test_columns_are_numbers_or_text_and_empty_ones_are_passed_over(gpkg, tmp_path):
    table = making.frame().assign(
        empty=None, flag=[True, False, True, True], day="2021-06-02", whole=[1, 2, 3, 4]
    )
    parcel = ask(gpkg, making.write(tmp_path / "a.gpkg", "GPKG", table))
    by_name = {each["name"]: each["text"] for each in parcel.plain["columns"]}
    assert "empty" not in by_name
    assert by_name["flag"] == ["yes", "no", "yes", "yes"]
    assert by_name["day"] == ["2021-06-02"] * 4
    assert by_name["whole"] is None
    assert by_name["power_mw"] is None


def test_a_layer_is_chosen_by_name(gpkg, tmp_path):
    path = making.write(tmp_path / "a.gpkg", "GPKG", layer="one")
    making.write(path, "GPKG", making.frame().iloc[:2], layer="two")
    parcel = ask(gpkg, path)
    assert parcel.plain["count"] == 4
    assert "It holds 2 layers; one was read, two not." in str(parcel.plain["findings"])
    assert ask(gpkg, path, "two").plain["count"] == 2
    with pytest.raises(IntakeError, match=r"no layer called three\. It has: one, two"):
        ask(gpkg, path, "three")


def test_a_database_without_features_is_said_so(gpkg, tmp_path):
    import sqlite3

    path = making.write(tmp_path / "a.gpkg", "GPKG")
    held = sqlite3.connect(path)
    held.execute("UPDATE gpkg_contents SET data_type = 'attributes'")
    held.commit()
    held.close()
    with pytest.raises(IntakeError, match="holds no layer with points"):
        ask(gpkg, path)


def test_texts_of_an_old_shapefile_are_told_by_their_letters(tmp_path):
    table = geopandas.GeoDataFrame(
        {"name": ["乌鲁木齐东站", "喀什电厂"]},
        geometry=[shapely.Point(*p) for p in making.POINTS[:2]],
        crs=4326,
    )
    table.to_file(tmp_path / "a.shp", encoding="gbk")
    (tmp_path / "a.cpg").unlink()
    data = bytearray((tmp_path / "a.dbf").read_bytes())
    data[29] = 0
    (tmp_path / "a.dbf").write_bytes(bytes(data))
    with Reader("ESRI Shapefile") as reader:
        parcel = reader.ask(
            "layer", tmp_path / "a.shp", {"form": "shapefile", "layer": "", "crs": ""}
        )
    assert parcel.plain["columns"][0]["text"] == ["乌鲁木齐东站", "喀什电厂"]
    assert "were read as gb18030" in str(parcel.plain["findings"])


def test_points_lines_and_areas_become_coordinates_with_offsets():
    items = np.array(
        [shapely.Point(1, 2), shapely.MultiPoint([(3, 4), (5, 6)]), shapely.box(0, 0, 1, 1), None]
    )
    arrays = _geometry_arrays(items)
    assert arrays["points_rows"].tolist() == [0, 1]
    assert arrays["points"].tolist() == [[1, 2], [3, 4], [5, 6]]
    assert arrays["points_offsets0"].tolist() == [0, 1, 3]
    assert arrays["polygons_rows"].tolist() == [2]
    assert len(arrays["polygons"]) == 5


def test_cells_that_are_not_plain_become_text():
    assert _told([1, None]).tolist()[0] == 1.0
    assert _told(["a", b"\0", np.array([1, 2])]) == ["a", "", "1, 2"]
    assert _told(["\ud800"]) == ["?"]
