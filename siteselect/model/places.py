"""Points as columns, and numbers at them: what measures ask of sites and of cells of a grid."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from siteselect.model.arrays import Bools, Floats, Ints


@dataclass(frozen=True, eq=False, slots=True)
class Places:
    """Points and the jurisdictions that they lie in; neither names nor offers."""

    lon: Floats
    lat: Floats
    codes: tuple[str, ...]
    """Jurisdictions, each once: KZ, KG, CN-XJ ..."""
    country: Ints
    """For each point the row of its jurisdiction in `codes`."""
    off_map: Bools
    """Comparators beyond the region of the pack."""

    def __len__(self) -> int:
        return len(self.lon)

    def rows(self, code: int) -> Ints:
        """Return the points that lie in one jurisdiction of `codes`."""
        return np.flatnonzero(self.country == code)


@dataclass(frozen=True, eq=False, slots=True)
class Reading:
    """One measure at many points: value, low and high in its unit; NaN is unknown.

    Where the value is known and nothing else is said, low and high equal it; where it is not, low
    or high may still be known.
    """

    value: Floats
    low: Floats = field(default_factory=lambda: np.empty(0))
    high: Floats = field(default_factory=lambda: np.empty(0))

    def __post_init__(self) -> None:
        value = np.asarray(self.value, dtype=np.float64)
        object.__setattr__(self, "value", value)
        for name in ("low", "high"):
            end = np.asarray(getattr(self, name), dtype=np.float64)
            held = np.where(np.isnan(end), value, end) if len(end) else value
            object.__setattr__(self, name, held)

    @property
    def certain(self) -> bool:
        """Whether no interval says more than the value does."""
        both = (self.low, self.high)
        return all(each is self.value or _same(each, self.value) for each in both)


def unknown_at(places: Places) -> Reading:
    """Return a reading that is unknown everywhere."""
    return Reading(np.full(len(places), np.nan))


def gathered(rows: Ints, value: ArrayLike, low: ArrayLike, high: ArrayLike) -> Reading:
    """Return a reading whose points take the numbers of a short table by row."""
    tables = (np.asarray(each, dtype=np.float64) for each in (value, low, high))
    return Reading(*(each[rows] for each in tables))


def _same(first: Floats, second: Floats) -> bool:
    return bool(np.array_equal(first, second, equal_nan=True))
