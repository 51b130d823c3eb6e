"""The sheet Criteria values: what is known of each site, what it counts as, and who says so."""

from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from siteselect.export._xlsx_book import Page
from siteselect.export._xlsx_layout import (
    CRITERIA_TOP,
    SHARE,
    SHARES_ROW,
    WEIGHTS_TOP,
    Layout,
    of_100,
)
from siteselect.export.report import Cell, SiteRow
from siteselect.export.words import POLICIES
from siteselect.language import later, say

_TITLES = {
    "raw": later("As measured, in its unit; empty: unknown"),
    "value": later("Value, 0–100; empty: unknown"),
    "source": later("Source, or why unknown"),
    "low": later("Least it may be, in its unit, where not certain"),
    "high": later("Most it may be, in its unit, where not certain"),
    "counted": later("What it counts as, 0–100: unknown ones as the policy says"),
    "least": later("Least it could count, 0–100"),
    "most": later("Most it could count, 0–100"),
}
_NAMES = {"value": "ValuesKnown", "counted": "Counted", "least": "Least", "most": "Most"}


def write(page: Page, layout: Layout, weights: str) -> None:
    """Write the blocks side by side, one row a site; `weights` is the sheet of that name."""
    report, sheet = layout.report, page.sheet
    page.widths(5, 30, 9)
    page.put(0, 0, say("Criteria values"), "title")
    told = say("The weights stand on the sheet Weights.")
    page.put(1, 0, f"{say(POLICIES[report.stamp.unknown])} {told}", "note")
    if layout.live:
        page.put(SHARES_ROW, 1, say("Share of the weight"), "note")
        for place, each in enumerate(report.criteria):
            share = xl_rowcol_to_cell(WEIGHTS_TOP + place, SHARE, row_abs=True, col_abs=True)
            column = layout.columns("counted")[0] + place
            page.formula(
                SHARES_ROW, column, f"={quote_sheetname(weights)}!{share}", each.share, "share"
            )
    for block in layout.blocks if layout.width else ():
        first, last = layout.columns(block)
        page.row(CRITERIA_TOP - 2, (say(_TITLES[block]), *[None] * (last - first)), "block", first)
    for block in layout.blocks:
        _head(page, layout, block)
    page.head(CRITERIA_TOP - 1, (say("No."), say("Site"), say("Country")))
    for place, row in enumerate(report.rows):
        _site(page, layout, row, place)
    first, last = layout.rows(CRITERIA_TOP)
    sheet.freeze_panes(CRITERIA_TOP, 2)
    if layout.live and layout.width:
        columns = layout.columns("counted")
        page.book.name("Shares", page.area((SHARES_ROW, SHARES_ROW), columns))
        for block, name in _NAMES.items():
            page.book.name(name, page.area((first, last), layout.columns(block)))


def _head(page: Page, layout: Layout, block: str) -> None:
    first, last = layout.columns(block)
    for place, each in enumerate(layout.report.criteria):
        unit = f", {each.unit}" if each.unit and block in {"raw", "low", "high"} else ""
        page.put(CRITERIA_TOP - 1, first + place, f"{each.title}{unit}", "head")
    if layout.width:
        page.sheet.set_column(first, last, 40 if block == "source" else 13)


def _site(page: Page, layout: Layout, row: SiteRow, place: int) -> None:
    at = CRITERIA_TOP + place
    page.put(at, 0, place + 1, "count")
    page.put(at, 1, row.name, "bold")
    page.put(at, 2, row.country)
    for block in layout.blocks:
        first = layout.columns(block)[0]
        for number, cell in enumerate(row.cells):
            if block == "counted" and cell.value is None and _follows(layout):
                page.formula(at, first + number, _mean(layout, cell, at), of_100(cell.counted),
                             "points")  # fmt: skip
            else:
                value, style = _told(cell, block)
                page.put(at, first + number, value, style)


def _told(cell: Cell, block: str) -> tuple[str | float | None, str]:
    """Return what a block tells of a cell, and how; ends only where they say more."""
    match block:
        case "raw":
            return cell.raw, "figure"
        case "low" | "high":
            end = cell.low if block == "low" else cell.high
            return (None if end == cell.raw else end), "figure"
        case "source":
            return cell.source, "plain"
        case "value":
            return of_100(cell.value), "points"
        case "counted":
            return of_100(cell.counted), "points"
        case "least":
            return of_100(cell.least), "points"
        case _:
            return of_100(cell.most), "points"


def _follows(layout: Layout) -> bool:
    """Return whether what an unknown value counts as hangs on the weights."""
    return layout.report.stamp.unknown == "exclude"


def _mean(layout: Layout, cell: Cell, at: int) -> str:
    """Return the formula of the weighted mean of what is known of the site, within its ends."""
    first, last = layout.columns("value")
    row = (
        f"{xl_rowcol_to_cell(at, first, col_abs=True)}:{xl_rowcol_to_cell(at, last, col_abs=True)}"
    )
    mean = f"SUMPRODUCT(Shares,{row})/SUMPRODUCT(Shares,ISNUMBER({row})*1)"
    return f"=MEDIAN({of_100(cell.least)!r},{of_100(cell.most)!r},IFERROR({mean},0))"
