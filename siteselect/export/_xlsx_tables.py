"""The sheets that are read and not changed: Gates, Money, Sources, Assumptions, Stamp."""

from collections.abc import Iterator
from typing import Any

from siteselect.export._xlsx_book import Page, Value, in_capitals
from siteselect.export.money_table import Assumption, MoneyCell, MoneyTable
from siteselect.export.report import Report
from siteselect.export.words import POLICIES
from siteselect.language import say


def gates(page: Page, report: Report) -> None:
    """Write what each gate says of each site, with its margin and reason."""
    page.widths(30, 9, 14)
    start = page.heading(say("Gates"), *(each.wanted for each in report.gates))
    if not report.gates:
        page.put(1, 0, say("No gate is switched on."), "note")
    head = [say("Site"), say("Country"), say("Verdict")]
    for each in report.gates:
        unit = f", {each.unit}" if each.unit else ""
        head += [f"{each.title}{unit}", say("Margin"), say("Verdict"), say("Why")]
    page.head(start, head)
    for number in range(len(report.gates)):
        page.widths(14, 10, 14, 60, start=3 + 4 * number)
    for at, row in enumerate(report.rows, start + 1):
        page.row(at, (row.name, row.country, in_capitals(row.verdict)))
        for number, cell in enumerate(row.gates):
            first = 3 + 4 * number
            page.row(at, (cell.raw, cell.margin), "figure", first)
            page.row(at, (in_capitals(cell.verdict), cell.reason), "plain", first + 2)
    last = start + max(len(report.rows), 1)
    page.sheet.freeze_panes(start + 1, 1)
    page.sheet.autofilter(start, 0, last, len(head) - 1)
    for column in (2, *(5 + 4 * number for number in range(len(report.gates)))):
        page.colour_verdicts((start + 1, last), column)


def money(page: Page, report: Report, table: MoneyTable) -> None:
    """Write every figure of every site with its ends, and why one is unknown."""
    page.widths(30, 9)
    start = page.heading(
        say("Money"),
        *table.remarks,
        say("What it was reckoned with stands on the sheet Assumptions."),
    )
    head = [say("Site"), say("Country")]
    for number, each in enumerate(table.figures):
        page.widths(16, 14, 14, start=2 + 3 * number)
        head += [f"{each.title}, {each.unit}", say("least"), say("most")]
    why = 2 + 3 * len(table.figures)
    page.widths(80, start=why)
    page.head(start, [*head, say("Why unknown")])
    for at, row in enumerate(report.rows, start + 1):
        page.row(at, (row.name, row.country))
        cells = table.rows.get(row.name, ())
        for number, (each, cell) in enumerate(zip(table.figures, cells, strict=False)):
            for place, value in enumerate(_amounts(cell)):
                page.put(at, 2 + 3 * number + place, value, _style(each.unit))
        page.put(at, why, " | ".join(dict.fromkeys(cell.why for cell in cells if cell.why)))
    page.sheet.freeze_panes(start + 1, 1)
    page.sheet.autofilter(start, 0, start + max(len(report.rows), 1), why)


def _amounts(cell: MoneyCell) -> tuple[Value, Value, Value]:
    """Return value and ends; the ends only where they say more."""
    if cell.never:
        return (say("never"), None, None)
    if cell.low == cell.high:
        return (cell.value, None, None)
    return (cell.value, cell.low, cell.high)


def _style(unit: str) -> str:
    return "money" if unit == "USD" else "share" if unit.startswith("share") else "figure"


def sources(page: Page, report: Report) -> None:
    """Write the sources with their licences; those of single values stand beside the values."""
    page.widths(44, 24, 44, 50, 12, 60)
    start = page.heading(
        say("Sources"),
        say("The source of each single value stands on the sheet Criteria values."),
    )
    page.table(
        start,
        (
            say("Source"), say("Licence"), say("Attribution"), say("Address"), say("Retrieved"),
            say("Used for"),
        ),
        [
            (each.title, each.licence or say("not stated"), each.attribution, each.url,
             each.retrieved, each.used_for)
            for each in report.sources
        ],
    )  # fmt: skip
    page.sheet.freeze_panes(start + 1, 0)


def assumptions(page: Page, report: Report) -> None:
    """Write all that is judgement: method, policy, value functions, gates, figures of money."""
    stamp = report.stamp
    page.widths(30, 40, 16, 14, 14, 14, 60)
    start = page.heading(say("Assumptions"), say("What was decided or guessed, and not measured."))
    lines: list[tuple[Value, ...]] = [
        (say("Method"), report.method_title),
        ("", report.method_reference),
        (say("Unknown values"), say(POLICIES[stamp.unknown])),
        (say("Facts as of"), stamp.as_of),
        (say("Power wanted, MW"), stamp.load_mw),
        *((key, value) for key, value in stamp.method_parameters.items()),
        *((say("Gate"), each.wanted) for each in report.gates),
        *((each.title, f"{each.objective}: {each.value}") for each in report.criteria),
        *((say("Remark"), text) for text in report.remarks),
        *((say("Note"), text) for text in report.notes),
        (say("Disclaimer"), stamp.disclaimer),
    ]
    start = page.table(start, (say("What"), say("How")), lines)
    if report.money is not None:
        page.table(
            start + 1,
            (
                say("Group"), say("Figure"), say("Unit"), say("Value"), say("Least"), say("Most"),
                say("Source"),
            ),
            [
                (each.group, each.title, each.unit, each.value, each.low, each.high,
                 _source(each))
                for each in report.money.assumptions
            ],
        )  # fmt: skip


def _source(each: Assumption) -> str:
    return say("Chosen by the person. {source}", source=each.source) if each.chosen else each.source


def stamp(page: Page, report: Report) -> None:
    """Write what a reader needs to get the same list again."""
    page.widths(34, 90)
    start = page.heading(
        say("Stamp"),
        say("With the project, `siteselect verify` reckons every number anew from these lines."),
    )
    page.table(start, (say("Key"), say("Value")), list(stamp_lines(report)))


def stamp_lines(report: Report) -> Iterator[tuple[str, Value]]:
    """Yield the stamp as flat lines: weights.power_price, gates.0."""
    yield "title", report.title
    yield from _flat("", report.stamp.as_dict())


def _flat(start: str, plain: dict[str, Any]) -> Iterator[tuple[str, Value]]:
    for key, value in plain.items():
        name = f"{start}{key}"
        if isinstance(value, dict):
            yield from _flat(f"{name}.", value)
        elif isinstance(value, list | tuple):
            yield from ((f"{name}.{place}", each) for place, each in enumerate(value))
        else:
            yield name, value
