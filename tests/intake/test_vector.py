import geopandas
import numpy as np
import pytest
import shapely

from siteselect.errors import IntakeError
from siteselect.intake.limits import Limits
from siteselect.intake.parcel import Parcel
from siteselect.intake.sniff import Form
from siteselect.intake.vector import layer_form, layer_of, read_layer, shown_number
from tests.intake import making
from tests.intake.test_sniff import FORMS
from tests.intake.trying import Readers

LAYERS = ("kml", "kmz", "geojson", "gpkg", "fgb", "gpx", "zip")


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    return making.all_forms(tmp_path_factory.mktemp("forms"))


@pytest.fixture(scope="module")
def readers():
    with Readers() as made:
        yield made


@pytest.mark.parametrize("kind", LAYERS)
def test_every_form_gives_the_same_points_and_names(kind, sound, readers):
    from siteselect.intake.sniff import DRIVERS
    from siteselect.intake.vector import read_layer_with

    form = FORMS[kind]
    layer = read_layer_with(readers.reader(DRIVERS[form]), sound[kind], form)
    places = [layer.names.index(name) for name in making.NAMES]
    found = shapely.get_coordinates(layer.geometry)[places]
    np.testing.assert_allclose(found, making.POINTS, atol=1e-9)
    assert layer.form is form
    assert layer.rows == (1, 2, 3, 4)
    assert layer.of_kind("points").tolist() == [0, 1, 2, 3]
    if kind in ("geojson", "gpkg", "fgb", "zip"):
        assert sorted(layer.numbers["power_mw"]) == sorted(making.MW)
    assert layer.report.summary == f"{sound[kind].name}: 4 features taken in."


def test_lines_and_areas_come_through_whole(tmp_path):
    items = [shapely.box(70, 45, 71, 46), shapely.LineString([(70, 45), (72, 47)]),
             shapely.MultiPolygon([shapely.box(1, 1, 2, 2), shapely.box(3, 3, 4, 4)])]  # fmt: skip
    table = geopandas.GeoDataFrame({"name": ["a", "", "c"]}, geometry=items, crs=4326)
    layer = read_layer(making.write(tmp_path / "mixed.geojson", "GeoJSON", table))
    assert len(layer) == 3
    assert layer.of_kind("polygons").tolist() == [0, 2]
    assert layer.of_kind("lines").tolist() == [1]
    assert all(shapely.equals(layer.geometry, items))
    assert layer.names == ("a", "mixed 2", "c")


def test_a_shapefile_in_metres_is_laid_on_the_globe(tmp_path):
    layer = read_layer(making.shapefile(tmp_path, table=making.frame().to_crs(32643)))
    np.testing.assert_allclose(shapely.get_coordinates(layer.geometry), making.POINTS, atol=1e-9)
    assert layer.crs == "EPSG:32643"
    assert "turned from EPSG:32643" in layer.report.lines[1]


def test_a_layer_without_a_system_is_read_when_one_is_named(tmp_path):
    made = making.shapefile(tmp_path, table=making.frame().to_crs(32643))
    made.with_suffix(".prj").unlink()
    with pytest.raises(IntakeError, match="names no reference system"):
        read_layer(made)
    layer = read_layer(made, crs="EPSG:32643")
    np.testing.assert_allclose(shapely.get_coordinates(layer.geometry), making.POINTS, atol=1e-9)


def test_tables_and_rasters_hold_no_layer(sound):
    for kind in ("csv", "xlsx", "tif"):
        with pytest.raises(IntakeError, match="holds no layer"):
            layer_form(sound[kind])
    with pytest.raises(IntakeError, match="is larger than"):
        layer_form(sound["gpkg"], Limits(file_bytes=5))


def parcel(**other):
    arrays = {
        "points": np.array([1.0, 2.0]), "points_rows": np.array([0]),
        "points_offsets0": np.array([0, 1]),
    }  # fmt: skip
    plain = {"layer": "", "crs": "", "count": 1, "findings": [], "columns": []}
    plain |= {name: value for name, value in other.items() if name in plain}
    arrays |= {name: np.array(value) for name, value in other.items() if name not in plain}
    return Parcel(plain, arrays)


def test_a_sound_parcel_is_a_layer(tmp_path):
    layer = layer_of(tmp_path / "a.fgb", Form.FLATGEOBUF, parcel())
    assert layer.geometry.tolist() == [shapely.Point(1, 2)]
    assert layer.names == ("a 1",)


@pytest.mark.parametrize(
    "wrong",
    [
        {"points": [np.nan, 2.0]},
        {"points": [1.0, 2.0, 3.0]},
        {"points_rows": [7]},
        {"points_offsets0": [0, 9]},
        {"points_offsets0": [1, 1]},
        {"count": "many"},
        {"columns": [{"name": "a", "text": ["x", "y"]}]},
        {"columns": [{"name": "a", "text": None}]},
        {"findings": [["short"]]},
    ],
)
def test_a_parcel_that_does_not_fit_together_is_refused(wrong, tmp_path):
    with pytest.raises(IntakeError, match="does not fit together"):
        layer_of(tmp_path / "a.fgb", Form.FLATGEOBUF, parcel(**wrong))


def test_a_layer_of_which_nothing_is_left_is_refused_with_the_first_reason(tmp_path):
    found = ["the feature has no geometry.", 1, "geometry", True]
    plain = {"layer": "", "crs": "", "count": 1, "columns": [], "findings": [found]}
    empty = Parcel(plain)
    with pytest.raises(IntakeError, match=r"no feature that can be used\. the feature has no"):
        layer_of(tmp_path / "a.fgb", Form.FLATGEOBUF, empty)


def test_numbers_are_shown_in_fifteen_figures():
    assert [shown_number(each) for each in (1.0, 0.1 + 0.2, float("nan"))] == ["1", "0.3", ""]
