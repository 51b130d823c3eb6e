"""Names that mean ill, from a stranger's table to every list that is handed on."""

import csv
import json
import zipfile
from xml.parsers import expat

import openpyxl
import pytest

from siteselect.cli.app import main

FORMULAS = ("=1+1", "+1+1", "-2+3", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠A1", '=cmd|"/c calc"!A1')
MARKUP = ("<script>alert(1)</script>", "<img src=file:///etc/passwd>", "&amp;<b>x", "]]><x>")
CONTROL = ("\x1b[2J", "a\x07b", "\u202egpj.exe", "a\x00b")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("evil")
    lines = ["name;lon;lat;country;note"]
    for place, name in enumerate((*FORMULAS, *MARKUP)):
        cell = '"' + name.replace('"', '""') + '"'
        lines.append(f"{cell};{75 + place / 10};51.5;KZ;{cell}")
    (folder / "evil.csv").write_text("\n".join(lines), encoding="utf-8")
    to = folder / "evil.siteselect"
    assert main(["import", str(folder / "evil.csv"), "--to", str(to)]) == 0
    return to


@pytest.fixture(scope="module")
def export(project):
    def written(suffix):
        path = project.with_suffix(suffix)
        assert main(["export", str(project), "--to", str(path)]) == 0
        return path

    return written


def test_names_come_in_as_they_are(project):
    held = json.loads(project.read_text(encoding="utf-8"))["study"]["candidates"]
    assert [each["name"] for each in held] == [*FORMULAS, *MARKUP]


def test_no_cell_of_a_csv_begins_a_formula(export):
    for row in csv.reader(export(".csv").read_text(encoding="utf-8-sig").splitlines()):
        for cell in row:
            if cell[:1] in tuple("=+-@\t\r＝＋－＠"):
                float(cell)  # a number of ours and no word of theirs


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
def test_no_word_of_theirs_is_a_formula_of_a_workbook(export):
    book = openpyxl.load_workbook(export(".xlsx"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    names = {str(cell.value).lstrip("'") for cell in cells if cell.data_type == "s"}
    assert set(FORMULAS) <= names
    formulas = [str(cell.value) for cell in cells if cell.data_type == "f"]
    assert not [text for text in formulas if text in FORMULAS or "cmd" in text]


def test_no_markup_of_theirs_stands_in_a_page_or_a_map(export):
    page = export(".html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "<img src=file" not in page
    assert "&lt;script&gt;alert" in page
    with zipfile.ZipFile(export(".kmz")) as container:
        text = container.read("doc.kml")
    parser = expat.ParserCreate()
    words = []
    parser.CharacterDataHandler = words.append
    parser.Parse(text, True)
    assert "<script>alert(1)</script>" in "".join(words)
    assert b"<script>" not in text


@pytest.mark.parametrize("name", CONTROL)
def test_signs_that_steer_a_terminal_are_left_out(name, tmp_path, capsys):
    path = tmp_path / "a.csv"
    path.write_text(f"name,lon,lat\n{name},75,51\n", encoding="utf-8", newline="")
    assert main(["import", str(path), "--to", str(tmp_path / "a.siteselect")]) == 1
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err
    assert not (tmp_path / "a.siteselect").exists()
