"""Whether a site is ready in time: days to power and to move against the wanted day."""

from datetime import date

import numpy as np
from numpy.typing import ArrayLike

from siteselect.model.arrays import Floats

DAYS_A_WEEK = 7.0
WEEKS_A_YEAR = 365.0 / DAYS_A_WEEK


def days_to_power(
    start: date, ready: date | None, build_weeks: float, transformer_weeks: float
) -> float:
    """Return the days until power flows: to the day offered, else by the longer of two lead times.

    Examples
    --------
    >>> days_to_power(date(2021, 6, 2), date(2021, 9, 1), 26, 50)
    91.0
    >>> days_to_power(date(2021, 6, 2), None, 26, 50)
    350.0
    """
    if ready is not None:
        return float(max((ready - start).days, 0))
    return float(np.maximum(build_weeks, transformer_weeks) * DAYS_A_WEEK)


def margin_days(days_wanted: ArrayLike, to_power: ArrayLike, to_move: ArrayLike) -> Floats:
    """Return the days to spare; negative when late.

    Machines travel after power is there, so the two times add up.

    Examples
    --------
    >>> float(margin_days(120, 91, 12))
    17.0
    """
    found: Floats = np.asarray(days_wanted, dtype=np.float64) - (
        np.asarray(to_power, dtype=np.float64) + np.asarray(to_move, dtype=np.float64)
    )
    return found


def delay_cost(margin: ArrayLike, yearly_margin_usd: ArrayLike) -> tuple[Floats, Floats]:
    """Return what one week of delay loses and what the delay at hand loses, in USD.

    A site that would lose money loses nothing by waiting.

    Examples
    --------
    >>> week, whole = delay_cost(-14, 3_650_000)
    >>> float(week), float(whole)
    (70000.0, 140000.0)
    """
    week = np.maximum(np.asarray(yearly_margin_usd, dtype=np.float64), 0.0) / WEEKS_A_YEAR
    weeks_late = np.maximum(-np.asarray(margin, dtype=np.float64), 0.0) / DAYS_A_WEEK
    return np.asarray(week), np.asarray(week * weeks_late)
