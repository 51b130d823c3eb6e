"""Value functions of classes: steps of a number, and categories with a code each."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.arrays import Floats
from siteselect.model.value_function import Objective, objective_of


def _values_lie_within(values: list[float]) -> bool:
    return all(0 <= value <= 1 for value in values)  # NaN compares false


@dataclass(frozen=True, slots=True)
class Step:
    """Classes: from each bound on, up to the next, one value."""

    steps: tuple[tuple[float, float], ...]
    """Pairs of the raw value where a class begins and its value in [0, 1], ascending."""
    below: float = 0.0
    """The value before the first bound."""
    relative: ClassVar[bool] = False

    def __post_init__(self) -> None:
        bounds = np.array([bound for bound, _ in self.steps], dtype=float)
        ascending = bounds.size >= 1 and bool(np.all(np.diff(bounds) > 0))
        values = [self.below, *(value for _, value in self.steps)]
        if not (ascending and np.isfinite(bounds).all() and _values_lie_within(values)):
            raise StudyError(
                say(
                    "A value function in steps wants one or more classes with ascending "
                    "bounds and values between 0 and 1."
                )
            )

    @property
    def objective(self) -> Objective:
        """MAX or MIN when the values never turn, else TARGET."""
        return objective_of([self.below, *(value for _, value in self.steps)])

    @property
    def turns(self) -> tuple[float, ...]:
        """The bounds: each class begins at one."""
        return tuple(bound for bound, _ in self.steps)

    def reach(self, among: Floats) -> tuple[float, float]:
        """Return just below the first bound, and the last bound."""
        return float(np.nextafter(self.steps[0][0], -np.inf)), self.steps[-1][0]

    def __call__(self, raw: Floats, among: Floats | None = None) -> Floats:
        """Return the value of the class that holds `raw`."""
        bounds, values = zip(*self.steps, strict=True)
        place = np.searchsorted(np.array(bounds), raw, side="right")
        return np.where(np.isnan(raw), np.nan, np.array([self.below, *values])[place])


@dataclass(frozen=True, slots=True)
class Category:
    """Categories: one value for each code; a code that is not listed is unknown."""

    values: tuple[tuple[float, float], ...]
    """Pairs of a code, as it stands in the column, and its value in [0, 1]."""
    relative: ClassVar[bool] = False

    def __post_init__(self) -> None:
        codes = [code for code, _ in self.values]
        sound = bool(codes) and len(set(codes)) == len(codes) and bool(np.isfinite(codes).all())
        if not (sound and _values_lie_within([value for _, value in self.values])):
            raise StudyError(
                say(
                    "A value function of categories wants one or more different finite "
                    "codes and values between 0 and 1."
                )
            )

    @property
    def objective(self) -> Objective:
        """MAX or MIN when the values never turn as the codes rise, else TARGET."""
        return objective_of([value for _, value in sorted(self.values)])

    @property
    def turns(self) -> tuple[float, ...]:
        """The codes."""
        return tuple(code for code, _ in self.values)

    def reach(self, among: Floats) -> tuple[float, float]:
        """Return the least and the greatest code."""
        return min(self.turns), max(self.turns)

    def __call__(self, raw: Floats, among: Floats | None = None) -> Floats:
        """Return the value of each code; NaN for a code that is not listed."""
        value = np.full(raw.shape, np.nan)
        for code, worth in self.values:
            value[raw == code] = worth
        return value
