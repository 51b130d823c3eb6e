"""Numbers as they stand on the screen: scores 0 to 100, prices in cents, a dash for unknown."""

import math

from siteselect.language import say, say_name, say_number
from siteselect.model.decision_matrix import Column

DASH = "—"
MINUS = "−"
SHOWN_UNITS: dict[str, tuple[str, float]] = {"USD/MWh": ("¢/kWh", 0.1)}
"""Units of the matrix that a person reads in another one, with the factor."""
PRICE = "power_price"
"""The measure that the ranking, the card and the charts show as the price."""


def shown_unit(unit: str) -> str:
    """Return the unit in which values of `unit` are shown."""
    return say_name(SHOWN_UNITS.get(unit, (unit, 1.0))[0])


def shown_value(value: float, unit: str) -> float:
    """Return `value` in the unit in which it is shown."""
    return value * SHOWN_UNITS.get(unit, (unit, 1.0))[1]


def number(value: float, decimals: int) -> str:
    """Return a number in the language spoken, with a true minus; a dash for NaN."""
    if not math.isfinite(value):
        return DASH
    text = say_number(abs(value), decimals)
    return f"{MINUS}{text}" if value < 0 and float(f"{value:.{decimals}f}") != 0 else text


def points(share: float, *, sign: bool = False) -> str:
    """Return a score or a part of one, held as 0 to 1, as 0 to 100 with one decimal."""
    text = number(100.0 * share, 1)
    return f"+{text}" if sign and share > 0 and text != DASH else text


def percent(share: float) -> str:
    """Return a share in whole per cent; never 100 for what is not whole."""
    if not math.isfinite(share):
        return DASH
    whole = math.floor(100.0 * share + 1e-9) if share > 0.99 else round(100.0 * share)
    return f"{whole} %"


def span(low: float, high: float, decimals: int) -> str:
    """Return an interval; one number when both ends read the same, an open end where NaN."""
    first, last = number(low, decimals), number(high, decimals)
    if first == last:
        return first
    if first == DASH:
        return say("up to {last}", last=last)
    if last == DASH:
        return say("{first} or more", first=first)
    if low < 0 or high < 0:
        return say("{first} to {last}", first=first, last=last)
    return f"{first}–{last}"


def price(value: float, low: float, high: float, unit: str = "USD/MWh") -> str:
    """Return a price in the shown unit, as an interval with one decimal where it is one."""
    value, low, high = (shown_value(each, unit) for each in (value, low, high))
    if not math.isfinite(value):
        return DASH
    spread = span(low, high, 1)
    known = math.isfinite(low) and math.isfinite(high)
    return spread if known and spread != number(low, 1) else number(value, 2)


def decimals(value: float) -> int:
    """Return with how many decimals a quantity of this size is read."""
    size = abs(value)
    return 0 if size >= 100 or not math.isfinite(size) else 1 if size >= 10 else 2


def quantity(value: float, low: float, high: float, unit: str) -> str:
    """Return a raw value with its unit and, in brackets, its interval; a dash for NaN."""
    value, low, high = (shown_value(each, unit) for each in (value, low, high))
    places = decimals(value)
    if not math.isfinite(value):
        if math.isfinite(low) or math.isfinite(high):
            ends = [abs(each) for each in (low, high) if math.isfinite(each)]
            return f"{span(low, high, decimals(max(ends)))} {shown_unit(unit)}".rstrip()
        return DASH
    text = f"{number(value, places)} {shown_unit(unit)}".rstrip()
    spread = span(low, high, places)
    known = math.isfinite(low) and math.isfinite(high)
    return f"{text} ({spread})" if known and spread != number(value, places) else text


def cell(column: Column, row: int, unit: str) -> str:
    """Return one raw value of a column as `quantity` says it; the word unknown for NaN."""
    text = quantity(float(column.value[row]), float(column.low[row]), float(column.high[row]), unit)
    return say("unknown") if text == DASH else text


def ordinal(place: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, 11th ..."""
    if place % 100 in {11, 12, 13}:
        return say("{place}th", place=place)
    ends = {1: say("{place}st", place=place), 2: say("{place}nd", place=place)}
    ends[3] = say("{place}rd", place=place)
    return ends.get(place % 10, say("{place}th", place=place))
