"""Figures of money as they stand on the screen: columns of the table, intervals, words for none."""

from dataclasses import dataclass
from math import isfinite, isinf, isnan

import numpy as np

from siteselect.economics.estimate import Estimate, is_unlawful
from siteselect.economics.price_unit import CENTS, PLAIN, PricesTold, PriceUnit
from siteselect.language import later, say, say_count
from siteselect.project.finance import Finance
from siteselect.ui.figures import DASH, MINUS, number, span
from siteselect.ui.price_words import heading, price, symbol, unit_words

NEVER = later("does not pay back")
UNLAWFUL = later("unlawful")
UNKNOWN = later("unknown")


@dataclass(frozen=True, slots=True)
class MoneyColumn:
    """One column of the table: which figure, and how it is written."""

    key: str
    title: str
    about: str
    by: float = 1.0
    """What the figure is divided by."""
    decimals: int = 0
    sign: bool = False
    is_price: bool = False
    """Whether it is a price of power, told in the unit that the person chose."""

    def heading(self, prices: PricesTold = PLAIN) -> str:
        """Return what stands over the column."""
        title = say(self.title)
        return f"{title}, {heading(prices).split('/')[0]}" if self.is_price else title

    def explained(self, prices: PricesTold = PLAIN) -> str:
        """Return what the figure is, with its unit."""
        unit = unit_words(prices) if prices.local else symbol(prices.whole)
        return f"{say(self.about)}, {unit}" if self.is_price else say(self.about)


COLUMNS: tuple[MoneyColumn, ...] = (
    MoneyColumn(
        "break_even",
        later("Break-even"),
        later("Price of power at which revenue just pays power and running costs"),
        is_price=True,
    ),
    MoneyColumn(
        "cost_per_btc",
        later("k$ per BTC"),
        later("Power, running cost, tax and capital for one BTC, 1000 USD"),
        1e3,
        1,
    ),
    MoneyColumn(
        "payback",
        later("Payback"),
        later("Months until the capital is back, under the decay of the hash price"),
    ),
    MoneyColumn(
        "npv", later("NPV, M$"), later("Net present value, million USD"), 1e6, 1, sign=True
    ),
    MoneyColumn(
        "at_risk",
        later("At risk, M$"),
        later("Money at risk of seizure or stop a year, million USD"),
        1e6,
        1,
    ),
    MoneyColumn("irr", later("IRR, %"), later("Internal rate of return a year"), 0.01),
    MoneyColumn("price", later("Power"), later("All-in price of power"), is_price=True),
    MoneyColumn(
        "capital",
        later("Capital, M$"),
        later("Capital needed: building, line, machines bought, move; million USD"),
        1e6,
        1,
    ),
    MoneyColumn("margin", later("Margin"), later("Break-even less price of power"), is_price=True),
    MoneyColumn(
        "hashcost",
        later("Hashcost, $"),
        later("Power for one PH/s and day, USD"),
        1.0,
        1,
    ),
    MoneyColumn(
        "payback_simple",
        later("Payback, simple"),
        later("Capital over the margin of a first year without decay, months"),
    ),
    MoneyColumn(
        "payback_discounted",
        later("Payback, discounted"),
        later("Months until the discounted cash has paid the capital"),
    ),
)
"""From left to right, what is asked first on the left."""


def estimate_of(found: Finance, key: str) -> Estimate:
    """Return one figure of all sites; the simple payback is capital over a first year's margin."""
    if key != "payback_simple":
        return found.estimate(key)
    capital, known = found.estimate("capital"), found.estimate("npv")
    ends = []
    for outcome in (found.reckoning.at_value, found.reckoning.at_low, found.reckoning.at_high):
        margin = np.asarray(outcome.margin, dtype=np.float64)
        with np.errstate(divide="ignore", invalid="ignore"):
            months = np.where(margin > 0, 12.0 * capital.value / margin, np.inf)
        ends.append(np.where(np.isnan(known.value), np.nan, months))
    value = ends[0]
    return Estimate(value, np.fmin(ends[1], value), np.fmax(ends[2], value), known.why)


def cell(column: MoneyColumn, found: Estimate, row: int, unit: PriceUnit = CENTS) -> str:
    """Return one figure of one site in words; an interval where it is one."""
    value, low, high = (float(each[row]) for each in (found.value, found.low, found.high))
    if isnan(value):
        return say(missing(found.why[row]))
    if column.is_price:
        return price(unit, value, low, high)
    if column.key.startswith("payback"):
        return months(value, low, high)
    value, low, high = (each / column.by for each in (value, low, high))
    spread = span(low, high, column.decimals)
    if isfinite(low) and isfinite(high) and spread != number(low, column.decimals):
        return f"+{spread}" if column.sign and low > 0 else spread
    return signed(value, column.decimals) if column.sign else number(value, column.decimals)


def months(value: float, low: float, high: float) -> str:
    """Return a payback in words: an interval where the price is one, never where there is none."""
    if isinf(value):
        return say(NEVER)
    if isinf(high):
        return say("{low} months or never", low=number(low, 0))
    spread = span(low, high, 0)
    if spread != number(value, 0):
        return say("{spread} months", spread=spread)
    return months_of(value)


def months_of(count: float) -> str:
    """Return a number of months in words."""
    return say_count("{months} month", "{months} months", round(count), months=number(count, 0))


def missing(why: str) -> str:
    """Return the word for a figure that is not there, by its reason; said where it is shown."""
    return UNLAWFUL if is_unlawful(why) else UNKNOWN


def signed(value: float, decimals: int) -> str:
    """Return a number with its sign."""
    text = number(value, decimals)
    return text if text in {DASH, number(0.0, decimals)} or text[0] == MINUS else f"+{text}"


def millions(usd: float) -> str:
    """Return an amount as it stands beside a title: 21.9 M$."""
    if isnan(usd):
        return say(UNKNOWN)
    return (
        say("{amount} M$", amount=number(usd / 1e6, 1))
        if abs(usd) >= 50_000
        else say("{amount} k$", amount=number(usd / 1e3, 0))
    )
