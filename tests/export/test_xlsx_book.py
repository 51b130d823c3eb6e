import io

import openpyxl
import pytest

from siteselect.export._xlsx_book import Book


@pytest.fixture
def book():
    return Book("Title", "2021-06-02")


def back(book):
    return openpyxl.load_workbook(io.BytesIO(book.finish()))


def test_numbers_stay_numbers_and_texts_texts(book):
    page = book.page("Sheet")
    page.row(0, (1, 2.5, "3", None, float("nan"), float("inf"), "http://a.b", "\0\x07"))
    cells = back(book)["Sheet"][1]
    assert [cell.value for cell in cells[:4]] == [1, 2.5, "3", None]
    assert cells[2].data_type == "s"
    assert [cell.value for cell in cells[4:6]] == [None, None]
    assert cells[6].hyperlink is None


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "＝1", "{=1}", "\t=1"])
def test_no_text_is_a_formula_even_once_edited(book, text):
    book.page("Sheet").put(0, 0, text)
    cell = back(book)["Sheet"]["A1"]
    assert cell.data_type == "s"
    assert bool(cell.quotePrefix) is (text != "{=1}")


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(book):
    book.page("Sheet").put(0, 0, "x" * 40_000)
    value = back(book)["Sheet"]["A1"].value
    assert len(value) < 32_767
    assert value.endswith("… (cut)")


def test_formulas_hold_their_value(book):
    page = book.page("Sheet")
    page.formula(0, 0, "=1+1", 2)
    page.formula(0, 1, '=""', None)
    page.formula(0, 2, '="a"', "a")
    data = book.finish()
    held = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Sheet"][1]
    assert [cell.value for cell in held] == [2, None, "a"]
    assert openpyxl.load_workbook(io.BytesIO(data))["Sheet"]["A1"].value == "=1+1"


def test_areas_have_names_that_bear_the_sheet(book):
    page = book.page("Two words")
    assert page.area((1, 3), (0, 2)) == "'Two words'!$A$2:$C$4"
    book.name("Area", page.area((1, 3), (0, 2)))
    assert back(book).defined_names["Area"].attr_text == "'Two words'!$A$2:$C$4"


def test_headings_and_tables_tell_the_next_free_row(book):
    page = book.page("Sheet")
    start = page.heading("Title", "one", "", "two")
    assert start == 4
    assert page.table(start, ("A", "B"), [("a", 1), ("b", None)]) == 7
    sheet = back(book)["Sheet"]
    assert [cell.value for cell in sheet["A"]] == ["Title", "one", "two", None, "A", "a", "b"]


def test_the_day_of_the_facts_is_the_day_of_the_file(book):
    book.page("Sheet")
    assert back(book).properties.created.isoformat() == "2021-06-02T00:00:00"
