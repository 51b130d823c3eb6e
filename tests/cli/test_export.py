import json
import zipfile

import pytest

from siteselect import files
from siteselect.export import EXPORTERS
from tests.cli.running import failed, run


def words_of(path):
    """Return the text of a file, or of all that its container holds."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes().decode("utf-8", "replace")
    with zipfile.ZipFile(path) as held:
        return "".join(held.read(name).decode("utf-8", "replace") for name in held.namelist())


@pytest.mark.parametrize("suffix", [each.suffix for each in EXPORTERS.values()])
def test_every_form_is_written(capsys, tmp_path, suffix):
    path = tmp_path / f"list{suffix}"
    ended = run(capsys, "export", "--to", path)
    assert (ended.code, ended.out) == (0, f"{path}: 42 sites written.\n")
    assert "Ekibastuz" in words_of(path)


def test_export_and_rank_say_the_same(capsys, tmp_path):
    path = tmp_path / "list.json"
    words = ("--as-of", "2023-06-01", "--method", "topsis", "--load", "20")
    run(capsys, "export", "--to", path, *words)
    assert json.loads(path.read_text()) == run(capsys, "rank", "--format", "json", *words).json


def test_two_exports_are_the_same_bytes(capsys, tmp_path):
    for suffix in (each.suffix for each in EXPORTERS.values()):
        one, two = tmp_path / f"1{suffix}", tmp_path / f"2{suffix}"
        run(capsys, "export", "--to", one)
        run(capsys, "export", "--to", two)
        assert one.read_bytes() == two.read_bytes()


def test_faults_leave_the_old_file(capsys, tmp_path, monkeypatch):
    path = tmp_path / "list.csv"
    path.write_text("old")
    assert "holds no facts" in failed(capsys, "export", "--to", path, "--as-of", "2018-01-01")
    assert "must end in one of" in failed(capsys, "export", "--to", tmp_path / "list.docx")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_write", full)
    assert "No space left on device" in failed(capsys, "export", "--to", path)
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["list.csv"]


def test_a_table_for_a_spreadsheet_of_another_country(capsys, tmp_path):
    path = tmp_path / "list.csv"
    words = ("--bom", "--separator", "semicolon", "--decimal", "comma")
    assert run(capsys, "export", "--to", path, *words).code == 0
    head, first = path.read_bytes().decode("utf-8-sig").splitlines()[:2]
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert head.startswith("rank;name;")
    assert first.split(";")[3] == "76,96881"
    assert "semicolon" in failed(capsys, "export", "--to", path, "--decimal", "comma")
    told = failed(capsys, "export", "--to", tmp_path / "list.json", "--bom")
    assert told.endswith("does not end in .csv.")
