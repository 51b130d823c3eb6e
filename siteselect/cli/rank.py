"""`siteselect rank`: the ranked list in the terminal, as CSV or as JSON."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from siteselect.cli import choices
from siteselect.cli.choices import Choices
from siteselect.cli.terminal import console, line, table_of

if TYPE_CHECKING:
    from siteselect.export.report import Report, SiteRow


_TITLES = ("#", "Site", "Country", "Score", "Interval", "Known", "USD/MWh", "Verdict")
_WORDS = ("Site", "Country", "Verdict")


class Format(StrEnum):
    """How the list is told."""

    table = "table"
    csv = "csv"
    json = "json"


def rank(
    project: choices.Project = None,
    as_of: choices.AsOf = None,
    method: choices.Method = None,
    scenario: choices.ScenarioName = None,
    top: Annotated[int | None, typer.Option(min=1, help="Only the first N of the list.")] = None,
    format_: Annotated[Format, typer.Option("--format", help="How it is told.")] = Format.table,
    weights: choices.Weights = None,
    set_: choices.Set = None,
    load: choices.Load = None,
    sites: choices.SitesFile = None,
    pack: choices.PackName = None,
    unknown: choices.UnknownAs = None,
) -> None:
    """Rank the sites of a project, with values, sources and reasons."""
    chosen = Choices(
        project, as_of, method, scenario, weights, tuple(set_ or ()), load, sites, pack, unknown
    )
    report = chosen.report(top)
    if format_ is Format.table:
        _print_table(report)
        return
    from siteselect.export import EXPORTERS

    name = "csv_table" if format_ is Format.csv else "json_list"
    sys.stdout.write(EXPORTERS[name].make(report).decode())
    sys.stdout.flush()


def _print_table(report: "Report") -> None:
    stamp, out = report.stamp, console()
    out.print(line(f"{report.title} · {stamp.scenario} · {report.method_title}", "bold"))
    out.print(line(f"As of {stamp.as_of}, {stamp.load_mw:g} MW wanted, {stamp.pack}", "dim"))
    for remark in report.remarks:
        out.print(line(remark, "dim"))
    out.print(table_of(_TITLES, (_line(report, row) for row in report.rows), _WORDS))
    for text in (*_grouped_reasons(report.rows), *report.why):
        out.print()
        out.print(line(text))


def _line(report: "Report", row: "SiteRow") -> tuple[str, ...]:
    from siteselect.export.words import figure, points

    prices = [
        figure(cell.raw)
        for each, cell in zip(report.criteria, row.cells, strict=True)
        if each.key == "power_price"
    ]
    return (
        str(row.rank) if row.rank else "–",
        row.name,
        row.country,
        points(row.score),
        f"{points(row.low)}–{points(row.high)}" if row.low != row.high else "",
        f"{100 * row.coverage:.0f} %",
        prices[0] if prices else "",
        row.verdict.value,
    )


def _grouped_reasons(rows: "tuple[SiteRow, ...]") -> list[str]:
    """Return each weightiest reason once, with the sites that it holds for."""
    groups: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row.reasons:
            groups.setdefault((row.verdict.value, row.reasons[0]), []).append(row.name)
    return [f"{verdict}: {_shown(names)}. {reason}" for (verdict, reason), names in groups.items()]


def _shown(names: list[str], most: int = 4) -> str:
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"
