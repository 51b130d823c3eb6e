"""The all-in price of power: energy, grid, a mining fee that depends on the price, tax on the bill.

Prices are in one currency per kWh, without value added tax, until `in_usd_per_mwh` turns them.
Nothing about the world is written here: steps, shares and rates are given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isnan, nan

from siteselect.economics.amount import Amount

NONE = Amount.exactly(0.0)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a fee that depends on the price of power."""

    price_from: float = -inf
    """Included; per kWh."""
    price_to: float = inf
    """Not included."""
    fee: float = nan
    """Per kWh; NaN where the step was not seen."""
    fee_high: float = nan
    """Where the step is known as an interval, its upper end."""

    @property
    def amount(self) -> Amount:
        """The fee of this step; of an unseen one it is known only that it is not negative."""
        return Amount.at_least(0.0) if isnan(self.fee) else Amount.between(self.fee, self.fee_high)

    def meets(self, price: Amount) -> bool:
        """Return whether any price within the interval falls into this step."""
        top = inf if isnan(price.high) else price.high
        return self.price_from <= top and price.low < self.price_to


@dataclass(frozen=True, slots=True)
class PriceStack:
    """The parts of an all-in price and their sum, in one unit."""

    energy: Amount
    grid: Amount
    fee: Amount
    tax: Amount
    total: Amount
    """Its interval can be narrower than that of the parts: a low price may bring a high fee."""

    def times(self, factor: float) -> "PriceStack":
        """Return the stack in another unit."""
        parts = (self.energy, self.grid, self.fee, self.tax, self.total)
        return PriceStack(*(each.times(factor) for each in parts))


def fee_at(price: float, steps: Sequence[Step]) -> Amount:
    """Return the fee due at one price; unknown when no step holds it.

    Examples
    --------
    >>> steps = [Step(price_to=1, fee=25.0), Step(1, 24), Step(price_from=24, fee=1.0)]
    >>> fee_at(32.97, steps).value
    1.0
    >>> fee_at(18.0, steps)
    Amount(value=nan, low=0.0, high=nan)
    """
    for step in steps:
        if step.price_from <= price < step.price_to:
            return step.amount
    return Amount.at_least(0.0)


def with_fee(price: Amount, steps: Sequence[Step]) -> tuple[Amount, Amount]:
    """Return the fee on an uncertain price, and price and fee together.

    Every step that the interval of the price touches counts with its own part of that interval.
    No steps at all mean that no fee is due.

    Parameters
    ----------
    price
        Price of power delivered, per kWh, without value added tax.
    steps
        The steps of the fee in the same currency per kWh.

    Examples
    --------
    >>> steps = [Step(1, 24, fee=1.0, fee_high=24.0), Step(price_from=24, fee=1.0)]
    >>> fee, total = with_fee(Amount.between(18.0, 20.0), steps)
    >>> fee, total
    (Amount(value=12.5, low=1.0, high=24.0), Amount(value=31.5, low=19.0, high=44.0))
    """
    if not steps:
        return NONE, price
    top = inf if isnan(price.high) else price.high
    met = [each for each in steps if each.meets(price)]
    lows = [max(price.low, each.price_from) + each.amount.low for each in met]
    highs = [min(top, each.price_to) + each.amount.high for each in met]
    at_value = fee_at(price.value, steps) if price.known else Amount.at_least(0.0)
    fee = at_value.spanning(*(each.amount for each in met))
    floor = min(lows, default=price.low)
    if isnan(price.high) or not met or any(isnan(each) for each in highs):  # no upper end is known
        return Amount.at_least(fee.low), Amount.at_least(floor)
    return fee, Amount(price.value + at_value.value, floor, max(highs))


def all_in(
    energy: Amount, grid: Amount = NONE, steps: Sequence[Step] = (), tax_share: Amount = NONE
) -> PriceStack:
    """Return the all-in price of one kWh as a stack of parts.

    Parameters
    ----------
    energy, grid
        Per kWh, in one currency, without value added tax; `grid` is zero where `energy` is a
        price delivered.
    steps
        Steps of the mining fee, read at energy + grid; none mean no fee.
    tax_share
        Tax on the power bill as a share of it: 0.15 is 15 per cent.

    Returns
    -------
    PriceStack
        In the same currency per kWh.

    Examples
    --------
    >>> stack = all_in(Amount.exactly(32.97), steps=[Step(price_from=24, fee=1)])
    >>> round(stack.times(usd_per_mwh(456.2)).total.value / 10, 2)  # US cents per kWh
    7.45
    >>> stack = all_in(Amount.exactly(5.04), tax_share=Amount.exactly(0.15))
    >>> round(stack.times(usd_per_mwh(84.6)).total.value / 10, 2)
    6.85
    """
    bill = energy + grid
    fee, with_its_fee = with_fee(bill, steps)
    tax = Amount(bill.value * tax_share.value, bill.low * tax_share.low, bill.high * tax_share.high)
    return PriceStack(energy, grid, fee, tax, with_its_fee + tax)


def usd_per_mwh(units_per_usd: float) -> float:
    """Return the factor from a local currency per kWh to US dollars per MWh.

    Examples
    --------
    >>> usd_per_mwh(500.0)
    2.0
    """
    return 1000.0 / units_per_usd


def without_vat(price: Amount, share: float) -> Amount:
    """Return a price from which value added tax is taken out; `share` is 0.12 for 12 per cent.

    Examples
    --------
    >>> round(without_vat(Amount.exactly(36.9264), 0.12).value, 4)
    32.97
    """
    return price.times(1.0 / (1.0 + share))


def with_vat(stack: PriceStack, share: float) -> Amount:
    """Return the total with value added tax on energy and grid; fee and tax bear none.

    Examples
    --------
    >>> stack = all_in(Amount.exactly(32.97), steps=[Step(price_from=24, fee=1)])
    >>> round(with_vat(stack, 0.12).times(usd_per_mwh(456.2)).value / 10, 2)
    8.31
    """
    return stack.total + (stack.energy + stack.grid).times(share)
