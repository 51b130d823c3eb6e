"""The Bitcoin network as of a day: the month that holds it, else the last known, its age told."""

from dataclasses import dataclass
from datetime import date
from math import isnan

from siteselect.language import later, say
from siteselect.model.figures import Figure
from siteselect.model.money import Network
from siteselect.packs.money_rows import NetworkRow

_FIELDS = ("btc_usd", "difficulty", "subsidy", "fee_share")
_WORDS = {
    "btc_usd": later("BTC price"),
    "difficulty": later("difficulty"),
    "subsidy": later("subsidy"),
    "fee_share": later("fee share"),
}


@dataclass(frozen=True, slots=True)
class NetworkOnDay:
    """What the network paid on a day, and how that is known."""

    network: Network | None
    notes: tuple[str, ...]
    """For each figure that the day's own row lacks, how old the one is that stands in."""
    why_unknown: str = ""
    halved_on: date | None = None
    """The start of the first row with today's subsidy: within a month of the last halving."""
    counted_from: date | None = None
    """The month that was chosen in place of the day's: halvings are counted from it."""


def network_on(rows: tuple[NetworkRow, ...], day: date) -> NetworkOnDay:
    """Return the state of the network on `day`; each figure by itself is the last one known.

    Rows that begin after the day are never read.
    """
    past = sorted(
        (row for row in rows if row.validity.start is not None and row.validity.start <= day),
        key=lambda row: row.validity.start or date.min,
    )
    found: dict[str, Figure] = {}
    notes = []
    for field in _FIELDS:
        row = next((each for each in reversed(past) if not isnan(getattr(each, field))), None)
        if row is None:
            words = say(_WORDS[field])
            return NetworkOnDay(
                None, (), say("The pack knows no {field} of {day} or before.", field=words, day=day)
            )
        found[field] = Figure(getattr(row, field), f"{row.id}: {row.source.text}")
        if not row.validity.holds(day):
            end = row.validity.end or day
            age = (day - end).days
            notes.append(
                say(
                    "{field} of {month}, {age} days old",
                    field=say(_WORDS[field]),
                    month=period(row),
                    age=age,
                )
            )
    return NetworkOnDay(Network(**found), tuple(notes), "", _halved_on(past))


def _halved_on(past: list[NetworkRow]) -> date | None:
    known = [row for row in past if not isnan(row.subsidy)]
    for after, before in zip(reversed(known), reversed(known[:-1]), strict=False):
        if after.subsidy < before.subsidy:
            return after.validity.start
    return None


def period(row: NetworkRow) -> str:
    """Return the month of a row, or its day where it is of one day only."""
    start, end = row.validity.start, row.validity.end
    return f"{start}" if start is None or start == end else f"{start:%Y-%m}"
