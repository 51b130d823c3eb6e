import pytest

from siteselect.cli import selftest_readback as readback
from siteselect.cli.selftest_bench import Failed
from siteselect.cli.selftest_readback import READERS, read_back
from siteselect.export import EXPORTERS


def test_every_form_of_the_program_has_a_reader_or_a_known_beginning():
    known = READERS.keys() | readback.BEGINNINGS.keys()
    assert {exporter.suffix for exporter in EXPORTERS.values()} <= known


def test_a_form_that_nobody_knows_is_read_as_text(tmp_path):
    path = tmp_path / "ranking.md"
    path.write_text("| 1 | Aksu |", encoding="utf-8")
    assert read_back(path, ["Aksu"]) == 1
    with pytest.raises(Failed, match="lacks Astana"):
        read_back(path, ["Astana"])


def test_a_table_is_read_by_its_column_of_names(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("rank,name\r\n1,Ekibastuz\r\n2,'=Karaganda\r\n", encoding="utf-8-sig")
    assert read_back(path, ["Ekibastuz", "=Karaganda"]) == 2
    with pytest.raises(Failed, match="lacks Bishkek"):
        read_back(path, ["Ekibastuz", "Bishkek"])


def test_a_picture_must_begin_as_its_kind_begins(tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(b"%PDF-1.6 and so on")
    assert read_back(path, ["Almaty"]) == 1
    path.write_bytes(b"<html>")
    with pytest.raises(Failed, match="no such file"):
        read_back(path, ["Almaty"])
