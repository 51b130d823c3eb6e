"""The report as a workbook: a reader changes a weight in it, and scores and order follow.

Where the method is the weighted sum, score, interval and rank are formulas that hold their true
values already; other methods are written as values, and the sheets say so.
"""

import tempfile

from siteselect.errors import ExportError
from siteselect.export._xlsx_layout import Layout
from siteselect.export.exporter import Exporter
from siteselect.export.report import Report
from siteselect.language import later, say

MOST_ROWS = 1_000_000
"""Sites that a sheet can hold beside its head."""
_SMALL = 5000
"""Above so many sites rows go to the disk as they come, and not to memory."""


def make(report: Report) -> bytes:
    """Return the sheets Ranking, Criteria values, Weights, Gates, Money, Sources ... as .xlsx."""
    if len(report.rows) > MOST_ROWS:
        raise ExportError(
            say(
                "A sheet holds {most} sites, these are {count}: write a .csv instead.",
                most=MOST_ROWS,
                count=len(report.rows),
            )
        )
    if len(report.rows) <= _SMALL:
        return _made(report, "")
    with tempfile.TemporaryDirectory(prefix="siteselect-") as folder:
        return _made(report, folder)


def _made(report: Report, folder: str) -> bytes:
    from siteselect.export import _xlsx_criteria, _xlsx_ranking, _xlsx_tables, _xlsx_weights
    from siteselect.export._xlsx_book import Book, sheet_name

    layout = Layout(report)
    book = Book(report.title, report.stamp.as_of, folder)
    _xlsx_ranking.write(book.page(say("Ranking")), layout)
    _xlsx_criteria.write(book.page(say("Criteria values")), layout, sheet_name(say("Weights")))
    _xlsx_weights.write(book.page(say("Weights")), layout)
    _xlsx_tables.gates(book.page(say("Gates")), report)
    if report.money is not None:
        _xlsx_tables.money(book.page(say("Money")), report, report.money)
    _xlsx_tables.sources(book.page(say("Sources")), report)
    _xlsx_tables.assumptions(book.page(say("Assumptions")), report)
    _xlsx_tables.stamp(book.page(say("Stamp")), report)
    return book.finish()


EXPORTER = Exporter(
    title=later("workbook with live weights"), suffix=".xlsx", make=make, money=True
)
