import math
from datetime import date
from enum import StrEnum

import pytest

from siteselect.packs.table import Fault, as_day, complaint, read_cells


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def one(text, column="a"):
    faults = []
    (row,) = read_cells(f"id,{column}\nr1,{text}\n".encode(), "t.csv", ("id", column), faults)
    return row, faults


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-06-02", date(2021, 6, 2)),
        ("2021-6-2", None),
        ("20210602", None),
        ("2021-W22-3", None),
        ("2021-02-30", None),
        ("2021", None),
        ("", None),
    ],
)
def test_a_day_is_written_one_way(text, day):
    assert as_day(text) == day


def test_numbers():
    for text, number in (("1.5", 1.5), ("-2", -2.0), ("1e3", 1000.0), (" 7 ", 7.0)):
        row, faults = one(text)
        assert row.number("a") == number
        assert faults == []


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "1e999", "abc", "1_000x"])
def test_what_is_no_finite_number_is_a_fault_and_unknown(text):
    row, faults = one(text)
    assert math.isnan(row.number("a"))
    assert len(faults) == 1
    assert str(faults[0]).startswith("t.csv, line 2 (r1): column a holds")


def test_an_empty_cell_is_unknown_and_a_fault_only_where_required():
    row, faults = one("")
    assert math.isnan(row.number("a"))
    assert row.day("a") is None
    assert row.text("a") == ""
    assert not row.yes("a")
    assert row.one_of("a", Colour, Colour.BLUE) is Colour.BLUE
    assert faults == []
    row.number("a", required=True)
    row.one_of("a", Colour)
    assert [fault.text for fault in faults] == [
        "column a is empty.",
        "column a holds ''; it must be one of: red, blue.",
    ]


def test_words_of_a_list_and_truth():
    assert one("blue")[0].one_of("a", Colour) is Colour.BLUE
    assert one("TRUE")[0].yes("a")
    row, faults = one("perhaps")
    assert not row.yes("a")
    assert "true or false" in faults[0].text


def test_an_end_before_its_start_is_a_fault():
    faults = []
    (row,) = read_cells(
        b"id,valid_from,valid_to\nr1,2021-02-01,2021-01-01\n", "t.csv", ("id",), faults
    )
    assert row.validity().start == date(2021, 2, 1)
    assert faults[0].text == "it ends on 2021-01-01, before it starts on 2021-02-01."


def test_lines_are_counted_as_an_editor_counts_them():
    faults = []
    rows = read_cells(b'id,a\nr1,"two\nlines"\n\nr2,x\n', "t.csv", ("id",), faults)
    assert [(row.id, row.line) for row in rows] == [("r1", 2), ("r2", 5)]
    assert faults == []


def test_a_byte_order_mark_is_no_part_of_the_header():
    faults = []
    assert len(read_cells("\ufeffid,a\nr1,x\n".encode(), "t.csv", ("id",), faults)) == 1
    assert faults == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"id\nr1\n", "column a is missing"),
        (b"id,a,a\nr1,1,2\n", "column a stands there twice"),
        (b"id,a\nr1\n", "has 1 cells where the header has 2"),
        (b"id,a\nr1,\xff\n", "not UTF-8"),
        (b'id,a\nr1,"x"y\n', "not well-formed CSV"),
        (b'id,a\nr1,"x', "not well-formed CSV"),
        (b"", "column id is missing"),
    ],
)
def test_a_spoilt_file_is_told(content, words):
    faults = []
    assert read_cells(content, "t.csv", ("id", "a"), faults) == []
    assert words in " ".join(map(str, faults))


def test_of_many_faults_ten_are_spelled_out():
    faults = [Fault("t.csv", f"fault {number}.", number) for number in range(1, 14)]
    text = str(complaint(faults, "toy@1"))
    assert "fault 10." in text
    assert "fault 11." not in text
    assert "And 3 more" in text
