"""From a raw column, in its unit, to values in [0, 1] where 1 is best.

The direction of a criterion is read off its value function and never stored beside it. Every
function keeps NaN (unknown) as NaN, and clips outside its anchors.
"""

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, Protocol

import numpy as np

from siteselect.errors import StudyError
from siteselect.model.arrays import Floats


class Objective(Enum):
    """Which way is better."""

    MIN = "min"
    MAX = "max"
    TARGET = "target"


class ValueFunction(Protocol):
    """What every value function can do."""

    relative: ClassVar[bool]
    """Whether the ends come from the sites at hand, so that adding a site can reorder the others."""

    @property
    def objective(self) -> Objective: ...

    def __call__(self, raw: Floats, among: Floats | None = None) -> Floats:
        """Return the values of `raw`; a relative function takes its ends from `among` (or `raw`)."""
        ...


def _direction(worst: float, best: float) -> Objective:
    return Objective.MAX if best > worst else Objective.MIN


@dataclass(frozen=True, slots=True)
class Linear:
    """A straight line between two anchors: `worst` is 0, `best` is 1."""

    worst: float
    best: float
    relative: ClassVar[bool] = False

    def __post_init__(self) -> None:
        if not (np.isfinite(self.worst) and np.isfinite(self.best)) or self.worst == self.best:
            raise StudyError(
                f"A linear value function runs from {self.worst:g} to {self.best:g}: "
                "give two different finite anchors."
            )

    @property
    def objective(self) -> Objective:
        """MAX when the best anchor lies above the worst."""
        return _direction(self.worst, self.best)

    def __call__(self, raw: Floats, among: Floats | None = None) -> Floats:
        """Return (raw - worst) / (best - worst), clipped to [0, 1]."""
        value: Floats = np.clip((raw - self.worst) / (self.best - self.worst), 0.0, 1.0)
        return value


@dataclass(frozen=True, slots=True)
class Piecewise:
    """Straight lines between given points; flat beyond the first and the last."""

    points: tuple[tuple[float, float], ...]
    """Pairs of raw value and value in [0, 1], raw values strictly ascending."""
    relative: ClassVar[bool] = False

    def __post_init__(self) -> None:
        raws = np.array([raw for raw, _ in self.points], dtype=float)
        values = np.array([value for _, value in self.points], dtype=float)
        ascending = raws.size >= 2 and bool(np.all(np.diff(raws) > 0))  # NaN compares false
        if not (ascending and np.isfinite(raws).all() and np.all((values >= 0) & (values <= 1))):
            raise StudyError(
                "A piecewise value function wants two or more points with ascending raw values "
                "and values between 0 and 1."
            )

    @property
    def objective(self) -> Objective:
        """MAX or MIN when the points never turn, else TARGET."""
        steps = np.diff([value for _, value in self.points])
        if np.all(steps >= 0):
            return Objective.MAX
        return Objective.MIN if np.all(steps <= 0) else Objective.TARGET

    def __call__(self, raw: Floats, among: Floats | None = None) -> Floats:
        """Return the interpolated value."""
        raws, values = zip(*self.points, strict=True)
        value: Floats = np.interp(raw, raws, values)
        return np.where(np.isnan(raw), np.nan, value)


@dataclass(frozen=True, slots=True)
class Relative:
    """Normalisation: the ends are the least and the greatest of the sites at hand (min-max).

    A column whose known values are all equal gives every site 1.
    """

    higher_is_better: bool = True
    relative: ClassVar[bool] = True

    @property
    def objective(self) -> Objective:
        """MAX when higher is better."""
        return Objective.MAX if self.higher_is_better else Objective.MIN

    def __call__(self, raw: Floats, among: Floats | None = None) -> Floats:
        """Return the place of `raw` between the ends of `among`."""
        ends = raw if among is None else among
        known = ends[np.isfinite(ends)]
        if known.size == 0:
            return np.full(raw.shape, np.nan)
        low, high = known.min(), known.max()
        if low == high:
            return np.where(np.isnan(raw), np.nan, 1.0)
        value: Floats = np.clip((raw - low) / (high - low), 0.0, 1.0)
        return value if self.higher_is_better else 1.0 - value
