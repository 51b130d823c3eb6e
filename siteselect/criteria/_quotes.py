"""Which rows of the table of tariffs speak for a place on a day.

A price of the own region beats one of the whole jurisdiction, and miners' own rows beat those of
industry. Rows that the user typed come before the pack's. Stale rows come after all fresh ones,
whatever they say, and the lower end of a price ("as little as") after every price. Rows that are
for scale only are never asked.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from siteselect.model.fact import Confidence
from siteselect.packs.days import months_later
from siteselect.packs.facts import Facts
from siteselect.packs.prices import TariffOnDay, tariffs_on
from siteselect.packs.rows import Route, Tariff

LOWER_END = "lower end"
"""The component of a row that tells where prices begin, not what one is."""
ROUTES = (Route.SUPPLIER, Route.SUM, Route.IMPORT)
NEAR_MONTHS = 24
"""A yearly average may stand for a day so many months before or after its year; judgement."""

_TRUST = (Confidence.USER, Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


@dataclass(frozen=True, slots=True)
class Wholesale:
    """A producer's price and the parts of the grid that come on top: the floor of a price."""

    producer: TariffOnDay
    """The cheapest within reach."""
    grid: tuple[TariffOnDay, ...]
    others: tuple[TariffOnDay, ...] = ()
    """The other producers within reach, by rising price."""


def best_quotes(
    facts: Facts,
    jurisdiction: str,
    region: str,
    day: date,
    routes: tuple[Route, ...] = ROUTES,
) -> tuple[TariffOnDay, ...]:
    """Return the rows that speak for a place, the leading one first, then those beside it."""
    asked = [
        (place, each)
        for route in routes
        for depth, each in _delivered(facts, jurisdiction, day, route)
        if (place := _place(each.tariff, region, depth)) is not None
    ]
    if not asked:
        return ()
    keys = [
        (
            each.tariff.component == LOWER_END,
            each.stale,
            each.tariff.confidence is not Confidence.USER,
            ROUTES.index(each.tariff.route),
            place,
            not each.tariff.miner,
            each.carried,
        )
        for place, each in asked
    ]
    best = min(keys)
    held = [each for key, (_, each) in zip(keys, asked, strict=True) if key == best]
    return tuple(sorted(held, key=_order))


def is_estimate(facts: Facts, jurisdiction: str, row: Tariff) -> bool:
    """Return whether a row for the whole land stands in for a region's own price."""
    if row.regions:
        return False
    own = facts.tariffs_of(jurisdiction, Route.SUPPLIER)
    return row.jurisdiction != jurisdiction or any(each.regions for each in own)


def wholesale(facts: Facts, jurisdiction: str, region: str, day: date) -> Wholesale | None:
    """Return the cheapest producer within reach and one row for each part of the grid."""
    producers = [
        each
        for each in tariffs_on(facts, jurisdiction, day, Route.PRODUCER)
        if _place(each.tariff, region, 0) is not None and not each.stale
    ]
    if not producers:
        return None
    grid: dict[str, TariffOnDay] = {}
    for each in tariffs_on(facts, jurisdiction, day, Route.GRID):
        part = each.tariff.component
        if _place(each.tariff, region, 0) is None or each.stale or each.tariff.miner:
            continue
        if part not in grid or each.tariff.price < grid[part].tariff.price:
            grid[part] = each
    first, *others = sorted(producers, key=lambda each: each.tariff.price)
    return Wholesale(first, tuple(grid.values()), tuple(others))


def nearest_known(facts: Facts, jurisdiction: str, day: date) -> tuple[Tariff, ...]:
    """Return yearly averages near a day on which no row holds, the nearest first.

    Only for comparators off the map. The leading row covers whole years of the jurisdiction's own;
    beside it stand all rows of the jurisdiction and its parents within the same months.
    """
    near = [
        row
        for code in facts.lineage(jurisdiction)
        for row in facts.tariffs_of(code, Route.SUPPLIER)
        if _gap(row, day) is not None
    ]
    yearly = [row for row in near if row.jurisdiction == jurisdiction and _is_yearly(row)]
    if not yearly:
        return ()
    first = min(yearly, key=lambda row: _gap(row, day) or 0)
    return (first, *(row for row in near if row is not first))


@lru_cache(maxsize=2048)
def _delivered(
    facts: Facts, jurisdiction: str, day: date, route: Route
) -> tuple[tuple[int, TariffOnDay], ...]:
    """Return the rows of one route, and how many parents up each was found."""
    return tuple(
        (depth, each)
        for depth, code in enumerate(facts.lineage(jurisdiction))
        for each in tariffs_on(facts, code, day, route)
        if not (route is Route.SUM and each.carried)  # the fee within it may have changed
    )


def _place(row: Tariff, region: str, depth: int) -> int | None:
    """Return 0 for the own region, 1 for the own land, more for parents; None for elsewhere."""
    if row.regions:
        return 0 if depth == 0 and region in row.regions else None
    return 1 + depth


def _order(each: TariffOnDay) -> tuple[int, int]:
    start = each.tariff.validity.start or date.min
    return _TRUST.index(each.confidence), -start.toordinal()


def _is_yearly(row: Tariff) -> bool:
    start, end = row.validity.start, row.validity.end
    return start is not None and end is not None and (end - start).days >= 364


def _gap(row: Tariff, day: date) -> int | None:
    """Return the days between a day and a row's validity; None beyond the months allowed."""
    start, end = row.validity.start, row.validity.end
    if start is None or end is None:
        return None
    if day < start:
        return (start - day).days if start <= months_later(day, NEAR_MONTHS) else None
    if day > end:
        return (day - end).days if day <= months_later(end, NEAR_MONTHS) else None
    return 0
