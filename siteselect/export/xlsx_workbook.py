"""The report as a workbook: a reader changes a weight in it, and scores and order follow.

Where the method is the weighted sum, score, interval and rank are formulas that hold their true
values already; other methods are written as values, and the sheets say so.
"""

import tempfile

from siteselect.errors import ExportError
from siteselect.export._xlsx_layout import Layout
from siteselect.export.exporter import Exporter
from siteselect.export.report import Report

MOST_ROWS = 1_000_000
"""Sites that a sheet can hold beside its head."""
_SMALL = 5000
"""Above so many sites rows go to the disk as they come, and not to memory."""


def make(report: Report) -> bytes:
    """Return the sheets Ranking, Criteria values, Weights, Gates, Money, Sources ... as .xlsx."""
    if len(report.rows) > MOST_ROWS:
        raise ExportError(
            f"A sheet holds {MOST_ROWS} sites, these are {len(report.rows)}: write a .csv instead."
        )
    if len(report.rows) <= _SMALL:
        return _made(report, "")
    with tempfile.TemporaryDirectory(prefix="siteselect-") as folder:
        return _made(report, folder)


def _made(report: Report, folder: str) -> bytes:
    from siteselect.export import _xlsx_criteria, _xlsx_ranking, _xlsx_tables, _xlsx_weights
    from siteselect.export._xlsx_book import Book

    layout = Layout(report)
    book = Book(report.title, report.stamp.as_of, folder)
    _xlsx_ranking.write(book.page("Ranking"), layout)
    _xlsx_criteria.write(book.page("Criteria values"), layout)
    _xlsx_weights.write(book.page("Weights"), layout)
    _xlsx_tables.gates(book.page("Gates"), report)
    if report.money is not None:
        _xlsx_tables.money(book.page("Money"), report, report.money)
    _xlsx_tables.sources(book.page("Sources"), report)
    _xlsx_tables.assumptions(book.page("Assumptions"), report)
    _xlsx_tables.stamp(book.page("Stamp"), report)
    return book.finish()


EXPORTER = Exporter(title="workbook with live weights", suffix=".xlsx", make=make, money=True)
