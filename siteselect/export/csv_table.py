"""The ranked list as a table: UTF-8, a comma between cells, safe to open in a spreadsheet."""

import csv
import io
import unicodedata

from siteselect.export.exporter import Exporter
from siteselect.export.report import Report, SiteRow

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")

_HEAD = (
    "rank", "name", "country", "lon", "lat", "verdict", "score", "low", "high", "coverage",
    "reasons", "note", "offer",
)  # fmt: skip

Value = str | float | int | None


def make(report: Report) -> bytes:
    """Return one row a site; the stamp stands in the last columns of every row."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_cell(title) for title in _header(report)])
    stamp = _stamp(report)
    for row in report.rows:
        writer.writerow([_cell(value) for value in (*_site(row), *_criteria(report, row), *stamp)])
    return text.getvalue().encode()


def guarded(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula.

    Signs of full width count too, and white space or control signs before them.
    """
    flat = "".join(
        " " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text
    )
    start = unicodedata.normalize("NFKC", text.lstrip(" \u00a0\ufeff\u200b")[:1])
    suspicious = start.startswith(_FORMULA) or text.startswith(_FORMULA)
    return f"'{flat}" if suspicious else flat


def _cell(value: Value) -> Value:
    return guarded(value) if isinstance(value, str) else value


def _header(report: Report) -> list[str]:
    head = [*_HEAD]
    for each in report.criteria:
        unit = f" [{each.unit}]" if each.unit else ""
        head.append(f"{each.key}{unit}")
        head += [
            f"{each.key} {what}"
            for what in ("low", "high", "value", "weight", "contribution", "source")
        ]
    return [*head, "as_of", "load_mw", "scenario", "method", "unknown", "pack", "pack_digest", "by"]


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
        stamp.as_of, stamp.load_mw, stamp.scenario, stamp.method, stamp.unknown, stamp.pack,
        stamp.pack_digest, f"{stamp.program} {stamp.version}",
    ]  # fmt: skip


EXPORTER = Exporter(title="table", suffix=".csv", make=make)
