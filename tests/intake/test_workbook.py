import zipfile
from datetime import date

import openpyxl
import pytest

from siteselect.errors import IntakeError
from siteselect.intake.limits import Limits
from siteselect.intake.workbook import inspect, read_first_sheet, read_sheets


@pytest.fixture
def made(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["name", "lon", "price", "letter_date"])
    sheet.append(["Екібастұз 7", 75.32287, 0.1 + 0.2, date(2021, 5, 20)])
    sheet.append([])
    sheet.append(["B", "75,1", "1 234,5", "20.05.2021"])
    book.create_sheet("Second").append(["not read"])
    path = tmp_path / "book.xlsx"
    book.save(path)
    return path


def test_the_first_sheet_comes_as_text_with_its_row_numbers(made):
    rows = dict(read_first_sheet(made, 100, 10))
    assert rows[1] == ["name", "lon", "price", "letter_date"]
    assert rows[2] == ["Екібастұз 7", "75.32287", "0.3", "2021/05/20"]
    assert rows[4] == ["B", "75,1", "1 234,5", "20.05.2021"]


def test_too_many_columns_are_refused(made):
    with pytest.raises(IntakeError, match="more than 3 columns"):
        read_first_sheet(made, 100, 3)


def pack(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in entries.items():
            container.writestr(name, content)
    return path


SHELL = {"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ({"a.txt": "x"}, "is no Excel workbook"),
        ({**SHELL, "../evil.txt": "x"}, "names files outside itself"),
        ({**SHELL, "/etc/evil.txt": "x"}, "names files outside itself"),
        ({**SHELL, "xl/sheet.xml": b"0" * (17 * 2**20)}, "unpacks to 17 MB"),
        ({**SHELL, **{f"part{n}.xml": "" for n in range(1000)}}, "in 1002 parts"),
    ],
)
def test_containers_that_mean_ill_are_refused_before_anybody_reads_them(tmp_path, entries, words):
    with pytest.raises(IntakeError, match=words):
        inspect(pack(tmp_path / "bad.xlsx", entries))


def test_a_damaged_container_is_said_so(made):
    made.write_bytes(made.read_bytes()[:-100])
    with pytest.raises(IntakeError, match="is damaged"):
        inspect(made)


def test_a_workbook_of_nonsense_ends_in_a_sentence(tmp_path):
    path = pack(tmp_path / "bad.xlsx", SHELL)
    with pytest.raises(IntakeError, match=r"cannot be read: .*save the sheet as CSV UTF-8\."):
        read_first_sheet(path, 10, 10)


def test_a_reader_that_takes_too_long_is_stopped(made):
    with pytest.raises(IntakeError, match="took longer than 0 seconds"):
        read_sheets(made, (), 10, 10, Limits(seconds=0.0))


def test_sheets_are_read_by_name(made):
    sheets = read_sheets(made, ("Second", "Sheet"), 100, 10)
    assert sheets["Second"] == [(1, ["not read"])]
    assert dict(sheets["Sheet"])[1][0] == "name"
    with pytest.raises(IntakeError, match="it has no sheet called Third"):
        read_sheets(made, ("Second", "Third"), 100, 10)


def test_sheets_are_read_by_place(made):
    sheets = read_sheets(made, (0, -1), 100, 10)
    assert sheets == read_sheets(made, tuple(sheets), 100, 10)
    assert list(sheets.values())[1] == [(1, ["not read"])]
    with pytest.raises(IntakeError, match="it holds too few sheets"):
        read_sheets(made, (7,), 100, 10)
