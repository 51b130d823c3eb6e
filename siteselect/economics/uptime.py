"""The hours that remain: a calendar of cuts by season and hour of the day, quota, outages.

A year is 365 days of 24 hours; an availability is an array of 365 x 24 shares in [0, 1].
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from siteselect.model.arrays import Floats

MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_STARTS = np.concatenate(([0], np.cumsum(MONTH_DAYS)))


@dataclass(frozen=True, slots=True)
class CutHours:
    """Hours of the year in which power is taken away, in whole or in part."""

    first: tuple[int, int]
    """Month and day of the first day, included: (12, 1)."""
    last: tuple[int, int]
    """Month and day of the last day, included; before `first` it lies in the next year."""
    hour_from: int = 0
    hour_to: int = 24
    """Not included; at or below `hour_from` the cut runs over midnight."""
    share: float = 1.0
    """Of the load that is cut."""


def available(cuts: Iterable[CutHours]) -> Floats:
    """Return the share of the load that may be drawn in each hour of a year, 365 x 24.

    Where cuts overlap the deepest counts, not their sum.

    Examples
    --------
    >>> winter = CutHours((12, 1), (2, 28))
    >>> round(float(available([winter]).mean()), 4)  # 90 of 365 days
    0.7534
    """
    left = np.ones((365, 24))
    for cut in cuts:
        days, hours = _span(_day(cut.first), _day(cut.last) + 1, 365), _hours(cut)
        block = np.outer(days, hours)
        left = np.where(block, np.minimum(left, 1.0 - cut.share), left)
    return left


def by_month(availability: Floats) -> Floats:
    """Return the mean availability of each month of the year, 12 numbers.

    Examples
    --------
    >>> by_month(available([CutHours((1, 1), (1, 31), 18, 24)]))[:2].tolist()
    [0.75, 1.0]
    """
    months = pairwise(_STARTS)
    return np.array([availability[start:end].mean() for start, end in months])


def uptime(
    availability: ArrayLike,
    planned: ArrayLike = 0.0,
    stale: ArrayLike = 0.0,
    quota: ArrayLike = np.inf,
    required: ArrayLike = 1.0,
) -> Floats:
    """Return the share of the time at full earnings: cuts, outages and stale work taken off.

    Parameters
    ----------
    availability
        Share of hours that are not cut, of a year or of each month.
    planned
        Share of hours lost to maintenance and faults.
    stale
        Share of the work that comes too late to be paid.
    quota, required
        Power that may be bought and power that is needed, in one unit; where the quota is smaller,
        that share of the hours is left.

    Examples
    --------
    >>> round(float(uptime(0.75, planned=0.02, stale=0.005)), 4)
    0.725
    >>> round(float(uptime(1.0, quota=29, required=100)), 2)
    0.29
    """
    share = np.asarray(quota, dtype=np.float64) / np.asarray(required, dtype=np.float64)
    lost = np.asarray(planned, dtype=np.float64) + np.asarray(stale, dtype=np.float64)
    left = np.asarray(availability, dtype=np.float64) - lost
    found: Floats = np.clip(left, 0.0, 1.0) * np.minimum(1.0, share)
    return found


def from_month(shares: Floats, first_month: int, months: int) -> Floats:
    """Return twelve monthly shares as a row of `months`, beginning in `first_month` (1 to 12).

    Examples
    --------
    >>> from_month(np.arange(1.0, 13.0), 11, 4).tolist()
    [11.0, 12.0, 1.0, 2.0]
    """
    return shares[(first_month - 1 + np.arange(months)) % 12]


def _day(month_day: tuple[int, int]) -> int:
    month, day = month_day
    return int(_STARTS[month - 1]) + min(day, MONTH_DAYS[month - 1]) - 1


def _hours(cut: CutHours) -> Floats:
    return _span(cut.hour_from, cut.hour_to, 24)


def _span(start: int, end: int, size: int) -> Floats:
    """Return ones from `start` to before `end`, round the end of the year or day."""
    places = np.arange(size)
    if start < end:
        return ((places >= start) & (places < end)).astype(np.float64)
    return ((places >= start) | (places < end)).astype(np.float64)
