import json
import re
import zipfile

import pytest

from siteselect import files
from siteselect.cli.app import main
from siteselect.errors import ExportError
from siteselect.export import EXPORTERS
from siteselect.export.exporter import Exporter
from tests.cli.running import failed, run


def words_of(path):
    """Return the text of a file, or of all that its container holds."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes().decode("utf-8", "replace")
    with zipfile.ZipFile(path) as held:
        return "".join(held.read(name).decode("utf-8", "replace") for name in held.namelist())


def slides_of(path):
    """Return the slides of a deck, by name."""
    with zipfile.ZipFile(path) as held:
        return {name: held.read(name) for name in held.namelist() if name.endswith(".xml")}


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
        if suffix == ".pptx":  # the workbooks behind its charts bear the second of their making
            assert slides_of(one) == slides_of(two)
        else:
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


class MadePress:
    """Paints one picture of a few letters."""

    def __init__(self):
        self.papers = []

    def svgs(self, study, pack, evaluation):
        return {"tornado": '<svg id="made-tornado"></svg>'}

    def pdf(self, study, pack, evaluation, paper):
        self.papers.append(paper)

        def make(report):
            told = (report.brand.name, report.language, *report.parts, report.firm is not None)
            return repr(told).encode()

        return Exporter("report to print", ".pdf", make, money=True, firm=True)


def test_a_pdf_is_painted_by_the_press_with_every_wish(capsys, tmp_path):
    path, press = tmp_path / "r.pdf", MadePress()
    code = main(
        ["export", "--to", str(path), "--paper", "letter", "--parts", "money, ranking",
         "--house", "Our house"],
        lambda: press,
    )  # fmt: skip
    assert code == 0
    assert press.papers == ["letter"]
    assert path.read_text() == "('Our house', 'en', 'ranking', 'money', True)"


def test_a_page_holds_what_the_press_painted_or_says_that_it_could_not(capsys, tmp_path):
    path = tmp_path / "r.html"
    assert main(["export", "--to", str(path)], MadePress) == 0
    assert '<svg id="made-tornado"></svg>' in path.read_text(encoding="utf-8")

    def broken():
        raise ExportError("No Qt.")

    assert main(["export", "--to", str(path)], broken) == 0
    assert "written without charts. No Qt." in capsys.readouterr().err
    assert "made-tornado" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (["--to", "r.pdf"], "cannot be painted here"),
        (["--to", "r.csv", "--paper", "letter"], "does not end in .pdf"),
        (["--to", "r.html", "--bom"], "does not end in .csv"),
        (["--to", "r.html", "--parts", "moon"], "no part called 'moon'"),
        (["--to", "r.html", "--accent", "red"], "no colour"),
        (["--to", "r.html", "--language", "xx"], "no words in the language xx|There are: en"),
        (["--to", "r.doc"], r"\.pdf \(report to print\)"),
    ],
)
def test_wishes_that_cannot_be_met_are_told(capsys, tmp_path, monkeypatch, wish, told):
    monkeypatch.chdir(tmp_path)
    assert main(["export", *wish]) == 1
    assert re.search(told, capsys.readouterr().err)
    assert list(tmp_path.iterdir()) == []


def test_a_list_for_programs_is_alike_in_every_language(capsys, tmp_path):
    for name in ("list.json", "list.csv", "list.geojson"):
        one, other = tmp_path / f"en-{name}", tmp_path / f"ru-{name}"
        assert run(capsys, "export", "--to", one).code == 0
        assert run(capsys, "export", "--to", other, "--language", "ru").code == 0
        assert one.read_bytes() == other.read_bytes()


def test_a_workbook_in_russian_is_verified(capsys, tmp_path):
    path = tmp_path / "list.xlsx"
    assert run(capsys, "export", "--to", path, "--language", "ru").code == 0
    assert "numbers of 42 sites agree" in run(capsys, "verify", path).out
