"""PROMETHEE II: how often, and how strongly, a site is preferred to each of the others."""

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import later, say
from siteselect.mcda.method import Method, Parameter
from siteselect.model.arrays import Floats, Ints

SHAPES = (
    later("usual"),
    later("U-shape"),
    later("V-shape"),
    later("level"),
    later("V-shape with indifference"),
    later("Gaussian"),
)
"""The six preference functions, numbered from 1 as in the paper."""

_ROUNDING = 1e-12
"""Two values that differ by the threshold and this are taken to differ by the threshold."""


def score(
    values: Floats,
    weights: Floats,
    shape: float = 1,
    indifference: float = 0.05,
    preference: float = 0.25,
    spread: float = 0.15,
) -> Floats:
    """Return the net flow of each row: outranking less being outranked.

    Parameters
    ----------
    values
        n x k in [0, 1], 1 is best, no NaN.
    weights
        k, summing to 1.
    shape
        The preference function, 1 to 6 as in `SHAPES`.
    indifference
        The paper's q: up to this difference of values there is no preference (shapes 2, 4, 5).
    preference
        The paper's p: above this difference preference is full (shapes 3, 4, 5).
    spread
        The paper's s: the point of inflexion (shape 6).

    Returns
    -------
    n numbers in [-1, 1], 1 is best; 0 for a row without rivals.

    Examples
    --------
    >>> import numpy as np
    >>> score(np.array([[1.0, 0.0], [0.5, 1.0], [0.0, 0.5]]), np.array([0.75, 0.25])).tolist()
    [0.5, 0.25, -0.75]
    """
    flow: Floats = parts(values, shape, indifference, preference, spread) @ weights
    return flow


def parts(
    values: Floats,
    shape: float = 1,
    indifference: float = 0.05,
    preference: float = 0.25,
    spread: float = 0.15,
) -> Floats:
    """Return the net flow of each row in each criterion; its product with the weights is the score.

    The shapes made of straight lines are summed over a sorted column, n log n; the Gaussian
    compares all pairs.
    """
    return _balance(values, values, shape, (indifference, preference, spread)) / _rivals(values)


def alone(
    values: Floats,
    rows: Ints,
    other: Floats,
    weights: Floats,
    shape: float = 1,
    indifference: float = 0.05,
    preference: float = 0.25,
    spread: float = 0.15,
) -> Floats:
    """Return the net flow of each of `rows`, had it the values in `other`."""
    thresholds = (indifference, preference, spread)
    against_all = _balance(other, values, shape, thresholds)
    against_itself = _net(other - values[rows], shape, thresholds)
    flow: Floats = (against_all - against_itself) / _rivals(values) @ weights
    return flow


def _rivals(values: Floats) -> int:
    return max(len(values) - 1, 1)


def _balance(
    mine: Floats, theirs: Floats, shape: float, thresholds: tuple[float, float, float]
) -> Floats:
    """Return how far each of `mine` is preferred to the column of `theirs`, less the reverse."""
    low, high, spread = thresholds
    if shape == 5 and low > high:
        raise StudyError(
            say(
                "The threshold of indifference ({low:g}) lies above that of preference "
                "({high:g}): give a smaller one.",
                low=low,
                high=high,
            )
        )
    found = np.empty(mine.shape)
    for column in range(mine.shape[1]):
        own, sorted_theirs = mine[:, column], np.sort(theirs[:, column])
        if shape == 6:
            found[:, column] = _gaussian(own, sorted_theirs, spread)
        else:
            rising = _preferred(own, sorted_theirs, shape, low, high)
            falling = _preferred(-own, -sorted_theirs[::-1], shape, low, high)
            found[:, column] = rising - falling
    return found


def _preferred(own: Floats, theirs: Floats, shape: float, low: float, high: float) -> Floats:
    """Return the sum of preferences of each of `own` over all of `theirs`, which are sorted."""
    if shape == 1 or (shape == 3 and high <= _ROUNDING):
        return _count(own, theirs, 0.0)
    if shape == 2 or (shape == 5 and high - low <= _ROUNDING):
        return _count(own, theirs, low)
    if shape == 3:
        return (_ramp(own, theirs, 0.0) - _ramp(own, theirs, high)) / high
    if shape == 4:
        return (_count(own, theirs, low) + _count(own, theirs, high)) / 2
    return (_ramp(own, theirs, low) - _ramp(own, theirs, high)) / (high - low)


def _count(own: Floats, theirs: Floats, threshold: float) -> Floats:
    """Return how many of `theirs` lie more than `threshold` below each of `own`."""
    count: Floats = np.searchsorted(theirs, own - threshold - _ROUNDING, side="left").astype(float)
    return count


def _ramp(own: Floats, theirs: Floats, threshold: float) -> Floats:
    """Return the sum of what is above `threshold` in the differences of each of `own`."""
    bound = own - threshold
    count = np.searchsorted(theirs, bound, side="left")
    total = np.concatenate([[0.0], np.cumsum(theirs)])
    ramp: Floats = count * bound - total[count]
    return ramp


def _gaussian(own: Floats, theirs: Floats, spread: float) -> Floats:
    """Return the sum of signed Gaussian preferences, some rows at a time."""
    found = np.empty(len(own))
    step = max(1, 1_000_000 // max(1, len(theirs)))
    for start in range(0, len(own), step):
        difference = own[start : start + step, None] - theirs
        found[start : start + step] = _bell(difference, spread).sum(axis=1)
    return found


def _bell(difference: Floats, spread: float) -> Floats:
    """Return the signed Gaussian preference of each difference."""
    strength: Floats = -np.expm1(-(difference**2) / (2 * spread**2)) * np.sign(difference)
    return strength


def _net(difference: Floats, shape: float, thresholds: tuple[float, float, float]) -> Floats:
    """Return the signed preference of each difference by itself."""
    low, high, spread = thresholds
    if shape == 6:
        return _bell(difference, spread)
    size, nothing = np.abs(difference), np.zeros(1)
    strength = _preferred(size.ravel(), nothing, shape, low, high).reshape(size.shape)
    net: Floats = strength * np.sign(difference)
    return net


def merit(flow: Floats) -> Floats:
    """Return (flow + 1) / 2: 1 is best."""
    return (flow + 1.0) / 2.0


METHOD = Method(
    title=later("PROMETHEE II"),
    reference="Brans, J. P., Vincke, P., Mareschal, B. (1986). How to select and how to rank "
    "projects: The PROMETHEE method. European Journal of Operational Research 24(2), 228-238.",
    score=score,
    rowwise=False,
    merit=merit,
    parts=parts,
    alone=alone,
    parameters=(
        Parameter(
            "shape",
            later("Preference function"),
            later("How a difference of values becomes a preference, as numbered in the paper."),
            default=1,
            low=1,
            high=6,
            choices=SHAPES,
        ),
        Parameter(
            "indifference",
            later("Threshold of indifference"),
            later("Up to this difference of values (0 to 1) there is no preference."),
            default=0.05,
            low=0.0,
            high=1.0,
        ),
        Parameter(
            "preference",
            later("Threshold of preference"),
            later("Above this difference of values (0 to 1) preference is full."),
            default=0.25,
            low=0.0,
            high=1.0,
        ),
        Parameter(
            "spread",
            later("Spread of the Gaussian"),
            later("The difference of values at which preference grows fastest."),
            default=0.15,
            low=0.001,
            high=1.0,
        ),
    ),
)
