import geopandas
import pytest
import shapely

from siteselect.errors import IntakeError
from siteselect.intake.choices import Choices
from siteselect.intake.limits import Limits
from siteselect.intake.sniff import Form
from siteselect.intake.source import open_source, pasted
from tests.intake import making


def test_a_text_is_held_as_it_is(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(making.TABLE)
    source = open_source(path)
    assert source.is_text
    assert not source.is_layer
    assert source.data == path.read_bytes()
    with pytest.raises(IntakeError, match="larger than"):
        open_source(path, limits=Limits(table_bytes=3))


def test_a_workbook_gives_rows_and_the_names_of_its_sheets(tmp_path):
    source = open_source(making.workbook(tmp_path / "a.xlsx"))
    assert source.sheets == ("Sheet",)
    assert source.rows[0] == (1, ("name", "lon", "lat", "power_mw"))
    with pytest.raises(IntakeError, match="no sheet called Other"):
        open_source(tmp_path / "a.xlsx", Choices(sheet="Other"))


def test_areas_give_a_point_within_and_lose_no_column(tmp_path):
    table = geopandas.GeoDataFrame(
        {"title": ["Plot", "Yard"], "lon": [1.0, 2.0], "noise": [3.5, None], "owner": ["A", "B"]},
        geometry=[shapely.box(75, 51, 76, 52), shapely.box(70, 45, 71, 46)],
        crs=4326,
    )
    source = open_source(making.write(tmp_path / "a.geojson", "GeoJSON", table))
    assert source.is_layer
    assert source.rows[0][1] == ("name", "lon", "lat", "noise", "owner")
    assert source.rows[1] == (1, ("Plot", "75.5", "51.5", "3.5", "A"))
    assert source.rows[2][1][3] == ""
    assert "2 of 2 features are lines or areas" in str(source.findings[-1])


def test_features_without_a_name_are_numbered(tmp_path):
    table = making.frame()[["power_mw", "geometry"]]
    source = open_source(making.write(tmp_path / "plots.geojson", "GeoJSON", table))
    assert source.rows[1][1][0] == "plots 1"
    assert "No column looks like a name" in str(source.findings[0])


def test_a_raster_holds_no_sites(tmp_path):
    with pytest.raises(IntakeError, match="is a raster"):
        open_source(making.geotiff(tmp_path / "a.tif"))


def test_what_is_pasted_is_a_table():
    source = pasted("name\tlon\tlat\nA\t75,3\t51,7\n")
    assert (source.form, source.name) == (Form.TABLE, "what was pasted")
    with pytest.raises(IntakeError, match="Nothing to paste"):
        pasted(" \n")
    with pytest.raises(IntakeError, match="too large to paste"):
        pasted("x" * (33 * 2**20))
