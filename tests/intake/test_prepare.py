import pytest

from siteselect.errors import IntakeError
from siteselect.intake import _prepare
from siteselect.intake._prepare import companions, look_over, prepare
from siteselect.intake.sniff import Form
from tests.intake import making


@pytest.fixture(autouse=True)
def _nothing_is_sealed(monkeypatch):
    """The bound on files holds for a process: here the tests write on."""
    monkeypatch.setattr(_prepare, "seal", lambda: None)
    monkeypatch.setattr(_prepare, "unseal", lambda _: None)


@pytest.fixture
def room(tmp_path):
    (tmp_path / "room").mkdir()
    return tmp_path / "room"


def test_a_file_is_laid_apart_under_a_fixed_name(tmp_path, room):
    path = making.write(tmp_path / "plots.geojson", "GeoJSON")
    laid = prepare(path, Form.GEOJSON, room)
    assert laid == room / "layer.geojson"
    assert laid.read_bytes() == path.read_bytes()
    assert [each.name for each in room.iterdir()] == ["layer.geojson"]


def test_where_the_system_makes_no_links_it_is_copied(tmp_path, room, monkeypatch):
    path = making.write(tmp_path / "plots.geojson", "GeoJSON")

    def refuse(*_):
        raise OSError("no links here")

    monkeypatch.setattr(type(room), "symlink_to", refuse)
    laid = prepare(path, Form.GEOJSON, room)
    assert not laid.is_symlink()
    assert laid.read_bytes() == path.read_bytes()


def test_companions_are_found_in_any_case_and_nothing_else(tmp_path):
    made = making.shapefile(tmp_path)
    (tmp_path / "PLOTS.DBF").write_bytes((tmp_path / "plots.dbf").read_bytes())
    (tmp_path / "plots.dbf").unlink()
    (tmp_path / "plots.vrt").write_text("x")
    assert set(companions(made)) == {".shx", ".dbf", ".prj", ".cpg"}


def test_a_kmz_and_a_zip_are_unpacked_under_fixed_names(tmp_path, room):
    kmz = making.pack(tmp_path / "a.kmz", {"files/b.kml": "<kml/>", "doc.kml": making.kml()})
    assert "Placemark" in prepare(kmz, Form.KMZ, room).read_text()
    laid = prepare(making.zipped_shapefile(tmp_path), Form.SHAPEFILE_ZIP, room)
    assert laid == room / "layer.shp"
    assert {each.name for each in room.iterdir()} >= {"layer.shp", "layer.dbf", "layer.shx"}


def test_two_shapefiles_in_a_zip_are_asked_about(tmp_path, room):
    path = making.pack(tmp_path / "a.zip", {"a.shp": "", "b.shp": ""})
    with pytest.raises(IntakeError, match=r"holds 2 shapefiles \(a, b\)"):
        prepare(path, Form.SHAPEFILE_ZIP, room)


@pytest.mark.parametrize(
    ("suffix", "words"), [(".dbf", r"lacks its \.dbf"), (".shx", r"lacks its \.shx")]
)
def test_a_missing_companion_is_named(tmp_path, room, suffix, words):
    made = making.shapefile(tmp_path)
    made.with_suffix(suffix).unlink()
    with pytest.raises(IntakeError, match=words):
        prepare(made, Form.SHAPEFILE, room)


def test_a_workbook_is_looked_over_part_by_part(tmp_path):
    path = making.workbook(tmp_path / "a.xlsx")
    look_over(path, Form.XLSX, path)
    bad = making.pack(tmp_path / "b.xlsx", {"xl/workbook.xml": "<a>"})
    with pytest.raises(IntakeError, match="damaged XML"):
        look_over(bad, Form.XLSX, bad)
