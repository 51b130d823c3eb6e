"""Money as a board reads it: the figures that it asks for, in words of one kind everywhere."""

from siteselect.export.money_table import MoneyCell, MoneyFigure
from siteselect.export.report import Report
from siteselect.export.words import figure, plain
from siteselect.language import say, say_number

ASKED = ("price", "cost_per_btc", "margin", "capital", "payback", "npv", "irr", "at_risk")
"""What a board asks of money, in the order of the columns."""
_MILLIONS = {"capital", "npv", "at_risk"}
_MILLION = 1e6
Row = tuple[str, tuple[tuple[float | None, str], ...]]
"""A site, and each of its figures as a number to sort by and as words."""


def asked(report: Report) -> tuple[MoneyFigure, ...]:
    """Return the figures that a board asks for, as far as they were reckoned."""
    if report.money is None:
        return ()
    known = {each.key: each for each in report.money.figures}
    return tuple(known[key] for key in ASKED if key in known)


def heads(report: Report) -> list[str]:
    """Return the head of each column, with its unit."""
    return [f"{each.title}, {_unit(each)}" for each in asked(report)]


def rows(report: Report, most: int) -> list[Row]:
    """Return the first sites that rank with their figures, in the order of the list."""
    if report.money is None:
        return []
    places = {each.key: place for place, each in enumerate(report.money.figures)}
    found: list[Row] = []
    for row in report.rows:
        cells = report.money.rows.get(row.name, ())
        if row.verdict.ranks and cells and len(found) < most:
            held = [(each, cells[places[each.key]]) for each in asked(report)]
            found.append((row.name, tuple((cell.value, words(each, cell)) for each, cell in held)))
    return found


def words(each: MoneyFigure, cell: MoneyCell) -> str:
    """Return one figure of one site in words."""
    if cell.never:
        return say("never")
    if cell.value is None:
        return say("unknown")
    if each.key in _MILLIONS:
        return figure(cell.value / _MILLION)
    if each.key == "irr":
        return say_number(100 * cell.value, 0, group="\u202f")
    return figure(cell.value)


def assumed(value: float | None, unit: str) -> str:
    """Return an assumed figure as people read it."""
    if value is None:
        return ""
    if unit == "share":
        return f"{plain(100 * value)} %"
    if unit == "0 or 1":
        return say("yes") if value else say("no")
    return figure(value, unit)


def between(low: float | None, high: float | None, unit: str) -> str:
    """Return the ends of an assumed figure; empty where it has none."""
    if low is None or high is None:
        return ""
    return f"{assumed(low, unit)} – {assumed(high, unit)}"


def _unit(each: MoneyFigure) -> str:
    if each.unit == "USD":
        return say("million USD") if each.key in _MILLIONS else "USD"
    if each.unit == "months":
        return say("months")
    return say("% a year") if each.key == "irr" else each.unit
