"""Exchange rates as of a day: the narrowest period that holds it, else the last one, marked."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from siteselect.language import say
from siteselect.model.fact import Confidence
from siteselect.packs.days import may_be_carried
from siteselect.packs.facts import Facts
from siteselect.packs.rows import Rate

DOLLAR = "USD"
_ORDER = (Confidence.USER, Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


@dataclass(frozen=True, slots=True)
class RateOnDay:
    """Units of a currency for one US dollar on a day, and how that is known."""

    units_per_usd: float
    rate: Rate | None
    """The row; None for the dollar itself."""
    carried: bool
    age_days: int
    """Days since the end of the row's period; 0 within it."""
    note: str


def rate_on(facts: Facts, currency: str, day: date) -> RateOnDay | None:
    """Return the rate of `currency` on `day`, or None where none holds or may be carried."""
    if currency == DOLLAR:
        return RateOnDay(1.0, None, False, 0, "")
    return _rate_on(facts, currency, day)


@lru_cache(maxsize=2048)
def _rate_on(facts: Facts, currency: str, day: date) -> RateOnDay | None:
    rows = facts.rates_of(currency)
    holding = [row for row in rows if row.validity.holds(day)]
    if holding:
        return _spoken(holding, carried=False, age=0)
    ended = [
        (row.validity.end, row)
        for row in rows
        if row.validity.end and may_be_carried(row.validity.end, day)
    ]
    if not ended:
        return None
    last = max(end for end, _ in ended)
    return _spoken([row for end, row in ended if end == last], carried=True, age=(day - last).days)


def _spoken(rows: list[Rate], *, carried: bool, age: int) -> RateOnDay:
    """Return the user's own row, else the narrowest, the surer of two; name what contradicts it."""
    rows = sorted(
        rows,
        key=lambda row: (
            row.confidence is not Confidence.USER,
            row.days,
            _ORDER.index(row.confidence),
        ),
    )
    first = rows[0]
    notes = [_period(first)]
    if carried:
        notes.append(say("carried from {end}, {age} days", end=first.validity.end, age=age))
    notes += [
        say("{row} says {rate:g}", row=row.id, rate=row.units_per_usd)
        for row in rows[1:]
        if row.validity == first.validity and row.units_per_usd != first.units_per_usd
    ]
    return RateOnDay(first.units_per_usd, first, carried, age, ", ".join(notes))


def _period(rate: Rate) -> str:
    """Return the period in a few words: "annual average 2021", "spot 2021-06-02"."""
    start, end = rate.validity.start, rate.validity.end
    if start is None or end is None:
        return rate.kind
    if start == end:
        period = f"{start}"
    elif (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        period = f"{start:%Y}"
    elif (start.year, start.month, 1) == (end.year, end.month, start.day):
        period = f"{start:%Y-%m}"
    else:
        period = f"{start} to {end}"
    return f"{rate.kind} {period}".strip()
