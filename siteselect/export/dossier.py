"""All that is known and unknown of one site, on a page for a lawyer or a utility."""

from dataclasses import dataclass

from siteselect.errors import ExportError
from siteselect.export._html import render
from siteselect.export.checklist import checklist
from siteselect.export.exporter import Exporter
from siteselect.export.money_table import MoneyCell
from siteselect.export.report import Cell, JudgedCriterion, Report, SiteRow
from siteselect.export.words import POLICIES, figure
from siteselect.language import decimal_mark, later, say, say_number


@dataclass(frozen=True, slots=True)
class _Group:
    """The criteria of one group, with what is known of each."""

    title: str
    cells: tuple[tuple[JudgedCriterion, Cell], ...]


def make(report: Report, site: str) -> bytes:
    """Return the dossier on the site called `site`; ExportError where there is none."""
    row = _row(report, site)
    return render(
        "dossier.html",
        {
            "report": report,
            "row": row,
            "where": _where(row),
            "policy": say(POLICIES[report.stamp.unknown]),
            "gates": list(zip(report.gates, row.gates, strict=True)),
            "groups": _groups(report, row),
            "open": checklist(report, row),
            "money": _money(report, row),
            "assumed": [
                each for each in (report.money.assumptions if report.money else ()) if each.assumed
            ],
        },
    )


def exporter(site: str) -> Exporter:
    """Return the exporter that writes the dossier on one site."""
    return Exporter(
        title=later("dossier on one site"), suffix=".html", make=lambda report: make(report, site),
        money=True,
    )  # fmt: skip


def _row(report: Report, site: str) -> SiteRow:
    names = [row.name for row in report.rows]
    found = [row for row in report.rows if row.name.casefold() == site.strip().casefold()]
    exact = [row for row in found if row.name == site]
    if not found:
        near = [name for name in names if site.strip().casefold() in name.casefold()][:5]
        told = (
            say("Did you mean {near}?", near=", ".join(near))
            if near
            else say("There are {count} others.", count=len(names))
        )
        raise ExportError(
            say(
                "{title} has no site called {site}. {told}",
                title=report.title,
                site=site,
                told=told,
            )
        )
    return (exact or found)[0]


def _where(row: SiteRow) -> str:
    """Return latitude and longitude as on a map."""
    lat, lon = (say_number(abs(each), 5) for each in (row.lat, row.lon))
    north = say("{degrees}° N", degrees=lat) if row.lat >= 0 else say("{degrees}° S", degrees=lat)
    east = say("{degrees}° E", degrees=lon) if row.lon >= 0 else say("{degrees}° W", degrees=lon)
    return f"{north}; {east}" if decimal_mark() == "," else f"{north}, {east}"


def _groups(report: Report, row: SiteRow) -> list[_Group]:
    found: dict[str, list[tuple[JudgedCriterion, Cell]]] = {}
    for each, cell in zip(report.criteria, row.cells, strict=True):
        if cell.raw is not None:
            found.setdefault(each.group or say("Criteria"), []).append((each, cell))
    return [_Group(title, tuple(cells)) for title, cells in found.items()]


def _money(report: Report, row: SiteRow) -> list[tuple[str, str, str]]:
    """Return title, amount and interval of each figure that is known."""
    if report.money is None:
        return []
    cells = report.money.rows.get(row.name, ())
    return [
        (each.title, *_amount(cell, each.unit))
        for each, cell in zip(report.money.figures, cells, strict=False)
        if cell.never or cell.value is not None
    ]


def _amount(cell: MoneyCell, unit: str) -> tuple[str, str]:
    if cell.never or cell.value is None:
        return say("never within the months reckoned"), ""
    share = unit.startswith("share")
    scale, unit = (100, f"%{unit.removeprefix('share')}") if share else (1, unit)
    told = figure(cell.value * scale, unit)
    if cell.low is None or cell.high is None or cell.low == cell.high:
        return told, ""
    return told, say(
        "{low} to {high}", low=figure(cell.low * scale), high=figure(cell.high * scale, unit)
    )
