"""A table out of a file from outside: UTF-8 CSV, or the first sheet of an XLSX workbook."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from siteselect.errors import IntakeError
from siteselect.files import read_bounded
from siteselect.intake.workbook import read_first_sheet

DELIMITERS = (",", ";", "\t")
_LARGEST = 32 * 2**20
_MOST_ROWS = 20_000
_MOST_COLUMNS = 200
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"

Rows = list[tuple[int, list[str]]]
"""Row numbers as the person sees them, counted from 1, with the cells."""


@dataclass(frozen=True, slots=True)
class Table:
    """Header and rows as text; the number of each row is the one a person sees in the file."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_table(path: Path, recognised: Callable[[list[str]], int]) -> Table:
    """Return the table in the file at `path`.

    Parameters
    ----------
    path
        A UTF-8 text with comma, semicolon or tab, or an XLSX workbook.
    recognised
        How many of the cells of a header are known names: this decides about the delimiter.

    Raises
    ------
    IntakeError
        If the file is missing, too large, or neither of the two.
    """
    data = _bytes(path)
    if data.startswith(_OLD_EXCEL):
        raise IntakeError(f"{path} is an old Excel file (.xls): save it as .xlsx or as CSV UTF-8.")
    rows = (
        read_first_sheet(path, _MOST_ROWS, _MOST_COLUMNS)
        if data.startswith(_ZIP)
        else _csv_rows(path, data, recognised)
    )
    rows = [(number, cells) for number, cells in rows if any(cells)]
    if not rows:
        raise IntakeError(f"{path} is empty: give it a header row with name, lon and lat.")
    if len(rows) > _MOST_ROWS + 1 or max(len(cells) for _, cells in rows) > _MOST_COLUMNS:
        raise IntakeError(
            f"{path} has more than {_MOST_ROWS} rows or {_MOST_COLUMNS} columns: split it."
        )
    _, header = rows[0]
    while header and not header[-1]:
        header.pop()
    return Table(tuple(header), tuple((number, tuple(cells)) for number, cells in rows[1:]))


def _bytes(path: Path) -> bytes:
    try:
        return read_bounded(path, _LARGEST)
    except OSError as error:
        raise IntakeError(
            f"The table {path} cannot be read: {error.strerror or error}. "
            "Look at the file, or choose another."
        ) from error


def _csv_rows(path: Path, data: bytes, recognised: Callable[[list[str]], int]) -> Rows:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise IntakeError(
            f"{path} is not UTF-8 text (line {line}): save it as CSV UTF-8 or as .xlsx."
        ) from None
    if "\0" in text:
        raise IntakeError(f"{path} is no text: save the table as CSV UTF-8 or as .xlsx.")
    skipped = 0
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep="):  # a hint that some spreadsheets write
        text, skipped = rest, 1
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=lambda sign: _fit(first, sign, recognised))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: Rows = []
    start = 1 + skipped
    try:
        for cells in reader:
            rows.append((start, [_clean(cell) for cell in cells]))
            start = reader.line_num + 1 + skipped
    except csv.Error as error:
        raise IntakeError(
            f"{path} is damaged at line {reader.line_num + skipped}: {error}. "
            "Look at the quotation marks."
        ) from None
    return rows


def _fit(line: str, delimiter: str, recognised: Callable[[list[str]], int]) -> tuple[int, int]:
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return (0, 0)
    return recognised(cells), len(cells)


def _clean(cell: str) -> str:
    """Return the cell with every kind of white space made one plain space."""
    return " ".join(cell.split())
