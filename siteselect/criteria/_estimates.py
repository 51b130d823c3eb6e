"""The figures of each site out of a reckoning: value, ends, and why one is unknown.

Where mining is not lawful nothing is earned: what hangs on earnings is unknown there, with the rule
as its reason, unless the site is pinned. An uncertain price of power gives every figure its ends.
"""

import numpy as np
from numpy.typing import NDArray

from siteselect.criteria._reckoning import TITLES, Reckoning
from siteselect.economics.case import Outcome
from siteselect.economics.deadline import delay_cost, margin_days
from siteselect.economics.estimate import NOT_LAWFUL, Estimate, estimate
from siteselect.economics.risk import expected_seizure, revenue_at_risk
from siteselect.language import say
from siteselect.model.arrays import Floats

_EARNED = ("power_per_btc", "cash_per_btc", "cost_per_btc", "payback", "payback_discounted", "npv",
           "irr", "week_late", "delay")  # fmt: skip
"""What hangs on earnings, and is not told where mining is unlawful."""
_DEARER = ("hashcost", "power_per_btc", "cash_per_btc", "cost_per_btc", "payback",
           "payback_discounted")  # fmt: skip
"""What rises with the price of power."""


def estimates(found: Reckoning) -> dict[str, Estimate]:
    """Return every figure of every site, with its ends and why it is unknown."""
    value, low, high = found.at_value, found.at_low, found.at_high
    price, why = found.price, _why(found)
    ends = {key: _of((value, low, high), key) for key in _DEARER}
    ends |= {key: _of((value, high, low), key) for key in ("npv", "irr")}
    ends["price"] = (price.value, price.low, price.high)
    ends["break_even"] = (value.break_even,) * 3
    even = value.break_even
    ends["margin"] = (even - price.value, even - price.high, even - price.low)
    ends["capital"] = (found.spent.total,) * 3
    risk = [_at_risk(found, each.margin) for each in (value, high, low)]
    ends["at_risk"] = (risk[0], risk[1], risk[2])
    spare = _spare(found)
    ends["days_spare"] = (spare,) * 3
    for place, key in enumerate(("week_late", "delay")):
        lost = [delay_cost(spare, each.margin)[place] for each in (value, high, low)]
        ends[key] = (lost[0], lost[1], lost[2])
    unlawful = _unlawful(found)
    for key in _EARNED:
        ends[key] = _masked(ends[key], unlawful)
    return {key: estimate(*ends[key], why[key]) for key in TITLES}


def _of(ends: tuple[Outcome, Outcome, Outcome], key: str) -> tuple[Floats, Floats, Floats]:
    first, second, third = (getattr(each, key) for each in ends)
    return first, second, third


def _masked(
    ends: tuple[Floats, Floats, Floats], away: NDArray[np.bool_]
) -> tuple[Floats, Floats, Floats]:
    value, one, other = (np.where(away, np.nan, each) for each in ends)
    return value, one, other


def _unlawful(found: Reckoning) -> NDArray[np.bool_]:
    pinned = np.array([site.pinned for site in found.sites.items], dtype=bool)
    return np.asarray((found.law.value == 0.0) & ~pinned)


def _spare(found: Reckoning) -> Floats:
    wanted = found.money.wanted_day
    days = np.nan if wanted is None else float((wanted - found.context.as_of).days)
    return margin_days(days, found.to_power, found.terms.column("days_to_move"))


def _at_risk(found: Reckoning, margin: Floats) -> Floats:
    words = ("unlawful", "conditional", "lawful")
    grade = found.law.value
    seized, stopped = (
        np.select(
            [grade == place for place in range(3)],
            [found.terms.column(f"{kind}_{word}") for word in words],
            np.nan,
        )
        for kind in ("seizure", "stop")
    )
    earning = np.where(_unlawful(found), 0.0, margin)
    stop = revenue_at_risk(stopped, found.terms.column("stop_months"), earning / 12.0)
    total: Floats = expected_seizure(seized, found.machine_value) + stop
    return total


def _why(found: Reckoning) -> dict[str, list[str]]:
    """Return for each figure and site the sentence that an unknown value calls for."""
    size = len(found.sites)
    fleet = "" if found.fleet else say("The pack proposes no machines: choose a fleet.")
    market = found.network.why_unknown
    price = [found.price.provenance[row].source if np.isnan(found.price.value[row]) else ""
             for row in range(size)]  # fmt: skip
    law = [found.law.provenance[row] for row in range(size)]
    unlawful = _unlawful(found)
    banned = [say(NOT_LAWFUL, note=law[row].note)
              if unlawful[row] else "" for row in range(size)]  # fmt: skip
    unruled = [each.source if np.isnan(found.law.value[row]) else ""
               for row, each in enumerate(law)]  # fmt: skip
    capital = found.spent.why
    no_day = "" if found.money.wanted_day else say("No day is set on which machines must run.")
    none = [say("No rate gives the flows a worth of nothing: the money is lost.")] * size
    shared = [fleet or market] * size
    chains: dict[str, list[list[str]]] = {
        "price": [price],
        "hashcost": [[fleet] * size, price],
        "break_even": [shared],
        "margin": [shared, price],
        "capital": [[fleet] * size, capital, shared],
        "at_risk": [[fleet] * size, unruled, shared, price],
        "days_spare": [[no_day] * size],
    }
    for key in ("power_per_btc", "cash_per_btc"):
        chains[key] = [banned, shared, price]
    for key in ("cost_per_btc", "payback", "payback_discounted", "npv"):
        chains[key] = [banned, shared, price, capital]
    chains["irr"] = [*chains["npv"], none]
    chains["week_late"] = [banned, shared, price]
    chains["delay"] = [[no_day] * size, banned, shared, price]
    hoursless = say("No hours are left in which power may be drawn.")
    return {
        key: [next(filter(None, told), hoursless) for told in zip(*chain, strict=True)]
        for key, chain in chains.items()
    }
