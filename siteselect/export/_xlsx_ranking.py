"""The sheet Ranking: one row a site, its score and rank as formulas of the weights."""

from xlsxwriter.utility import xl_rowcol_to_cell

from siteselect.export._xlsx_book import Page, in_capitals
from siteselect.export._xlsx_layout import (
    ALPHABET,
    CODE,
    COUNTRY,
    HIGH,
    KNOWN,
    LAT,
    LON,
    LOW,
    NOTE,
    NUMBER,
    OFFER,
    PLACE,
    RANK,
    RANKING_TOP,
    REASONS,
    SCORE,
    SITE,
    TIER,
    VERDICT,
    Layout,
    of_100,
    tier,
)
from siteselect.export.report import SiteRow
from siteselect.language import later, say

HEAD = (
    later("No."), later("Rank"), later("Place"), later("Site"), later("Country"),
    later("Score, 0–100"), later("Least score"), later("Greatest score"), later("Known share"),
    later("Verdict"), later("Reasons"), later("Note"), later("Offer"), later("Longitude"),
    later("Latitude"), later("Tier"), later("Alphabet"), later("Code"),
)  # fmt: skip
NAMES = (
    ("Numbers", NUMBER),
    ("Ranks", RANK),
    ("Places", PLACE),
    ("SiteNames", SITE),
    ("Scores", SCORE),
    ("Tiers", TIER),
    ("Alphabet", ALPHABET),
)


def write(page: Page, layout: Layout) -> None:
    """Write the list."""
    report, sheet = layout.report, page.sheet
    stamp = report.stamp
    page.widths(5, 6, 7, 30, 9, 13, 9, 9, 9, 16, 60, 40, 40, 10, 10, 6, 6, 6)
    sheet.set_column(TIER, CODE, 8, None, {"hidden": True})
    page.put(0, 0, report.title, "title")
    told = (
        stamp.scenario,
        report.method_title,
        say("facts as of {day}", day=stamp.as_of),
        say("{load:g} MW wanted", load=stamp.load_mw),
        stamp.pack,
    )
    page.put(1, 0, " · ".join(told), "note")
    page.put(2, 0, " ".join(report.remarks), "note")
    page.put(3, 0, layout.said, "note")
    page.head(RANKING_TOP - 1, [say(each) for each in HEAD])
    for place, row in enumerate(report.rows):
        _site(page, layout, row, place)
    first, last = layout.rows(RANKING_TOP)
    sheet.freeze_panes(RANKING_TOP, SITE + 1)
    sheet.autofilter(RANKING_TOP - 1, 0, last, OFFER)
    bar = {"type": "data_bar", "bar_color": "#7CC5BC", "bar_solid": True, "min_type": "num",
           "min_value": 0, "max_type": "num", "max_value": 100}  # fmt: skip
    sheet.conditional_format(first, SCORE, last, SCORE, bar)
    page.colour_verdicts((first, last), VERDICT)
    for name, column in NAMES:
        page.book.name(name, page.area((first, last), (column, column)))
    sheet.repeat_rows(RANKING_TOP - 1)


def _site(page: Page, layout: Layout, row: SiteRow, place: int) -> None:
    at = RANKING_TOP + place
    listed = place + 1 if row.rank else None
    page.put(at, NUMBER, place + 1, "count")
    if layout.live:
        _formulas(page, row, at, listed)
    else:
        page.put(at, RANK, row.rank, "count")
        page.put(at, PLACE, listed, "count")
        page.put(at, SCORE, of_100(row.score), "best")
        page.put(at, LOW, of_100(row.low), "points")
        page.put(at, HIGH, of_100(row.high), "points")
        page.put(at, KNOWN, row.coverage, "share")
    page.put(at, SITE, row.name, "bold")
    page.put(at, COUNTRY, row.country)
    page.put(at, VERDICT, in_capitals(row.verdict), "verdict")
    page.put(at, REASONS, " | ".join(row.reasons))
    page.put(at, NOTE, row.note)
    page.put(at, OFFER, row.offer)
    page.put(at, LON, row.lon, "degrees")
    page.put(at, LAT, row.lat, "degrees")
    page.put(at, TIER, tier(row), "count")
    page.put(at, ALPHABET, layout.alphabet[row.name], "count")
    page.put(at, CODE, row.verdict.value)


def _formulas(page: Page, row: SiteRow, at: int, listed: int | None) -> None:
    """Write what follows the weights; the number of a site finds its row, even once sorted."""
    number, score, rank, level, letter = (
        f"${xl_rowcol_to_cell(at, column)}" for column in (NUMBER, SCORE, RANK, TIER, ALPHABET)
    )
    for column, block, value in (
        (SCORE, "Counted", row.score),
        (LOW, "Least", row.low),
        (HIGH, "Most", row.high),
    ):
        product = f"SUMPRODUCT(Shares,INDEX({block},{number},0))"
        text = f'=IF(AND({level}<2,SUM(Shares)>0),{product},"")'
        page.formula(at, column, text, of_100(value), "best" if column == SCORE else "points")
    known = f"=SUMPRODUCT(Shares,ISNUMBER(INDEX(ValuesKnown,{number},0))*1)"
    page.formula(at, KNOWN, known, row.coverage, "share")
    better = f"SUMPRODUCT((Tiers={level})*(Scores>{score}+1E-10))"
    above = f"IF({level}=1,COUNTIF(Tiers,0),0)"
    page.formula(at, RANK, f'=IF(ISNUMBER({score}),1+{better}+{above},"")', row.rank, "count")
    equals = f"SUMPRODUCT((Ranks={rank})*(Alphabet<{letter}))"
    page.formula(at, PLACE, f'=IF(ISNUMBER({rank}),{rank}+{equals},"")', listed, "count")
