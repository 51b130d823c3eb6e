import io
import zipfile

import pyogrio

from siteselect.export import kml
from siteselect.export.kmz import make
from tests.export.making import made_report


def test_the_container_holds_the_document_and_nothing_else():
    with zipfile.ZipFile(io.BytesIO(make(made_report()))) as held:
        assert held.namelist() == ["doc.kml"]
        assert held.read("doc.kml") == kml.make(made_report())


def test_a_foreign_reader_opens_it(tmp_path):
    path = tmp_path / "list.kmz"
    path.write_bytes(make(made_report()))
    assert "In the ranking (3)" in [str(name) for name, _ in pyogrio.list_layers(path)]


def test_same_report_same_bytes():
    assert make(made_report()) == make(made_report())
