"""The ranked list as a table: UTF-8, safe to open in a spreadsheet.

A comma between cells and a decimal point, unless somebody's spreadsheet wants them otherwise.
"""

import csv
import io
import unicodedata
from dataclasses import dataclass
from functools import partial

from siteselect.errors import ExportError
from siteselect.export.exporter import Exporter
from siteselect.export.report import Report, SiteRow
from siteselect.language import later

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")

_HEAD = (
    "rank", "name", "country", "lon", "lat", "verdict", "score", "low", "high", "coverage",
    "reasons", "note", "offer",
)  # fmt: skip

Value = str | float | int | None

SEPARATORS = (",", ";", "\t", "|")
DECIMALS = (".", ",")


@dataclass(frozen=True, slots=True)
class Form:
    """How a table is written."""

    bom: bool = False
    """Whether it begins with the mark by which Excel knows UTF-8."""
    separator: str = ","
    decimal: str = "."

    def __post_init__(self) -> None:
        if self.separator not in SEPARATORS or self.decimal not in DECIMALS:
            raise ExportError(
                f"Cells cannot be parted by {self.separator!r} with {self.decimal!r} in numbers: "
                "part them by a comma, a semicolon, a bar or a tab, and write numbers with a point "
                "or a comma."
            )
        if self.separator == self.decimal:
            raise ExportError(
                "A comma cannot part both cells and decimals: part the cells by a semicolon."
            )


PLAIN = Form()


def make(report: Report, form: Form = PLAIN) -> bytes:
    """Return one row a site; the stamp stands in the last columns of every row."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=form.separator, lineterminator="\r\n")
    writer.writerow([guarded(title) for title in _header(report)])
    stamp = _stamp(report)
    for row in report.rows:
        line = (*_site(row), *_criteria(report, row), *stamp)
        writer.writerow([_cell(value, form) for value in line])
    return text.getvalue().encode("utf-8-sig" if form.bom else "utf-8")


def exporter(form: Form) -> Exporter:
    """Return the exporter that writes tables in `form`."""
    return Exporter(
        title=later("table"), suffix=".csv", make=partial(make, form=form), machine=True
    )


def guarded(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula.

    Signs of full width count too, and white space or control signs before them.
    """
    if text[:1].isalnum() and text[:1].isascii() and text.isprintable():
        return text  # nearly every text, and told fast
    flat = "".join(
        " " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text
    )
    start = unicodedata.normalize("NFKC", text.lstrip(" \u00a0\ufeff\u200b")[:1])
    suspicious = start.startswith(_FORMULA) or text.startswith(_FORMULA)
    return f"'{flat}" if suspicious else flat


def _cell(value: Value, form: Form) -> Value:
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, float) and form.decimal != ".":
        return repr(value).replace(".", form.decimal)
    return value


def _header(report: Report) -> list[str]:
    head = [*_HEAD]
    for each in report.criteria:
        unit = f" [{each.unit}]" if each.unit else ""
        head.append(f"{each.key}{unit}")
        head += [
            f"{each.key} {what}"
            for what in ("low", "high", "value", "weight", "contribution", "source")
        ]
    return [
        *head, "as_of", "load_mw", "scenario", "method", "method_parameters", "unknown", "pack",
        "pack_digest", "by",
    ]  # fmt: skip


def _site(row: SiteRow) -> list[Value]:
    return [
        row.rank, row.name, row.country, row.lon, row.lat, row.verdict.value, row.score, row.low,
        row.high, row.coverage, " | ".join(row.reasons), row.note, row.offer,
    ]  # fmt: skip


def _criteria(report: Report, row: SiteRow) -> list[Value]:
    values: list[Value] = []
    for each, cell in zip(report.criteria, row.cells, strict=True):
        values += [cell.raw, cell.low, cell.high, cell.value]
        values += [each.weight, cell.contribution, cell.source]
    return values


def _stamp(report: Report) -> list[Value]:
    stamp = report.stamp
    return [
        stamp.as_of, stamp.load_mw, stamp.scenario, stamp.method,
        " ".join(f"{key}={value!r}" for key, value in stamp.method_parameters.items()),
        stamp.unknown, stamp.pack, stamp.pack_digest, f"{stamp.program} {stamp.version}",
    ]  # fmt: skip


EXPORTER = Exporter(title=later("table"), suffix=".csv", make=make, machine=True)
