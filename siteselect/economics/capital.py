"""What a site costs before it earns: building, line to the grid, and the capital recovery factor.

Nothing about the world is written here: prices by voltage are given as `LineClass` rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from siteselect.model.arrays import Floats


@dataclass(frozen=True, slots=True)
class LineClass:
    """One voltage at which a site may be connected."""

    kv: float
    most_mw: float
    """The largest load that one such line is built for."""
    usd_per_km: float
    usd_per_mw: float = 0.0
    """Switchgear and transformer."""


def capital_recovery_factor(interest: ArrayLike, years: ArrayLike) -> Floats:
    """Return the yearly payment for one unit of capital over `years`.

    Examples
    --------
    >>> round(float(capital_recovery_factor(0.10, 10)), 5)
    0.16275
    >>> float(capital_recovery_factor(0.0, 4))
    0.25
    """
    rate, count = np.broadcast_arrays(
        np.asarray(interest, dtype=np.float64), np.asarray(years, dtype=np.float64)
    )
    grown = (1.0 + rate) ** count
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = np.where(rate == 0.0, 1.0 / count, rate * grown / (grown - 1.0))
    return found


def voltage_for(load_mw: float, classes: Sequence[LineClass]) -> LineClass | None:
    """Return the lowest voltage whose line carries the load; None when none does.

    Examples
    --------
    >>> classes = [LineClass(10, 8, 60_000), LineClass(110, 120, 200_000)]
    >>> voltage_for(50, classes).kv
    110
    """
    carrying = [each for each in classes if each.most_mw >= load_mw]
    return min(carrying, key=lambda each: each.kv, default=None)


def connection_cost(
    km: ArrayLike, load_mw: float, classes: Sequence[LineClass], kv: float | None = None
) -> Floats:
    """Return the cost of a line of `km` and its switchgear, in USD; NaN where it is not known.

    Parameters
    ----------
    km
        Distance to the substation; NaN where not known.
    load_mw
        The load wanted.
    classes
        Voltages with their prices.
    kv
        A voltage that was offered; without one, the lowest that carries the load.

    Examples
    --------
    >>> classes = [LineClass(10, 8, 60_000), LineClass(110, 120, 200_000, 30_000)]
    >>> float(connection_cost(5, 50, classes))
    2500000.0
    """
    if kv is None:
        chosen = voltage_for(load_mw, classes)
    else:
        chosen = next((each for each in classes if each.kv == kv), None)
    length = np.asarray(km, dtype=np.float64)
    if chosen is None:
        return np.full(length.shape, np.nan)
    found: Floats = length * chosen.usd_per_km + load_mw * chosen.usd_per_mw
    return found


def loan_payment(principal: ArrayLike, yearly_interest: ArrayLike, months: ArrayLike) -> Floats:
    """Return the level monthly payment of a loan, at one twelfth of the yearly interest a month.

    Examples
    --------
    >>> round(float(loan_payment(100_000, 0.12, 12)), 2)
    8884.88
    """
    rate = np.asarray(yearly_interest, dtype=np.float64) / 12.0
    found: Floats = np.asarray(principal, dtype=np.float64) * capital_recovery_factor(rate, months)
    return found
