import pytest

from siteselect.errors import IntakeError
from siteselect.intake.table import read_table


def known(header):
    return sum(cell in {"name", "lon", "lat"} for cell in header)


def table(tmp_path, content):
    path = tmp_path / "t.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(path, known)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_three_delimiters_and_both_line_ends(tmp_path, sign, end):
    got = table(tmp_path, end.join([f"name{sign}lon{sign}lat", f"A{sign}1{sign}2", ""]))
    assert got.header == ("name", "lon", "lat")
    assert got.rows == ((2, ("A", "1", "2")),)


def test_a_mark_at_the_start_and_a_hint_of_the_delimiter_are_passed_over(tmp_path):
    got = table(tmp_path, "sep=;\nname;lon\nA;1,5\n".encode("utf-8-sig"))
    assert got.header == ("name", "lon")
    assert got.rows == ((3, ("A", "1,5")),)


def test_row_numbers_are_lines_of_the_file_even_after_empty_and_long_ones(tmp_path):
    got = table(tmp_path, '\nname,lon\n\n"A\nB",1\n,\nC,2\n')
    assert got.rows == ((4, ("A B", "1")), (7, ("C", "2")))


def test_every_kind_of_space_becomes_one(tmp_path):
    assert table(tmp_path, "name\n\u00a0A\u202f B\t\n").rows == ((2, ("A B",)),)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        ("name\nАстана\n".encode("cp1251"), "is not UTF-8 text (line 2)"),
        ("name\n".encode("utf-16"), "is not UTF-8 text"),
        (b"name\nA\0B\n", "is no text"),
        (b'name\n"A\n', "is damaged at line 2"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "old Excel file"),
        (b"PK\x03\x04" + b"x" * 100, "is damaged"),
        ("name" + ",x" * 300 + "\n", "200 columns"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(tmp_path, content, words):
    with pytest.raises(IntakeError) as told:
        table(tmp_path, content)
    assert words in str(told.value)
    assert str(told.value).endswith(".")


def test_missing_and_endless_files(tmp_path, monkeypatch):
    with pytest.raises(IntakeError, match="No such file"):
        read_table(tmp_path / "none.csv", known)
    monkeypatch.setattr("siteselect.intake.table._LARGEST", 3)
    with pytest.raises(IntakeError, match="is larger than"):
        table(tmp_path, "name,lon\n")
