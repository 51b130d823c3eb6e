"""A workbook into which text goes as text: no cell of a person's words becomes a formula."""

import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from siteselect.export.csv_table import guarded
from siteselect.export.words import verdict_word
from siteselect.language import ENGLISH, language, say
from siteselect.model.gate import Verdict

Value = str | float | int | None

_MOST = 32_000
"""Signs that a cell takes, with room for the word that the rest was cut."""
_STYLES: Mapping[str, Mapping[str, Any]] = {  # Any: what a spreadsheet lets one say of a cell
    "plain": {},
    "title": {"bold": True, "font_size": 16},
    "note": {"font_color": "#5F6B77", "italic": True},
    "head": {"bold": True, "bg_color": "#EEF0F3", "bottom": 1, "text_wrap": True, "valign": "top"},
    "block": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#0F766E"},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "bold": {"bold": True},
    "count": {"num_format": "0", "align": "center"},
    "points": {"num_format": "0.0"},
    "share": {"num_format": "0.0%"},
    "degrees": {"num_format": "0.0000"},
    "figure": {"num_format": "#,##0.00"},
    "money": {"num_format": "#,##0"},
    "general": {"num_format": "General"},
    "input": {"num_format": "General", "bg_color": "#FFF6D6", "border": 1, "bold": True},
    "verdict": {"indent": 1},
    "best": {"bold": True, "num_format": "0.0"},
}
_VERDICTS = {
    Verdict.PASS: "#0F766E",
    Verdict.CONDITIONAL: "#8A5A00",
    Verdict.UNKNOWN: "#5F6B77",
    Verdict.FAIL: "#B4534B",
}


def in_capitals(verdict: Verdict) -> str:
    """Return a verdict as it stands in a cell."""
    if language() == ENGLISH:
        return str(verdict.value)
    return verdict_word(verdict).upper()


def sheet_name(text: str) -> str:
    """Return a text as a sheet may be called: 31 signs, none that an address needs."""
    return text.translate(dict.fromkeys(map(ord, "[]:*?/\\'"), " ")).strip()[:31]


@dataclass(slots=True)
class Page:
    """One sheet, written row by row."""

    book: "Book"
    sheet: Worksheet
    name: str

    def put(self, row: int, column: int, value: Value, style: str = "plain") -> None:
        """Write a number as a number and a text as a text; None, NaN and infinity stay empty."""
        if isinstance(value, str):
            shown = value if len(value) <= _MOST else say("{text} … (cut)", text=value[:_MOST])
            wary = guarded(shown) != shown
            self.sheet.write_string(row, column, shown, self.book.style(style, wary=wary))
        elif value is not None and math.isfinite(value):
            self.sheet.write_number(row, column, value, self.book.style(style))
        elif style in {"head", "block", "input"}:
            self.sheet.write_blank(row, column, None, self.book.style(style))

    def row(self, row: int, values: Sequence[Value], style: str = "plain", start: int = 0) -> None:
        """Write values side by side."""
        for place, value in enumerate(values):
            self.put(row, start + place, value, style)

    def head(self, row: int, titles: Sequence[str], start: int = 0) -> None:
        """Write the titles of columns, with room for two lines."""
        self.sheet.set_row(row, 31)
        self.row(row, titles, "head", start)

    def formula(
        self, row: int, column: int, text: str, cached: float | str | None, style: str = "plain"
    ) -> None:
        """Write a formula of ours with the value that it has now."""
        held = "" if cached is None else cached
        self.sheet.write_formula(row, column, text, self.book.style(style), held)

    def widths(self, *widths: float, start: int = 0) -> None:
        """Give columns their widths, in signs."""
        for place, width in enumerate(widths):
            self.sheet.set_column(start + place, start + place, width)

    def heading(self, title: str, *notes: str) -> int:
        """Write the title and lines of notes; return the first free row."""
        self.put(0, 0, title, "title")
        told = [note for note in notes if note]
        for place, note in enumerate(told, 1):
            self.put(place, 0, note, "note")
        return len(told) + 2

    def table(self, row: int, head: Sequence[str], lines: Sequence[Sequence[Value]]) -> int:
        """Write a head and its lines, texts wrapped; return the first free row."""
        self.head(row, head)
        for place, line in enumerate(lines, row + 1):
            for column, value in enumerate(line):
                self.put(place, column, value, "wrapped" if isinstance(value, str) else "general")
        return row + len(lines) + 1

    def area(self, rows: tuple[int, int], columns: tuple[int, int]) -> str:
        """Return the absolute address of an area, with the name of the sheet."""
        first = xl_rowcol_to_cell(rows[0], columns[0], row_abs=True, col_abs=True)
        last = xl_rowcol_to_cell(rows[1], columns[1], row_abs=True, col_abs=True)
        return f"'{self.name}'!{first}:{last}"

    def colour_verdicts(self, rows: tuple[int, int], column: int) -> None:
        """Let each verdict in a column bear its colour."""
        for verdict, colour in _VERDICTS.items():
            rule = {
                "type": "cell",
                "criteria": "==",
                "value": f'"{in_capitals(verdict)}"',
                "format": self.book.coloured(colour),
            }
            self.sheet.conditional_format(rows[0], column, rows[1], column, rule)


@dataclass(slots=True)
class Book:
    """A workbook in memory; the same pages give the same bytes."""

    title: str
    day: str
    """ISO; what the file says it was made on, so that two runs write the same."""
    folder: str = ""
    """Where a large one puts its rows as they come; a small one stands in memory."""
    stream: io.BytesIO = field(default_factory=io.BytesIO)
    _book: Workbook = field(init=False)
    _styles: dict[tuple[str, bool], Format] = field(default_factory=dict)
    _colours: dict[str, Format] = field(default_factory=dict)

    def __post_init__(self) -> None:
        options = {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "in_memory": not self.folder,
            "constant_memory": bool(self.folder),
            "tmpdir": self.folder or None,
        }
        self._book = Workbook(self.stream, options)
        created = datetime.fromisoformat(self.day).replace(tzinfo=UTC)
        self._book.set_properties({"title": self.title, "created": created})
        self._book.set_size(2400, 1400)

    def page(self, name: str) -> Page:
        """Return a fresh sheet."""
        name = sheet_name(name)
        sheet = self._book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return Page(self, sheet, name)

    def style(self, name: str, *, wary: bool = False) -> Format:
        """Return a format; a wary one keeps a text a text even when a person edits the cell."""
        if (name, wary) not in self._styles:
            more = {"quote_prefix": True} if wary else {}
            self._styles[name, wary] = self._book.add_format({**_STYLES[name], **more})
        return self._styles[name, wary]

    def coloured(self, colour: str) -> Format:
        """Return a format that gives text a colour."""
        if colour not in self._colours:
            self._colours[colour] = self._book.add_format({"font_color": colour, "bold": True})
        return self._colours[colour]

    def name(self, name: str, area: str) -> None:
        """Give an area a name that formulas use."""
        self._book.define_name(name, f"={area}")

    def chart(self, kind: dict[str, str]) -> Any:  # Any: one of xlsxwriter's many charts
        """Return a native chart."""
        return self._book.add_chart(kind)

    def finish(self) -> bytes:
        """Close the book and return its bytes; OSError when there is no room for its parts."""
        try:
            self._book.close()
        except XlsxWriterException as error:
            raise OSError(f"{error}".partition("] ")[2] or f"{error}") from error
        return self.stream.getvalue()
