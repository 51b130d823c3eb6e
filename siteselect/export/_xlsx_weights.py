"""The sheet Weights: what a reader may change, and beside it the first sites as they then stand."""

from xlsxwriter.utility import xl_rowcol_to_cell

from siteselect.export._xlsx_book import Page
from siteselect.export._xlsx_layout import BLOCK, COUNTS, SHARE, WEIGHT, WEIGHTS_TOP, Layout, of_100
from siteselect.export.report import JudgedCriterion
from siteselect.language import later, say

_HEAD = (
    later("Criterion"), later("Group"), later("Weight"), later("Counts"), later("Share"),
    later("Known for"), later("Unit"), later("Direction"), later("Raw to 0–100"),
)  # fmt: skip
_COLOURS = ("#0F766E", "#2F7FC1", "#8B6FB8", "#CC7722", "#7C8794", "#B4534B", "#A68A00")
"""Of the groups, as on the page to send."""
_GAINS = BLOCK + 4
"""The first column of contributions."""


def write(page: Page, layout: Layout) -> None:
    """Write weights, shares, the first sites with their contributions, and the chart."""
    report, sheet = layout.report, page.sheet
    page.widths(34, 16, 9, 8, 9, 10, 12, 16, 44, 3, 7, 6, 30, 9)
    page.widths(*(13 for _ in layout.groups), start=_GAINS)
    page.put(0, 0, say("Weights"), "title")
    page.put(1, 0, _said(layout), "note")
    if report.switched_off:
        off = ", ".join(report.switched_off)
        page.put(2, 0, say("Switched off, and so not here: {titles}.", titles=off), "note")
    if layout.first:
        caption = say("The first sites, and what each group of criteria gives them")
        page.put(WEIGHTS_TOP - 2, BLOCK, caption, "bold")
    titles = [name or say("Criteria") for name in layout.groups]
    page.head(WEIGHTS_TOP - 1, [say(each) for each in _HEAD])
    page.head(
        WEIGHTS_TOP - 1, (say("Place"), say("No."), say("Site"), say("Score"), *titles), BLOCK
    )
    for place in range(max(layout.width + 1, len(layout.first))):  # a large book is written in rows
        if place < layout.width:
            _criterion(page, layout, report.criteria[place], WEIGHTS_TOP + place)
        elif place == layout.width:
            _sums(page, layout, WEIGHTS_TOP + place)
        if place < len(layout.first):
            _first(page, layout, place)
    last = WEIGHTS_TOP + layout.width - 1
    sheet.freeze_panes(WEIGHTS_TOP, 1)
    if layout.width:
        page.book.name("Weights", page.area((WEIGHTS_TOP, last), (WEIGHT, WEIGHT)))
        page.book.name("Counts", page.area((WEIGHTS_TOP, last), (COUNTS, COUNTS)))
        rule = {
            "validate": "decimal",
            "criteria": ">=",
            "value": 0,
            "error_title": say("Weight"),
            "error_message": say("Give a number of 0 or more."),
        }
        sheet.data_validation(WEIGHTS_TOP, WEIGHT, last, WEIGHT, rule)
    if layout.first:
        _chart(page, layout, max(last, WEIGHTS_TOP + len(layout.first)) + 3)


def _said(layout: Layout) -> str:
    if layout.live:
        return say(
            "Change a number in the yellow column: shares, scores, ranks, and the first sites with "
            "their chart on the right follow. Only the ratios of weights matter."
        )
    return layout.said


def _criterion(page: Page, layout: Layout, each: JudgedCriterion, at: int) -> None:
    page.put(at, 0, each.title, "bold")
    page.put(at, 1, each.group)
    page.put(at, WEIGHT, each.weight, "input" if layout.live else "general")
    page.put(at, COUNTS, int(each.known > 0), "count")
    if layout.live:
        weight, counts = (xl_rowcol_to_cell(at, column) for column in (WEIGHT, COUNTS))
        total = "SUMPRODUCT(Weights,Counts)"
        text = f"=IF({total}>0,{weight}*{counts}/{total},0)"
        page.formula(at, SHARE, text, each.share, "share")
    else:
        page.put(at, SHARE, each.share, "share")
    page.put(at, 5, each.known, "count")
    page.row(at, (each.unit, each.objective, each.value), start=6)


def _sums(page: Page, layout: Layout, at: int) -> None:
    weights, shares = zip(
        *((each.weight, each.share) for each in layout.report.criteria), strict=True
    )
    page.put(at, 0, say("Sum"), "bold")
    for column, total, style in ((WEIGHT, sum(weights), "general"), (SHARE, sum(shares), "share")):
        held = float(f"{total:.12g}")
        if layout.live:
            area = page.area((WEIGHTS_TOP, at - 1), (column, column))
            page.formula(at, column, f"=SUM({area})", held, style)
        else:
            page.put(at, column, held, style)


def _first(page: Page, layout: Layout, place: int) -> None:
    """Write one of the first sites; live, it is looked up by its place."""
    row, at = layout.first[place], WEIGHTS_TOP + place
    number = layout.report.rows.index(row) + 1
    gains = [
        of_100(sum(row.cells[each].contribution or 0.0 for each in members))
        for members in layout.groups.values()
    ]
    page.put(at, BLOCK, place + 1, "count")
    if not layout.live:
        page.put(at, BLOCK + 1, number, "count")
        page.put(at, BLOCK + 2, row.name, "bold")
        page.put(at, BLOCK + 3, of_100(row.score), "best")
        page.row(at, gains, "points", _GAINS)
        return
    found = f"MATCH(${xl_rowcol_to_cell(at, BLOCK)},Places,0)"
    for column, what, held, style in (
        (BLOCK + 1, "Numbers", number, "count"),
        (BLOCK + 2, "SiteNames", row.name, "bold"),
        (BLOCK + 3, "Scores", of_100(row.score), "best"),
    ):
        page.formula(at, column, f'=IFERROR(INDEX({what},{found}),"")', held, style)
    line = f"${xl_rowcol_to_cell(at, BLOCK + 1)}"
    for column, (members, gain) in enumerate(zip(layout.groups.values(), gains, strict=True)):
        terms = "+".join(
            f"INDEX(Shares,1,{each + 1})*INDEX(Counted,{line},{each + 1})" for each in members
        )
        page.formula(at, _GAINS + column, f"=IFERROR({terms},0)", gain, "points")


def _chart(page: Page, layout: Layout, row: int) -> None:
    """Draw bars of the first sites: by group where that adds up, else the score alone."""
    rows = (WEIGHTS_TOP, WEIGHTS_TOP + len(layout.first) - 1)
    columns = range(_GAINS, _GAINS + len(layout.groups)) if layout.groups else (_GAINS - 1,)
    chart = page.book.chart({"type": "bar", "subtype": "stacked"})
    for place, column in enumerate(columns):
        head = WEIGHTS_TOP - 1
        chart.add_series(
            {
                "name": [page.name, head, column],
                "categories": [page.name, rows[0], BLOCK + 2, rows[1], BLOCK + 2],
                "values": [page.name, rows[0], column, rows[1], column],
                "fill": {"color": _COLOURS[place % len(_COLOURS)]},
                "gap": 40,
            }
        )
    chart.set_title({"name": say("The first sites, in points of 100"), "name_font": {"size": 12}})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    chart.set_x_axis({"min": 0, "max": 100, "major_gridlines": {"visible": True}})
    chart.set_legend({"position": "bottom"} if layout.groups else {"none": True})
    chart.set_size({"width": 980, "height": 460})
    page.sheet.insert_chart(row, 0, chart, {"object_position": 3})
