import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from siteselect.errors import ExportError
from siteselect.export import xlsx_workbook
from siteselect.export.xlsx_workbook import EXPORTER, make
from tests.export.making import EVIL, made_money, made_report
from tests.export.sheets import read, table

ROOT = Path(__file__).parents[2]
SHEETS = ["Ranking", "Criteria values", "Weights", "Gates", "Sources", "Assumptions", "Stamp"]


def test_every_sheet_is_there_and_money_where_there_is_some():
    assert read(made_report()).sheetnames == SHEETS
    rich = replace(made_report(), money=made_money())
    assert read(rich).sheetnames == [*SHEETS[:4], "Money", *SHEETS[4:]]
    assert EXPORTER.money


@pytest.mark.parametrize("method", ["weighted_sum", "topsis"])
def test_same_report_same_bytes(method):
    assert make(made_report(method=method)) == make(made_report(method=method))


def test_no_text_of_a_person_becomes_a_formula_or_a_link():
    report = replace(made_report(), money=made_money())
    book = read(report, values=False)
    formulas, words = set(), []
    for sheet in book:
        for line in sheet.iter_rows():
            for cell in line:
                assert cell.hyperlink is None
                if cell.data_type == "f":
                    formulas.add((sheet.title, str(cell.value)[:4]))
                elif isinstance(cell.value, str):
                    words.append(cell)
    assert {title for title, _ in formulas} == {"Ranking", "Criteria values", "Weights"}
    wary = [cell for cell in words if cell.value in {"=1+1", "@row"}]
    assert len(wary) >= 4
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in wary)
    assert EVIL in [cell.value for cell in words]


def test_a_method_that_is_no_sum_is_written_as_values_and_says_so():
    book = read(made_report(method="topsis"), values=False)
    kinds = {cell.data_type for sheet in book for line in sheet.iter_rows() for cell in line}
    assert "f" not in kinds
    for name in ("Ranking", "Weights"):
        words = [cell.value for line in book[name].iter_rows(max_row=4) for cell in line]
        assert any("written as values: TOPSIS" in str(word) for word in words)


def test_a_long_list_goes_to_the_disk_row_by_row_and_says_the_same(monkeypatch):
    report = made_report(method="topsis")
    small = read(report)
    monkeypatch.setattr(xlsx_workbook, "_SMALL", 1)
    large = read(report)
    for sheet in small:
        assert list(large[sheet.title].values) == list(sheet.values), sheet.title


def test_more_sites_than_a_sheet_holds_are_refused_in_a_sentence(monkeypatch):
    monkeypatch.setattr(xlsx_workbook, "MOST_ROWS", 4)
    with pytest.raises(ExportError, match=r"A sheet holds 4 sites, these are 5: write a \.csv"):
        make(made_report())


def test_the_chart_reads_the_first_sites():
    chart = read(made_report(), values=False)["Weights"]._charts[0]
    series = chart.series
    assert [each.val.numRef.f for each in series] == [
        "Weights!$O$6:$O$8", "Weights!$P$6:$P$8"
    ]  # fmt: skip
    assert {each.cat.strRef.f for each in series} == {"Weights!$M$6:$M$8"}
    titles = table(read(made_report())["Weights"], 5)
    assert (titles[0]["Power"], titles[0]["Logistics"]) == (65.625, 20)


def test_a_full_disk_leaves_the_old_file_and_no_temporary_ones(tmp_path):
    room, path = tmp_path / "room", tmp_path / "list.xlsx"
    room.mkdir()
    path.write_text("old")
    code = (
        "import resource, sys\n"
        "from siteselect.export import EXPORTERS, xlsx_workbook\n"
        "from siteselect.errors import ExportError\n"
        "from tests.export.making import made_report\n"
        "xlsx_workbook._SMALL = int(sys.argv[2])\n"
        "report = made_report()\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (900, 900))\n"
        "try: EXPORTERS[sys.argv[3]].write(report, sys.argv[1])\n"
        "except ExportError as error: print(error)\n"
    )
    environment = {**os.environ, "TMPDIR": str(room)}
    for form, small in (("xlsx_workbook", "1"), ("xlsx_workbook", "9"), ("geopackage", "9")):
        ended = subprocess.run(
            [sys.executable, "-c", code, path, small, form],
            capture_output=True, text=True, check=True, env=environment, cwd=ROOT,
        )  # fmt: skip
        assert "What was there before is untouched" in ended.stdout, ended
        assert path.read_text() == "old"
        assert [each.name for each in tmp_path.iterdir() if each != room] == ["list.xlsx"]
        assert list(room.iterdir()) == []
