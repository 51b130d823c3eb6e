"""Where things stand in the workbook: one place, since formulas on one sheet read another."""

from dataclasses import dataclass
from functools import cached_property

from siteselect.export.report import Report, SiteRow
from siteselect.language import say
from siteselect.model.gate import Verdict

LIVE_ROWS = 2000
"""Up to so many sites the formulas of ranks, each of which looks at all sites, stay quick."""
LIVE_METHOD = "weighted_sum"
TOP = 10
"""Sites in the chart."""

NUMBER, RANK, PLACE, SITE, COUNTRY, SCORE, LOW, HIGH, KNOWN, VERDICT = range(10)
REASONS, NOTE, OFFER, LON, LAT, TIER, ALPHABET, CODE = range(10, 18)
"""Columns of the sheet Ranking."""
RANKING_TOP = 6
"""The first row of sites there."""

WEIGHTS_TOP = 5
WEIGHT, COUNTS, SHARE = 2, 3, 4
"""The first row of criteria on the sheet Weights, and columns there."""
BLOCK = 10
"""The column where the first sites begin there."""

CRITERIA_TOP = 5
SHARES_ROW = 2
"""The first row of sites on the sheet Criteria values, and the row of shares there."""
BLOCKS = ("raw", "value", "source", "low", "high", "counted", "least", "most")
"""What stands side by side there, each a column a criterion; the last three only when live."""


@dataclass(frozen=True, eq=False)
class Layout:
    """What of a report is written, and where."""

    report: Report

    @property
    def live(self) -> bool:
        """Whether scores are formulas."""
        return self.by_sum and bool(self.count) and self.count <= LIVE_ROWS

    @property
    def by_sum(self) -> bool:
        """Whether contributions add up to the score."""
        return self.report.stamp.method == LIVE_METHOD

    @property
    def count(self) -> int:
        """How many sites there are."""
        return len(self.report.rows)

    @property
    def width(self) -> int:
        """How many criteria there are."""
        return len(self.report.criteria)

    @property
    def blocks(self) -> tuple[str, ...]:
        """The blocks of the sheet Criteria values."""
        return BLOCKS if self.live else BLOCKS[:5]

    def columns(self, block: str) -> tuple[int, int]:
        """Return the first and the last column of a block of the sheet Criteria values."""
        first = 3 + BLOCKS.index(block) * self.width
        return first, first + self.width - 1

    def rows(self, top: int) -> tuple[int, int]:
        """Return the first and the last row of sites below `top`."""
        return top, top + max(self.count, 1) - 1

    @cached_property
    def alphabet(self) -> dict[str, int]:
        """The number of each site in the order of names, by which equals are listed."""
        return {name: place for place, name in enumerate(sorted(r.name for r in self.report.rows))}

    @cached_property
    def first(self) -> tuple[SiteRow, ...]:
        """The first sites of the list, for the chart."""
        return tuple(row for row in self.report.rows if row.rank and row.verdict.ranks)[:TOP]

    @cached_property
    def groups(self) -> dict[str, list[int]]:
        """The criteria of each group by number; none where contributions do not add up."""
        found: dict[str, list[int]] = {}
        for number, each in enumerate(self.report.criteria if self.by_sum else ()):
            found.setdefault(each.group, []).append(number)
        return found

    @property
    def said(self) -> str:
        """What a reader must know of scores and ranks here."""
        if self.live:
            return say(
                "Score, interval, rank and place are formulas: change a weight on "
                "the sheet Weights and they follow; sort by Place for the new order."
            )
        if self.by_sum:
            return say(
                "Scores and ranks are written as values: {count} sites are too many "
                "for formulas that look at all of them ({most} at most).",
                count=self.count,
                most=LIVE_ROWS,
            )
        return say(
            "Scores and ranks are written as values: {method} cannot be "
            "said as a formula of the weights. Change weights in the program.",
            method=self.report.method_title,
        )


def tier(row: SiteRow) -> int:
    """Return where a site is listed: 0 in the ranking, 1 below the line, 2 without a rank."""
    return 0 if row.verdict.ranks else 1 if row.verdict is Verdict.UNKNOWN else 2


def of_100(value: float | None) -> float | None:
    """Return a value of 0 to 1 in points of 100."""
    return None if value is None else float(f"{100 * value:.12g}")
