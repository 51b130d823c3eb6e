"""What it costs to move machines: packing, freight, insurance, duty, tax, breakage, lost days.

Every argument may be a number or an array over sites; NaN is unknown, and makes the sum unknown.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from siteselect.model.arrays import Floats


@dataclass(frozen=True, eq=False, slots=True)
class Relocation:
    """The parts of a move, in USD."""

    freight: Floats
    packing: Floats
    insurance: Floats
    duty: Floats
    """Duty, and the part of the import tax that is not recovered."""
    breakage: Floats
    downtime: Floats
    """Revenue that is not earned while the machines travel."""

    @property
    def total(self) -> Floats:
        """All parts together."""
        found: Floats = (
            self.freight + self.packing + self.insurance + self.duty + self.breakage + self.downtime
        )
        return found


def containers(machines: ArrayLike, a_container: ArrayLike) -> Floats:
    """Return how many containers the machines fill, in whole numbers.

    Examples
    --------
    >>> float(containers(2600, 800))
    4.0
    """
    found: Floats = np.ceil(np.asarray(machines, dtype=np.float64) / _floats(a_container))
    return found


def freight(
    km: ArrayLike, count: ArrayLike, usd_a_container: ArrayLike, usd_a_container_km: ArrayLike
) -> Floats:
    """Return the freight of `count` containers over `km`: a fixed part and a part by distance.

    Examples
    --------
    >>> float(freight(1000, 4, 1500, 2.0))
    14000.0
    """
    each = _floats(usd_a_container) + _floats(km) * _floats(usd_a_container_km)
    found: Floats = _floats(count) * each
    return found


def relocation(
    freight_usd: ArrayLike,
    machines: ArrayLike,
    value: ArrayLike,
    *,
    packing_usd: ArrayLike = 0.0,
    insurance: ArrayLike = 0.0,
    duty: ArrayLike = 0.0,
    import_tax: ArrayLike = 0.0,
    breakage: ArrayLike = 0.0,
    downtime_days: ArrayLike = 0.0,
    revenue_a_day: ArrayLike = 0.0,
) -> Relocation:
    """Return the parts of a move.

    Parameters
    ----------
    freight_usd
        From `freight`.
    machines
        How many.
    value
        Of all machines, USD.
    packing_usd
        For each machine.
    insurance, duty, import_tax, breakage
        Shares of the value; the tax is due on value and duty, as far as it is not recovered.
    downtime_days, revenue_a_day
        Days without work, and what one of them would have earned, USD.

    Examples
    --------
    >>> moved = relocation(14_000, 2600, 1e6, packing_usd=10, duty=0.05, import_tax=0.12)
    >>> round(float(moved.total))
    216000
    """
    worth, rate = _floats(value), _floats(duty)
    return Relocation(
        _floats(freight_usd),
        _floats(machines) * _floats(packing_usd),
        worth * _floats(insurance),
        worth * rate + worth * (1.0 + rate) * _floats(import_tax),
        worth * _floats(breakage),
        _floats(downtime_days) * _floats(revenue_a_day),
    )


def _floats(values: ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)
