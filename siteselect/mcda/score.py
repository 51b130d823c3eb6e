"""Score a bare decision matrix, as others can check it: min-max values, weights, one method."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.mcda.methods import METHODS
from siteselect.mcda.rank import shared_ranks
from siteselect.model.arrays import Floats, Ints, frozen_floats, frozen_ints
from siteselect.model.value_function import Relative

_LARGEST = 1e300
"""Differences of greater numbers are not finite."""


@dataclass(frozen=True, eq=False, slots=True)
class BareScore:
    """What one method says of one bare matrix."""

    method: str
    names: tuple[str, ...]
    scores: Floats
    """As the method's reference defines them; VIKOR's Q is best when low."""
    ranks: Ints
    """1 is best; equals share the better place."""


def score_matrix(
    names: Sequence[str],
    matrix: ArrayLike,
    weights: ArrayLike,
    objectives: Sequence[str],
    method: str = "weighted_sum",
    parameters: Sequence[tuple[str, float]] = (),
) -> BareScore:
    """Return scores and ranks of a bare matrix, each column brought to [0, 1] by min-max.

    Parameters
    ----------
    names
        n names of the sites, each used once.
    matrix
        n x k raw values, every column with at least two different ones.
    weights
        k numbers of 0 or more, not all 0; they are divided by their sum.
    objectives
        k times "max" or "min".
    method
        The name of a method.
    parameters
        What the method shall use in place of its defaults.

    Returns
    -------
    The names, the method's own numbers, and the places.

    Raises
    ------
    StudyError
        With one sentence, at the first fault.

    Examples
    --------
    >>> result = score_matrix(["a", "b"], [[10, 5], [20, 7]], [3, 1], ["min", "max"])
    >>> result.scores.tolist(), result.ranks.tolist()
    ([0.75, 0.25], [1, 2])
    """
    raw = _checked_matrix(names, matrix)
    shares = _checked_weights(weights, raw.shape[1])
    directions = _checked_objectives(objectives, raw.shape[1])
    if method not in METHODS:
        raise StudyError(
            say(
                "There is no method called {method}. There are: {methods}.",
                method=method,
                methods=", ".join(METHODS),
            )
        )
    chosen = METHODS[method]
    known = [each.key for each in chosen.parameters]
    for key, _ in parameters:
        if key not in known:
            there = (
                say("It has: {known}.", known=", ".join(known)) if known else say("It has none.")
            )
            raise StudyError(
                say(
                    "The method {method} has no parameter {key}. {there}",
                    method=method,
                    key=key,
                    there=there,
                )
            )
    settings = chosen.settings(dict(parameters))
    values = np.column_stack(
        [
            Relative(higher_is_better=upwards)(raw[:, place])
            for place, upwards in enumerate(directions)
        ]
    )
    scores = chosen.score(values, shares, **settings)
    places = shared_ranks(chosen.merit(scores))
    return BareScore(method, tuple(names), frozen_floats(scores), frozen_ints(places))


def _checked_matrix(names: Sequence[str], matrix: ArrayLike) -> Floats:
    try:
        raw = np.asarray(matrix, dtype=np.float64)
    except (ValueError, TypeError):
        raise StudyError(
            say("The matrix is not a table of numbers: give every site one number a criterion.")
        ) from None
    if raw.ndim != 2 or raw.size == 0:
        raise StudyError(say("The matrix is empty: give at least two sites and one criterion."))
    if len(names) != len(raw):
        raise StudyError(
            say(
                "There are {count} names for {rows} rows of the matrix: give one a row.",
                count=len(names),
                rows=len(raw),
            )
        )
    twice = sorted({name for name in names if list(names).count(name) > 1})
    if twice:
        raise StudyError(
            say(
                "The name {twice} stands in more than one row: give each site a name of its own.",
                twice=twice[0],
            )
        )
    if not np.isfinite(raw).all():
        row, place = np.argwhere(~np.isfinite(raw))[0]
        raise StudyError(
            say(
                "The value of {names} in criterion {place} is {raw:g}: give a finite number.",
                names=names[row],
                place=place + 1,
                raw=raw[row, place],
            )
        )
    if np.abs(raw).max() > _LARGEST:
        row, place = np.argwhere(np.abs(raw) > _LARGEST)[0]
        raise StudyError(
            say(
                "The value of {names} in criterion {place} is {raw:g}: that is too large to "
                "reckon with, take another unit.",
                names=names[row],
                place=place + 1,
                raw=raw[row, place],
            )
        )
    constant = np.flatnonzero(raw.min(axis=0) == raw.max(axis=0))
    if len(constant):
        raise StudyError(
            say(
                "All sites have {raw:g} in criterion {constant}: it tells them not apart, "
                "leave it out.",
                raw=raw[0, constant[0]],
                constant=constant[0] + 1,
            )
        )
    return raw


def _checked_weights(weights: ArrayLike, count: int) -> Floats:
    try:
        given = np.asarray(weights, dtype=np.float64)
    except (ValueError, TypeError):
        raise StudyError(say("The weights are not numbers: give one number a criterion.")) from None
    if given.ndim != 1 or len(given) != count:
        raise StudyError(
            say(
                "There are {size} weights for {count} criteria: give one each.",
                size=given.size,
                count=count,
            )
        )
    for place, weight in enumerate(given):
        if not np.isfinite(weight) or weight < 0:
            raise StudyError(
                say(
                    "The weight of criterion {place} is {weight:g}: give a finite number, 0 or "
                    "more.",
                    place=place + 1,
                    weight=weight,
                )
            )
    if not given.any():
        raise StudyError(say("All weights are 0: give at least one criterion a weight above 0."))
    shares = given / given.max()  # the sum of huge weights would not be finite
    shares /= shares.sum()
    return frozen_floats(shares)


def _checked_objectives(objectives: Sequence[str], count: int) -> list[bool]:
    if len(objectives) != count:
        raise StudyError(
            say(
                "There are {given} objectives for {count} criteria: give each max or min.",
                given=len(objectives),
                count=count,
            )
        )
    for place, objective in enumerate(objectives):
        if objective not in {"max", "min"}:
            raise StudyError(
                say(
                    "The objective of criterion {place} is {objective}: give max or min.",
                    place=place + 1,
                    objective=objective,
                )
            )
    return [objective == "max" for objective in objectives]
