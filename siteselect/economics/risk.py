"""Money at risk from the law: machines that may be seized, earnings that may stop."""

import numpy as np
from numpy.typing import ArrayLike

from siteselect.model.arrays import Floats


def expected_seizure(yearly_chance: ArrayLike, value: ArrayLike) -> Floats:
    """Return the expected yearly loss by seizure: chance times value of the machines.

    Examples
    --------
    >>> float(expected_seizure(0.03, 4_000_000))
    120000.0
    """
    return _product(yearly_chance, value)


def revenue_at_risk(
    yearly_chance: ArrayLike, months: ArrayLike, monthly_margin: ArrayLike
) -> Floats:
    """Return the expected yearly loss by a stop that lasts `months`.

    A margin below zero is nothing to lose.

    Examples
    --------
    >>> float(revenue_at_risk(0.25, 4, 200_000)), float(revenue_at_risk(0.25, 4, -5))
    (200000.0, 0.0)
    """
    margin = np.maximum(np.asarray(monthly_margin, dtype=np.float64), 0.0)
    return _product(_product(yearly_chance, months), margin)


def _product(one: ArrayLike, other: ArrayLike) -> Floats:
    found: Floats = np.asarray(one, dtype=np.float64) * np.asarray(other, dtype=np.float64)
    return found
