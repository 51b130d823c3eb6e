"""Prices of power in words, in the unit and money that the person chose for them."""

from math import ceil, isfinite, isnan, log10

from siteselect.economics.price_unit import PricesTold, PriceUnit
from siteselect.language import say, say_name
from siteselect.ui.figures import DASH, number, span

_CENT = 10.0
"""One US cent per kWh, in USD/MWh: what decimals are measured by."""


def symbol(unit: PriceUnit) -> str:
    """Return the unit as it stands beside a number: ¢/kWh, KZT/kWh."""
    money, per = unit.title.replace("US cents", "¢").rsplit("/", 1)
    return f"{money}/{say_name(per)}"


def heading(prices: PricesTold) -> str:
    """Return what stands over a column of prices."""
    per = prices.whole.title.split("/")[-1]
    return say("local/{per}", per=per) if prices.local else symbol(prices.whole)


def unit_words(prices: PricesTold) -> str:
    """Return the unit for a note or a legend; bars of several moneys are drawn to one scale."""
    if prices.local:
        per = prices.whole.title.split("/")[-1]
        return say("local money per {per}, one scale", per=per)
    return symbol(prices.whole)


def decimals(unit: PriceUnit) -> int:
    """Return with how many decimals prices in a unit are read."""
    cent = unit.of(_CENT)
    return 1 if isnan(cent) else max(0, ceil(1.7 - log10(cent)))


def amount(unit: PriceUnit, usd_per_mwh: float) -> str:
    """Return a price or a part of one as a bare number; a dash where it is not known."""
    if not unit.known:
        return DASH if isnan(usd_per_mwh) else no_rate(unit)
    return number(unit.of(usd_per_mwh), decimals(unit))


def price(unit: PriceUnit, value: float, low: float, high: float) -> str:
    """Return a price as a bare number, as an interval where it is one; a dash for unknown."""
    if not isfinite(value):
        return DASH
    if not unit.known:
        return no_rate(unit)
    places = decimals(unit)
    value, low, high = (unit.of(each) for each in (value, low, high))
    spread = span(low, high, max(places - 1, 0))
    known = isfinite(low) and isfinite(high)
    return spread if known and spread != number(low, max(places - 1, 0)) else number(value, places)


def in_local(unit: PriceUnit, value: float, low: float, high: float) -> str:
    """Return a price with the code of its money alone, where several stand together."""
    text = price(unit, value, low, high)
    return text if text == DASH or not unit.known else f"{text} {unit.currency}"


def whole_price(unit: PriceUnit, value: float, low: float, high: float) -> str:
    """Return a price with its unit; the word unknown where it is not known."""
    text = price(unit, value, low, high)
    if text == DASH:
        return say("unknown")
    return f"{text} {symbol(unit)}" if unit.known else text


def no_rate(unit: PriceUnit) -> str:
    """Return the words for a price that no rate turns into the money asked for."""
    return say("no rate of {currency}", currency=unit.currency)
