import os

import pytest

from siteselect.errors import IntakeError
from siteselect.intake.limits import Limits
from siteselect.intake.sniff import DRIVERS, Form, checked_path, sniff, text_head
from tests.intake import making

FORMS = {
    "csv": Form.TABLE, "tsv": Form.TABLE, "kml": Form.KML, "kmz": Form.KMZ, "xlsx": Form.XLSX,
    "geojson": Form.GEOJSON, "gpkg": Form.GPKG, "fgb": Form.FLATGEOBUF, "gpx": Form.GPX,
    "zip": Form.SHAPEFILE_ZIP, "tif": Form.GEOTIFF,
}  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    return making.all_forms(tmp_path_factory.mktemp("forms"))


@pytest.mark.parametrize("kind", FORMS)
def test_content_tells_the_form_whatever_the_name(kind, sound, tmp_path):
    other = tmp_path / "plots.dat"
    other.write_bytes(sound[kind].read_bytes())
    assert sniff(sound[kind]) is FORMS[kind]
    assert sniff(other) is FORMS[kind]


def test_a_shapefile_and_lines_of_geojson(tmp_path):
    assert sniff(making.shapefile(tmp_path)) is Form.SHAPEFILE
    line = '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}\n'
    (tmp_path / "a.geojsonl").write_text(line * 2)
    assert sniff(tmp_path / "a.geojsonl") is Form.GEOJSON_LINES


def test_every_layer_form_has_one_driver():
    assert set(Form) - DRIVERS.keys() == {Form.TABLE, Form.GEOTIFF, Form.POSTGIS}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"  \n\n", "is empty"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "old Excel file"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"PAR1", "Parquet"),
        (b"PK\x03\x04" + b"x" * 99, "is damaged, and no container"),
        (b"<html><body>", "a page of the web"),
        (b"<gml:FeatureCollection>", "GML"),
        (b'{"type":"Topology","objects":{}}', "TopoJSON"),
        (b'{"a": 1}', "JSON without any feature"),
        (b"\x01\x02\0\x03\0\0binary", "of no form that siteselect knows"),
    ],
)
def test_what_is_not_taken_is_called_by_its_name(data, words, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    with pytest.raises(IntakeError, match=words) as told:
        sniff(path)
    assert str(told.value).endswith(".")


def test_parts_of_a_shapefile_name_the_whole(tmp_path):
    making.shapefile(tmp_path)
    with pytest.raises(IntakeError, match=r"choose the \.shp beside it"):
        sniff(tmp_path / "plots.dbf")


def test_size_is_bounded_by_form(sound):
    for kind, limits in (
        ("csv", Limits(table_bytes=3)),
        ("kml", Limits(text_bytes=3)),
        ("gpkg", Limits(file_bytes=3)),
    ):
        with pytest.raises(IntakeError, match="is larger than 0 MB"):
            sniff(sound[kind], limits)


def test_a_missing_file_and_an_odd_name(tmp_path):
    with pytest.raises(IntakeError, match="No such file"):
        checked_path(tmp_path / "none.csv")
    with pytest.raises(IntakeError, match="zero sign"):
        checked_path("a\0b")
    if os.name == "posix":
        (tmp_path / "C:plots.csv").write_text("name\n")
        assert checked_path(tmp_path / "C:plots.csv").name == "C:plots.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_head_is_read_in_any_unicode(encoding):
    assert text_head("<kml>Алматы".encode(encoding)).startswith("<kml>")
