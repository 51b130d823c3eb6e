"""How long a fact may be leaned on after it was last seen."""

from calendar import monthrange
from datetime import date

CARRIED_MONTHS = 12
"""In a gap the last row may be carried so long."""
STALE_MONTHS = 18
"""A row without an end is stale when it started longer ago."""

STALE_YEARS = 3
"""A figure of a whole year is stale when that year lies further back."""


def months_later(day: date, months: int) -> date:
    """Return the day `months` after `day`; the last of the month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def may_be_carried(end: date, day: date) -> bool:
    """Return whether a fact that ended on `end` may still speak on `day`."""
    return end < day <= months_later(end, CARRIED_MONTHS)


def is_stale(start: date, day: date) -> bool:
    """Return whether a fact without an end, last seen on `start`, is stale on `day`."""
    return day > months_later(start, STALE_MONTHS)


def is_stale_year(year: int, today: int) -> bool:
    """Return whether a figure of one year is stale in another."""
    return today - year > STALE_YEARS
