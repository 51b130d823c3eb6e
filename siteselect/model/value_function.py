"""From a raw column, in its unit, to values in [0, 1] where 1 is best.

The direction of a criterion is read off its value function and never stored beside it. Every
function keeps NaN (unknown) as NaN, and stays at its end value beyond its anchors. Other
relative functions than min-max stand in `relative_value`, classes and categories in `class_value`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, Protocol

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.arrays import Floats


class Objective(Enum):
    """Which way is better."""

    MIN = "min"
    MAX = "max"
    TARGET = "target"


class ValueFunction(Protocol):
    """What every value function can do."""

    relative: ClassVar[bool]
    """Whether the ends come from the sites at hand: adding a site can reorder the others."""

    @property
    def objective(self) -> Objective:
        """Which way is better."""
        ...

    @property
    def turns(self) -> tuple[float, ...]:
        """Raw values at which the best or worst of an interval can lie, beside its two ends."""
        ...

    def reach(self, among: Floats) -> tuple[float, float]:
        """Return the raw values between which the value changes; beyond them it stays."""
        ...

    def __call__(self, raw: Floats, among: Floats | None = None) -> Floats:
        """Return the values of `raw`; a relative one takes its ends from `among`."""
        ...


def objective_of(values: Sequence[float]) -> Objective:
    """Return MAX or MIN when `values` never turn, else TARGET."""
    steps = np.diff(values)
    if np.all(steps >= 0):
        return Objective.MAX
    return Objective.MIN if np.all(steps <= 0) else Objective.TARGET


@dataclass(frozen=True, slots=True)
class _Anchored:
    """What functions between two anchors share: `worst` is 0, `best` is 1."""

    worst: float
    best: float
    relative: ClassVar[bool] = False

    def __post_init__(self) -> None:
        if not (np.isfinite(self.worst) and np.isfinite(self.best)) or self.worst == self.best:
            raise StudyError(
                say(
                    "A {lower} value function runs from {worst:g} to {best:g}: give two "
                    "different finite anchors.",
                    lower=type(self).__name__.lower(),
                    worst=self.worst,
                    best=self.best,
                )
            )

    @property
    def objective(self) -> Objective:
        """MAX when the best anchor lies above the worst."""
        return Objective.MAX if self.best > self.worst else Objective.MIN

    @property
    def turns(self) -> tuple[float, ...]:
        """None: the value never turns."""
        return ()

    def reach(self, among: Floats) -> tuple[float, float]:
        """Return the two anchors, the lower first."""
        return min(self.worst, self.best), max(self.worst, self.best)

    def _part(self, raw: Floats) -> Floats:
        """Return which part of the way from worst to best `raw` has gone, in [0, 1]."""
        part: Floats = np.clip((raw - self.worst) / (self.best - self.worst), 0.0, 1.0)
        return part


@dataclass(frozen=True, slots=True)
class Linear(_Anchored):
    """A straight line between two anchors: `worst` is 0, `best` is 1."""

    def __call__(self, raw: Floats, among: Floats | None = None) -> Floats:
        """Return (raw - worst) / (best - worst), clipped to [0, 1]."""
        return self._part(raw)


@dataclass(frozen=True, slots=True)
class Logistic(_Anchored):
    """An S between two anchors: flat near both, steep in the middle, where it is 0.5."""

    steepness: float = 10.0
    """Above 0; near 0 almost a straight line, at 10 most of the rise is in the middle half."""

    def __post_init__(self) -> None:
        super(Logistic, self).__post_init__()  # slots make a new class
        if not 0 < self.steepness <= 200:
            raise StudyError(
                say(
                    "The steepness of a logistic value function is {steepness:g}: give a "
                    "number above 0, at most 200.",
                    steepness=self.steepness,
                )
            )

    def __call__(self, raw: Floats, among: Floats | None = None) -> Floats:
        """Return the logistic curve, stretched so that it meets 0 and 1 at the anchors."""
        rise = np.tanh(self.steepness * (self._part(raw) - 0.5) / 2)
        value: Floats = 0.5 + 0.5 * rise / np.tanh(self.steepness / 4)
        return value


@dataclass(frozen=True, slots=True)
class Power(_Anchored):
    """A bow between two anchors: (part of the way) to the power of `exponent`."""

    exponent: float = 2.0
    """Above 1 the last steps towards the best count most, below 1 the first."""

    def __post_init__(self) -> None:
        super(Power, self).__post_init__()  # slots make a new class
        if not 0 < self.exponent <= 100:
            raise StudyError(
                say(
                    "The exponent of a power value function is {exponent:g}: give a "
                    "number above 0, at most 100.",
                    exponent=self.exponent,
                )
            )

    def __call__(self, raw: Floats, among: Floats | None = None) -> Floats:
        """Return ((raw - worst) / (best - worst)) ** exponent, clipped to [0, 1]."""
        value: Floats = self._part(raw) ** self.exponent
        return value


@dataclass(frozen=True, slots=True)
class Gaussian:
    """A bell round a target: 1 at the target, 0.5 at one `spread` from it on either side."""

    target: float
    spread: float
    relative: ClassVar[bool] = False

    def __post_init__(self) -> None:
        if not (np.isfinite(self.target) and np.isfinite(self.spread)) or self.spread <= 0:
            raise StudyError(
                say(
                    "A Gaussian value function lies round {target:g} with a spread of "
                    "{spread:g}: give a finite target and a spread above 0.",
                    target=self.target,
                    spread=self.spread,
                )
            )

    @property
    def objective(self) -> Objective:
        """TARGET: both too little and too much are worse."""
        return Objective.TARGET

    @property
    def turns(self) -> tuple[float, ...]:
        """The target."""
        return (self.target,)

    def reach(self, among: Floats) -> tuple[float, float]:
        """Return four spreads on either side; the value there is below 0.00002."""
        return self.target - 4 * self.spread, self.target + 4 * self.spread

    def __call__(self, raw: Floats, among: Floats | None = None) -> Floats:
        """Return 0.5 ** ((raw - target) / spread) ** 2."""
        far = np.clip((raw - self.target) / self.spread, -1e3, 1e3)  # beyond it is 0 in any case
        value: Floats = np.exp2(-(far**2))
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
                say(
                    "A piecewise value function wants two or more points with ascending "
                    "raw values and values between 0 and 1."
                )
            )

    @property
    def objective(self) -> Objective:
        """MAX or MIN when the points never turn, else TARGET."""
        return objective_of([value for _, value in self.points])

    @property
    def turns(self) -> tuple[float, ...]:
        """The raw values of the points."""
        return tuple(raw for raw, _ in self.points)

    def reach(self, among: Floats) -> tuple[float, float]:
        """Return the first and the last raw value."""
        return self.points[0][0], self.points[-1][0]

    def __call__(self, raw: Floats, among: Floats | None = None) -> Floats:
        """Return the interpolated value."""
        raws, values = zip(*self.points, strict=True)
        value: Floats = np.interp(raw, raws, values)
        return np.where(np.isnan(raw), np.nan, value)


@dataclass(frozen=True, slots=True)
class FromSites:
    """What relative functions share: a direction, and ends taken from the known values.

    A column whose known values are all equal gives every site 1.
    """

    higher_is_better: bool = True
    relative: ClassVar[bool] = True

    @property
    def objective(self) -> Objective:
        """MAX when higher is better."""
        return Objective.MAX if self.higher_is_better else Objective.MIN

    @property
    def turns(self) -> tuple[float, ...]:
        """None: the value never turns."""
        return ()

    def reach(self, among: Floats) -> tuple[float, float]:
        """Return the least and the greatest known value; NaN when none is known."""
        known = among[np.isfinite(among)]
        return (float(known.min()), float(known.max())) if known.size else (np.nan, np.nan)

    def __call__(self, raw: Floats, among: Floats | None = None) -> Floats:
        """Return the place of `raw` among the known values of `among`."""
        ends = raw if among is None else among
        known = np.sort(ends[np.isfinite(ends)])
        if known.size == 0:
            return np.full(raw.shape, np.nan)
        if known[0] == known[-1]:  # all are equally good; a value beyond would be better or worse
            best = raw >= known[0] if self.higher_is_better else raw <= known[0]
            return np.where(np.isnan(raw), np.nan, best.astype(np.float64))
        value = self._place(raw, known)
        return value if self.higher_is_better else 1.0 - value

    def _place(self, raw: Floats, known: Floats) -> Floats:
        """Return the place of `raw`, 1 for the highest; `known` is sorted and not all equal."""
        place: Floats = np.clip((raw - known[0]) / (known[-1] - known[0]), 0.0, 1.0)
        return place


@dataclass(frozen=True, slots=True)
class Relative(FromSites):
    """Normalisation: the ends are the least and the greatest of the sites at hand (min-max)."""
