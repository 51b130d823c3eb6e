from pathlib import Path

import pytest

from siteselect.errors import IntakeError
from siteselect.intake.fields import recognised
from siteselect.intake.table import clean, rows_of, separator_of, text_of, title, unseen

PATH = Path("t.csv")


def rows(text):
    return rows_of(PATH, text, separator_of(text, recognised))


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_four_separators_and_both_line_ends(sign, end):
    text = end.join([f"name{sign}lon{sign}lat", f"A{sign}1{sign}2", ""])
    assert separator_of(text, recognised) == sign
    assert rows(text) == [(1, ["name", "lon", "lat"]), (2, ["A", "1", "2"])]


def test_a_separator_is_told_without_headings_too():
    assert separator_of("A;75,1;43,2\nB;76,1;43,9\n", recognised) == ";"
    assert separator_of("A\t75,1\t43,2\n", recognised) == "\t"


def test_a_hint_of_the_separator_is_believed_and_passed_over():
    assert rows("sep=;\nname;lon\nA;1,5\n") == [(2, ["name", "lon"]), (3, ["A", "1,5"])]


def test_row_numbers_are_lines_of_the_file_even_after_empty_and_long_ones():
    got = rows('\nname,lon\n\n"A\nB",1\n,\nC,2\n')
    assert [(number, cells) for number, cells in got if any(cells)] == [
        (2, ["name", "lon"]), (4, ["A B", "1"]), (7, ["C", "2"]),
    ]  # fmt: skip


def test_every_kind_of_space_becomes_one_and_unseen_signs_go():
    assert clean("\u00a0A\u202f B\t") == "A B"
    assert clean("A\u200bB\ufeff") == "AB"
    assert unseen("A\u200bB\ufeff") == 2


@pytest.mark.parametrize(
    ("data", "encoding", "words"),
    [
        ("name\nАстана\n".encode("cp1251"), "utf-8", "is not UTF-8 text (line 2)"),
        (b"name\nA\0B\n", "utf-8", "is no text"),
        (b"name\n", "klingon", "There is no encoding called klingon"),
    ],
)
def test_what_cannot_be_decoded_is_refused_in_a_sentence(data, encoding, words):
    with pytest.raises(IntakeError) as told:
        text_of(PATH, data, encoding)
    assert words in str(told.value)
    assert str(told.value).endswith(".")


def test_a_quotation_mark_that_does_not_end_is_told_with_its_line():
    with pytest.raises(IntakeError, match="damaged at line 2"):
        rows('name\n"A\n')


def test_encodings_have_words():
    assert title("utf-16-le") == "UTF-16"
    assert title("kz1048") == "Kazakh, KZ-1048"
    assert text_of(PATH, "Қала".encode("kz1048"), "kz1048").text == "Қала"
