"""Tariffs and mining fees as of a day.

A row with both dates holds between them. A row without an end means "last seen": it holds from its
start, until a newer row of its own series, and is stale after 18 months. Where nothing fresh holds
for a place, route and component, the last row is carried for at most 12 months and marked.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from siteselect.language import say
from siteselect.model.fact import Confidence
from siteselect.packs.days import is_stale, may_be_carried
from siteselect.packs.facts import Facts
from siteselect.packs.rows import FeeStep, Route, Status, Tariff


@dataclass(frozen=True, slots=True)
class TariffOnDay:
    """A tariff as it speaks on a day: fresh, carried over a gap, or stale."""

    tariff: Tariff
    carried: bool
    """Its validity has ended; it is carried over a gap."""
    stale: bool
    """Without an end, and last seen more than 18 months ago: low, never chosen over a fresher."""
    age_days: int
    """Days since it was last known to hold; 0 within its validity."""

    @property
    def confidence(self) -> Confidence:
        """The row's own confidence; LOW when it is stale."""
        return Confidence.LOW if self.stale else self.tariff.confidence

    @property
    def badge(self) -> str:
        """A word for the table: "carried", "stale" or nothing."""
        return "carried" if self.carried else "stale" if self.stale else ""

    @property
    def note(self) -> str:
        """What a reader must know of its age."""
        if self.carried:
            return say("carried from {end}", end=self.tariff.validity.end)
        return say("last seen {start}", start=self.tariff.validity.start) if self.stale else ""


def tariffs_on(
    facts: Facts, jurisdiction: str, day: date, route: Route | str | None = None
) -> tuple[TariffOnDay, ...]:
    """Return the tariffs of a jurisdiction that speak on `day`, fresh ones first.

    Parameters
    ----------
    facts
        The rows of a pack.
    jurisdiction
        KZ, KG, CN-XJ ...; a parent's tariffs are not among them.
    day
        The day on which facts are read.
    route
        One supply route, or all.
    """
    return _tariffs_on(facts, jurisdiction, day, None if route is None else Route(route))


@lru_cache(maxsize=4096)
def _tariffs_on(
    facts: Facts, jurisdiction: str, day: date, route: Route | None
) -> tuple[TariffOnDay, ...]:
    started = [
        row
        for row in facts.tariffs_of(jurisdiction, route)
        if row.validity.start is not None and row.validity.start <= day
    ]
    newest: dict[object, date] = {}
    for row in started:
        series = _series(row)
        newest[series] = max(_start(row), newest.get(series, date.min))
    held, ended = [], []
    for row in started:
        end = row.validity.end
        superseded = _start(row) < newest[_series(row)]
        if end is None and not superseded:
            age = (day - _start(row)).days
            held.append(TariffOnDay(row, False, is_stale(_start(row), day), age))
        elif end is not None and day <= end:
            held.append(TariffOnDay(row, False, False, 0))
        elif end is not None and not superseded and may_be_carried(end, day):
            ended.append(TariffOnDay(row, True, False, (day - end).days))
    fresh = {_place(each.tariff) for each in held if not each.stale}
    gaps = [each for each in ended if _place(each.tariff) not in fresh]
    youngest: dict[object, int] = {}
    for each in gaps:
        place = _place(each.tariff)
        youngest[place] = min(each.age_days, youngest.get(place, each.age_days))
    held += [each for each in gaps if each.age_days == youngest[_place(each.tariff)]]
    return tuple(sorted(held, key=lambda each: (each.stale, each.carried, each.age_days)))


def fees_on(facts: Facts, jurisdiction: str, day: date, case: str = "grid") -> tuple[FeeStep, ...]:
    """Return the steps of the mining fee that hold on `day`, by rising price; drafts never.

    A step whose status is unknown says that a fee is due and not known. A step of the case "any"
    speaks for every case.
    """
    return _fees_on(facts, jurisdiction, day, case)


@lru_cache(maxsize=2048)
def _fees_on(facts: Facts, jurisdiction: str, day: date, case: str) -> tuple[FeeStep, ...]:
    steps = [
        step
        for code in facts.lineage(jurisdiction)
        for step in facts.fees_of(code)
        if step.case in {case, "any"}
        and step.status in {Status.IN_FORCE, Status.UNKNOWN}
        and step.validity.holds(day)
    ]
    return tuple(sorted(steps, key=lambda step: step.price_from))


def _start(row: Tariff) -> date:
    return row.validity.start or date.min


def _series(row: Tariff) -> tuple[object, ...]:
    """Return what two rows share when the newer one takes the older one's place."""
    return (*_place(row), row.area, row.supplier, row.consumer_class, row.vat, row.currency)


def _place(row: Tariff) -> tuple[object, ...]:
    """Return what a gap is a gap of: a kind of price in a place."""
    return (row.regions, row.route, row.component, row.miner)
