import errno
import os
from dataclasses import replace

import pytest

from siteselect import files
from siteselect.errors import ExportError
from siteselect.export import EXPORTERS
from siteselect.export.exporter import exporter_for
from tests.export.making import made_report


def test_every_exporter_is_found_by_its_suffix():
    assert list(EXPORTERS) == [
        "csv_table", "geojson", "geopackage", "html_page", "json_list", "kml", "kmz",
        "pptx_deck", "xlsx_workbook",
    ]  # fmt: skip
    for each in EXPORTERS.values():
        assert exporter_for(f"some.where/list{each.suffix.upper()}", EXPORTERS) is each


def test_an_unknown_suffix_names_those_there_are():
    with pytest.raises(ExportError, match=r"must end in one of \.csv \(table\), \.geojson"):
        exporter_for("list.docx", EXPORTERS)


@pytest.mark.parametrize("name", EXPORTERS)
def test_what_is_written_is_what_is_made(tmp_path, name):
    exporter, report = EXPORTERS[name], made_report()
    path = tmp_path / f"list{exporter.suffix}"
    exporter.write(report, path)
    assert path.read_bytes() == exporter.make(report)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("name", EXPORTERS)
@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_full_or_locked_disk_is_a_sentence_and_the_old_file_stays(
    tmp_path, monkeypatch, name, fault
):
    path = tmp_path / f"list{EXPORTERS[name].suffix}"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(files, "_write", fail)
    with pytest.raises(ExportError, match=f"cannot be written: {os.strerror(fault)}. .*untouched"):
        EXPORTERS[name].write(made_report(), path)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(ExportError, match="No such file or directory"):
        EXPORTERS["csv_table"].write(made_report(), tmp_path / "none" / "list.csv")


@pytest.mark.parametrize("name", EXPORTERS)
def test_half_a_sign_is_a_sentence(tmp_path, name):
    report = made_report()
    broken = replace(report, rows=(replace(report.rows[0], name="half \ud83d"),))
    with pytest.raises(ExportError, match=r"half .ud83d' ends in half of a sign"):
        EXPORTERS[name].write(broken, tmp_path / "list")
    assert list(tmp_path.iterdir()) == []
