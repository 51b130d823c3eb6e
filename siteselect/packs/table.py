"""CSV tables of a pack, cell by cell: what cannot be understood is told with file, row, column."""

import csv
import io
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from siteselect.errors import PackError
from siteselect.language import say
from siteselect.model.fact import Validity

E = TypeVar("E", bound=StrEnum)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a pack, as a sentence with its place."""

    file: str
    text: str
    line: int = 0
    """Line in the file as an editor counts it (the header is 1); 0 means the file as a whole."""
    row: str = ""
    """The row's own id."""

    def __str__(self) -> str:
        place = (
            say("{file}, line {line}", file=self.file, line=self.line) if self.line else self.file
        )
        return f"{place} ({self.row}): {self.text}" if self.row else f"{place}: {self.text}"


def complaint(faults: Sequence[Fault], where: str) -> PackError:
    """Return all faults as one error; of very many only the first ten are spelled out."""
    told = " ".join(str(fault) for fault in faults[:10])
    more = len(faults) - 10
    rest = say(" And {more} more: run `siteselect pack check`.", more=more) if more > 0 else ""
    return PackError(
        say("The pack {where} has faults. {told}{rest}", where=where, told=told, rest=rest)
    )


def as_day(text: str) -> date | None:
    """Return the day that `text` writes as 2021-06-02; None for all else."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


class Cells:
    """One row of a table; each cell that cannot be understood becomes a fault."""

    def __init__(self, file: str, line: int, cells: Mapping[str, str], faults: list[Fault]) -> None:
        self.file, self.line, self.cells, self._faults = file, line, cells, faults
        self.id = cells.get("id", "")

    def fault(self, text: str) -> None:
        """Take note of something wrong in this row."""
        self._faults.append(Fault(self.file, text, self.line, self.id))

    def text(self, column: str, *, required: bool = False) -> str:
        """Return the text of a cell, stripped; an empty one where text is required is a fault."""
        value = self.cells.get(column, "")
        if required and not value:
            self.fault(say("column {column} is empty.", column=column))
        return value

    def number(self, column: str, *, required: bool = False, least: float = -math.inf) -> float:
        """Return the number of a cell; NaN where it is empty or cannot be used."""
        value = self.text(column, required=required)
        if not value:
            return math.nan
        try:
            number = float(value)
        except ValueError:
            self.fault(
                say(
                    "column {column} holds {value!r}, which is not a number.",
                    column=column,
                    value=value,
                )
            )
            return math.nan
        if not math.isfinite(number):
            self.fault(
                say(
                    "column {column} holds {value!r}: give a finite number or leave it empty.",
                    column=column,
                    value=value,
                )
            )
            return math.nan
        if number < least:
            self.fault(
                say(
                    "column {column} is {value}, below {least:g}.",
                    column=column,
                    value=value,
                    least=least,
                )
            )
        return number

    def day(self, column: str, *, required: bool = False) -> date | None:
        """Return the day of a cell; None where it is empty."""
        value = self.text(column, required=required)
        if not value:
            return None
        day = as_day(value)
        if day is None:
            self.fault(
                say(
                    "column {column} holds {value!r}, which is not a day like 2021-06-02.",
                    column=column,
                    value=value,
                )
            )
        return day

    def validity(self, start: str = "valid_from", end: str = "valid_to") -> Validity:
        """Return the days from column `start` to column `end`."""
        first, last = self.day(start), self.day(end)
        if first and last and last < first:
            self.fault(
                say("it ends on {last}, before it starts on {first}.", last=last, first=first)
            )
        return Validity(first, last)

    def one_of(self, column: str, kind: type[E], default: E | None = None) -> E:
        """Return the cell as a member of `kind`; an empty cell is `default` where there is one."""
        value = self.text(column)
        if not value and default is not None:
            return default
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(kind)
            self.fault(
                say(
                    "column {column} holds {value!r}; it must be one of: {known}.",
                    column=column,
                    value=value,
                    known=known,
                )
            )
            return default if default is not None else next(iter(kind))

    def yes(self, column: str) -> bool:
        """Return whether the cell says true; empty is false."""
        value = self.text(column).lower()
        if value not in {"", "true", "false", "1", "0", "yes", "no"}:
            self.fault(
                say(
                    "column {column} holds {value!r}; it must be true or false.",
                    column=column,
                    value=value,
                )
            )
        return value in {"true", "1", "yes"}


def read_cells(
    content: bytes, file: str, columns: Iterable[str], faults: list[Fault]
) -> list[Cells]:
    """Return the rows of a CSV file; faults of the file as a whole are added to `faults`.

    Parameters
    ----------
    content
        The bytes of the file: UTF-8, comma, a header line.
    file
        How the file is called in messages.
    columns
        The columns it must have; without them no row is returned.
    faults
        Where faults are added, here and by the rows' own reading.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.append(
            Fault(
                file, say("is not UTF-8 text (byte {start}): save it as UTF-8.", start=error.start)
            )
        )
        return []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Cells] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        missing = [name for name in columns if name not in header]
        twice = sorted({name for name in header if header.count(name) > 1})
        faults.extend(
            Fault(file, say("column {name} is missing.", name=name), 1) for name in missing
        )
        faults.extend(
            Fault(file, say("column {name} stands there twice.", name=name), 1) for name in twice
        )
        if missing or twice:
            return []
        line = reader.line_num + 1
        for values in reader:
            if any(values):
                if len(values) != len(header):
                    told = say(
                        "has {count} cells where the header has {columns}.",
                        count=len(values),
                        columns=len(header),
                    )
                    faults.append(Fault(file, told, line, values[0]))
                else:
                    stripped = (value.strip() for value in values)
                    rows.append(Cells(file, line, dict(zip(header, stripped, strict=True)), faults))
            line = reader.line_num + 1
    except csv.Error as error:
        faults.append(
            Fault(file, say("is not well-formed CSV: {error}.", error=error), reader.line_num)
        )
    return rows
