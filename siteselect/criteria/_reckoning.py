"""What was reckoned for the sites of a study, and what it was reckoned with."""

from collections.abc import Mapping
from dataclasses import dataclass

from siteselect.criteria._capital import Spent
from siteselect.criteria._terms import Terms
from siteselect.economics.case import Case, Outcome
from siteselect.economics.estimate import Estimate
from siteselect.language import later
from siteselect.model.arrays import Floats
from siteselect.model.decision_matrix import Column
from siteselect.model.fleet import Fleet
from siteselect.model.money import Money
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.packs.network import NetworkOnDay

TITLES: Mapping[str, tuple[str, str]] = {
    "price": (later("All-in power price"), "USD/MWh"),
    "hashcost": (later("Hashcost"), "USD/PH/day"),
    "break_even": (later("Break-even power price"), "USD/MWh"),
    "margin": (later("Margin below break-even"), "USD/MWh"),
    "power_per_btc": (later("Power for one BTC"), "USD"),
    "cash_per_btc": (later("Power and running cost of one BTC"), "USD"),
    "cost_per_btc": (later("All-in cost of one BTC"), "USD"),
    "payback": (later("Payback"), "months"),
    "payback_discounted": (later("Discounted payback"), "months"),
    "npv": (later("Net present value"), "USD"),
    "irr": (later("Internal rate of return"), "share a year"),
    "capital": (later("Capital needed"), "USD"),
    "at_risk": (later("Money at risk a year"), "USD"),
    "days_spare": (later("Days before the wanted day"), "days"),
    "week_late": (later("Lost by a week of delay"), "USD"),
    "delay": (later("Lost by the delay"), "USD"),
}
"""Every figure of a site: title and unit."""


@dataclass(frozen=True, eq=False, slots=True)
class Reckoning:
    """All that was reckoned for the sites of a study, and what it was reckoned with."""

    sites: Sites
    context: Context
    money: Money
    """As chosen; an empty one where nothing was."""
    terms: Terms
    fleet: Fleet | None
    network: NetworkOnDay
    hashprice: float
    """USD per PH/s and day; NaN where unknown."""
    price: Column
    law: Column
    pue: Floats
    pue_notes: tuple[str, ...]
    uptime: Floats
    """One row a site, one column a month."""
    uptime_notes: tuple[str, ...]
    machines: Floats
    machine_value: Floats
    spent: Spent
    to_power: Floats
    """Days until power flows."""
    case: Case
    at_value: Outcome
    at_low: Outcome
    """At the low end of the price of power."""
    at_high: Outcome
    estimates: Mapping[str, Estimate]
    """By the keys of `TITLES`."""
    in_local_money: Floats
    """1 for sites whose power is sold in another money than US dollars, 0 for others."""
