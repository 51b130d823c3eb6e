"""The kinds of value function as a person chooses them, and how one becomes another."""

from dataclasses import replace

import numpy as np

from siteselect.language import later
from siteselect.model.arrays import Floats
from siteselect.model.class_value import Category, Step
from siteselect.model.criterion import AnyValueFunction
from siteselect.model.relative_value import Percentile, ZScore
from siteselect.model.value_function import (
    FromSites,
    Gaussian,
    Linear,
    Logistic,
    Objective,
    Piecewise,
    Power,
    Relative,
)

KINDS: dict[str, type[AnyValueFunction]] = {
    "Straight line": Linear,
    "Points": Piecewise,
    "S curve": Logistic,
    "Bow": Power,
    "Bell round a target": Gaussian,
    "Steps": Step,
    "Categories": Category,
    "Relative: worst to best site": Relative,
    "Relative: place among the sites": Percentile,
    "Relative: distance from the mean": ZScore,
}
ABOUT: dict[type[AnyValueFunction], str] = {
    Linear: later("Each unit counts the same between two anchors."),
    Piecewise: later("Straight lines between points that you set."),
    Logistic: later("Flat near both ends, steep in the middle."),
    Power: later("Above 1 the last steps to the best count most, below 1 the first."),
    Gaussian: later("Both too little and too much are worse."),
    Step: later("Classes: from each bound on, one value."),
    Category: later("One value for each code; other codes are unknown."),
    Relative: later("0 for the worst of the sites at hand, 100 for the best."),
    Percentile: later("The share of the other sites that a site beats."),
    ZScore: later("The mean of the sites is 50; so many standard deviations above it are 100."),
}
"""One sentence a kind."""
DIRECTIONS = {
    Objective.MIN: later("lower is better"),
    Objective.MAX: later("higher is better"),
    Objective.TARGET: later("a middle is best"),
}
CAUTION = later("Relative: adding or removing a site can reorder the others.")
MOST_CODES = 12
"""A column with more different values is no column of categories."""


def title_of_kind(value: AnyValueFunction) -> str:
    """Return what a person calls the kind of `value`."""
    return next(title for title, kind in KINDS.items() if type(value) is kind)


def domain(value: AnyValueFunction, raw: Floats) -> tuple[float, float]:
    """Return the stretch of raw values on which the function moves; 0 to 1 when none is known."""
    low, high = value.reach(raw)
    if not (np.isfinite(low) and np.isfinite(high)):
        return 0.0, 1.0
    return (low, high) if high > low else (low - 0.5, high + 0.5)


def codes_of(raw: Floats) -> tuple[float, ...]:
    """Return the different known values of a column, ascending."""
    return tuple(np.unique(raw[np.isfinite(raw)]).tolist())


def can_be(kind: type[AnyValueFunction], raw: Floats) -> bool:
    """Return whether a column can be judged so: categories want few different values."""
    return kind is not Category or 1 <= len(codes_of(raw)) <= MOST_CODES


def made(
    kind: type[AnyValueFunction], low: float, high: float, raw: Floats, *, rising: bool
) -> AnyValueFunction:
    """Return a value function of a kind that runs between two raw values."""
    worst, best = (low, high) if rising else (high, low)
    shares = (0.0, 0.5, 1.0) if rising else (1.0, 0.5, 0.0)
    middle = (low + high) / 2
    if kind is Logistic:
        return Logistic(worst, best)
    if kind is Power:
        return Power(worst, best)
    if kind is Piecewise:
        return Piecewise(tuple(zip((low, middle, high), shares, strict=True)))
    if kind is Gaussian:
        return Gaussian(middle, (high - low) / 4)
    if kind is Step:
        bounds = (low + (high - low) / 3, low + 2 * (high - low) / 3)
        return Step(tuple(zip(bounds, shares[1:], strict=True)), shares[0])
    if kind is Category:
        return _categories(codes_of(raw), rising=rising)
    if kind is ZScore:
        return ZScore(higher_is_better=rising)
    if kind in {Relative, Percentile}:
        return Relative(rising) if kind is Relative else Percentile(rising)
    return Linear(worst, best)


def become(
    value: AnyValueFunction, kind: type[AnyValueFunction], raw: Floats, *, rising: bool
) -> AnyValueFunction:
    """Return a value function of another kind with the ends and the direction of `value`.

    `rising` is the direction for one that has none, a bell.
    """
    if type(value) is kind:
        return value
    low, high = domain(value, raw)
    if value.objective is not Objective.TARGET:
        rising = value.objective is Objective.MAX
    return made(kind, low, high, raw, rising=rising)


def turned_round(value: AnyValueFunction) -> AnyValueFunction:
    """Return `value` with good and bad changed over; a bell stays as it is."""
    match value:
        case Linear() | Logistic() | Power():
            return replace(value, worst=value.best, best=value.worst)
        case Piecewise():
            return replace(value, points=_changed_over(value.points))
        case Step():
            return Step(_changed_over(value.steps), _whole(1.0 - value.below))
        case Category():
            return Category(_changed_over(value.values))
        case FromSites():
            return replace(value, higher_is_better=not value.higher_is_better)
        case Gaussian():
            return value


def _changed_over(pairs: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    return tuple((raw, _whole(1.0 - share)) for raw, share in pairs)


def _whole(share: float) -> float:
    """Return a share without the dust of a subtraction."""
    return round(share, 12)


def _categories(codes: tuple[float, ...], *, rising: bool) -> Category:
    """Return shares that rise, or fall, evenly from code to code."""
    if not codes:
        return Category(((0.0, 0.0), (1.0, 1.0)) if rising else ((0.0, 1.0), (1.0, 0.0)))
    shares = np.linspace(0.0, 1.0, len(codes)) if len(codes) > 1 else np.ones(1)
    ordered = shares if rising else shares[::-1]
    return Category(tuple(zip(codes, np.round(ordered, 2).tolist(), strict=True)))
