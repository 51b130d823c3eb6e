"""Arithmetic on columns of intervals: what comes out holds all that could come out.

Bounds are those of interval arithmetic: exact where every column enters once, else perhaps wider
than need be, never narrower. An unknown value is NaN; a bound that is not known is infinite.
"""

from dataclasses import dataclass

import numpy as np

from siteselect.language import say
from siteselect.model.arrays import Bools, Floats

Fault = tuple[Bools, str]
"""For which sites something has no result, and why."""


@dataclass(frozen=True, eq=False, slots=True)
class Interval:
    """Values with the least and the greatest each could be, and why some have no result."""

    value: Floats
    low: Floats
    high: Floats
    faults: tuple[Fault, ...] = ()

    def fault(self, row: int) -> str:
        """Return the first reason why the arithmetic has no result for a site; empty without."""
        return next((text for where, text in self.faults if where[row]), "")


def interval(value: Floats, low: Floats, high: Floats) -> Interval:
    """Return a column whose bounds may be NaN where they are not known."""
    return Interval(
        value,
        np.where(np.isnan(low), np.where(np.isnan(value), -np.inf, value), low),
        np.where(np.isnan(high), np.where(np.isnan(value), np.inf, value), high),
    )


def exactly(number: float, count: int) -> Interval:
    """Return one number for each of so many sites."""
    same = np.full(count, number)
    return Interval(same, same, same)


def bounded(a: Interval) -> Interval:
    """Return `a`, unknown where it is known and without a bound."""
    endless: Bools = np.isfinite(a.value) & ~(np.isfinite(a.low) & np.isfinite(a.high))
    value = np.where(endless, np.nan, a.value)
    low, high = np.minimum(a.low, value), np.maximum(a.high, value)  # rounding
    unknown = np.isnan(value)
    low = np.where(unknown, np.where(np.isfinite(a.low), a.low, np.nan), low)
    high = np.where(unknown, np.where(np.isfinite(a.high), a.high, np.nan), high)
    faults: tuple[Fault, ...] = (*a.faults, (endless, say("the result could be without bound")))
    return Interval(value, low, high, faults)


def negative(a: Interval) -> Interval:
    """Return -a."""
    return Interval(-a.value, -a.high, -a.low, a.faults)


def add(a: Interval, b: Interval) -> Interval:
    """Return a + b."""
    return _made(a.value + b.value, [a.low + b.low, a.high + b.high], a, b)


def subtract(a: Interval, b: Interval) -> Interval:
    """Return a - b."""
    return add(a, negative(b))


def multiply(a: Interval, b: Interval) -> Interval:
    """Return a * b."""
    return _made(a.value * b.value, _corners(np.multiply, a, b), a, b)


def divide(a: Interval, b: Interval) -> Interval:
    """Return a / b: without a value where b is 0, without bounds where b could be 0."""
    zero: Bools = b.value == 0
    value = np.divide(a.value, b.value)
    fault = (zero, say("it divides by 0"))
    made = _made(np.where(zero, np.nan, value), _corners(np.divide, a, b), a, b, fault)
    return _open(made, (b.low <= 0) & (b.high >= 0))


def power(a: Interval, b: Interval) -> Interval:
    """Return a ** b: a negative number wants a whole exponent that is certain."""
    whole: Bools = (b.low == b.high) & (b.value == np.floor(b.value))
    rooted: Bools = (a.value < 0) & ~whole & np.isfinite(b.value)
    zero: Bools = (a.value == 0) & (b.value < 0)
    value = np.where(rooted | zero, np.nan, np.power(a.value, b.value))
    value = np.where(np.isnan(a.value) | np.isnan(b.value), np.nan, value)  # not 1 for nan ** 0
    base = Interval(a.value, np.where(whole, a.low, np.maximum(a.low, 0.0)), a.high)
    turning = np.clip(0.0, base.low, base.high)  # an even power is least where the base is 0
    inner = Interval(a.value, turning, turning)
    ends = [*_corners(np.power, base, b), *_corners(np.power, inner, b)]
    faults: tuple[Fault, ...] = (
        (rooted, say("a negative number has no power of a fraction")),
        (zero, say("it divides by 0")),
    )
    endless: Bools = (base.low <= 0) & (base.high >= 0) & (b.low < 0)
    certain: Bools = b.low == b.high
    endless |= ~whole & ((a.high < 0) | (~certain & (a.low < 0)))
    return _open(_made(value, ends, a, b, *faults), endless)


def absolute(a: Interval) -> Interval:
    """Return abs(a)."""
    nearest = np.clip(0.0, a.low, a.high)
    return _made(np.abs(a.value), [np.abs(each) for each in (a.low, a.high, nearest)], a)


def square_root(a: Interval) -> Interval:
    """Return sqrt(a), over the part of the interval that has one."""
    ends = [np.sqrt(np.maximum(each, 0.0)) for each in (a.low, a.high)]
    made = _made(np.sqrt(a.value), ends, a, (a.value < 0, say("a negative number has no root")))
    return _open(made, a.high < 0)


def logarithm(a: Interval) -> Interval:
    """Return the natural logarithm of a, over the part of the interval that has one."""
    ends = [np.log(np.maximum(each, 0.0)) for each in (a.low, a.high)]
    none: Bools = a.value <= 0
    value = np.where(none, np.nan, np.log(a.value))
    made = _made(value, ends, a, (none, say("a number of 0 or less has no logarithm")))
    return _open(made, a.high <= 0)


def exponential(a: Interval) -> Interval:
    """Return e ** a."""
    return _made(np.exp(a.value), [np.exp(a.low), np.exp(a.high)], a)


def least(a: Interval, b: Interval) -> Interval:
    """Return the lesser of the two."""
    ends = [np.minimum(a.low, b.low), np.minimum(a.high, b.high)]
    return _made(np.minimum(a.value, b.value), ends, a, b)


def greatest(a: Interval, b: Interval) -> Interval:
    """Return the greater of the two."""
    ends = [np.maximum(a.low, b.low), np.maximum(a.high, b.high)]
    return _made(np.maximum(a.value, b.value), ends, a, b)


def _corners(of: np.ufunc, a: Interval, b: Interval) -> list[Floats]:
    """Return `of` at the four corners; 0 x infinity is 0, as infinity stands for any number."""
    found = [of(one, other) for one in (a.low, a.high) for other in (b.low, b.high)]
    return [np.where(np.isnan(each), 0.0, each) for each in found]


def _made(value: Floats, ends: list[Floats], a: Interval, *more: Interval | Fault) -> Interval:
    faults = [*a.faults]
    for each in more:
        faults += each.faults if isinstance(each, Interval) else [each]
    overflow: Bools = np.isinf(value)
    faults += [(overflow, say("a number in it grows too large"))] if overflow.any() else []
    low, high = np.min(ends, axis=0), np.max(ends, axis=0)  # NaN: infinity less infinity
    low, high = np.where(np.isnan(low), -np.inf, low), np.where(np.isnan(high), np.inf, high)
    return Interval(np.where(overflow, np.nan, value), low, high, tuple(faults))


def _open(a: Interval, where: Bools) -> Interval:
    """Return `a` with no bounds where `where` says so."""
    return Interval(
        a.value, np.where(where, -np.inf, a.low), np.where(where, np.inf, a.high), a.faults
    )
