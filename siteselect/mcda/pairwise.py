"""Weights from judgements of pairs (AHP), and how well the judgements fit together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.arrays import Bools, Floats, frozen_floats

LIMIT = 0.1
"""Above this consistency ratio judgements should be looked at again (Saaty)."""

_RANDOM = (
    0.0,
    0.0,
    0.0,
    0.58,
    0.90,
    1.12,
    1.24,
    1.32,
    1.41,
    1.45,
    1.49,
    1.51,
    1.48,
    1.56,
    1.57,
    1.59,
)
"""Saaty's mean consistency index of random judgements of n criteria, n from 0 to 15."""

_SCALE = np.array(
    [1 / value for value in range(9, 1, -1)] + [float(value) for value in range(1, 10)]
)


@dataclass(frozen=True, slots=True)
class Misfit:
    """The judgement that fits the others least, and what would fit them."""

    first: str
    second: str
    said: float
    """How many times as important the first was said to be."""
    suggested: float
    """The value of Saaty's scale nearest to what the other judgements imply."""

    def __str__(self) -> str:
        return say(
            "{first} was said to be {said} as important as {second}; {suggested} would fit "
            "the other judgements.",
            first=self.first,
            said=_times(self.said),
            second=self.second,
            suggested=_times(self.suggested),
        )


@dataclass(frozen=True, eq=False, slots=True)
class Pairwise:
    """Shares of the criteria, and the consistency of the judgements behind them."""

    measures: tuple[str, ...]
    shares: Floats
    ratio: float
    """Consistency ratio: 0 is perfect, 1 is as good as chance."""
    misfit: Misfit | None
    """The most inconsistent pair; None when all fit."""

    @property
    def consistent(self) -> bool:
        """Whether the ratio lies within the limit."""
        return self.ratio <= LIMIT


def pairwise(measures: Sequence[str], judgements: Mapping[tuple[str, str], float]) -> Pairwise:
    """Return weights from judgements of pairs, by the principal eigenvector.

    Judgements may be lacking as long as each criterion hangs together with every other; the gaps
    are closed by what the given ones imply (Harker).

    Parameters
    ----------
    measures
        The criteria.
    judgements
        For pairs of measures, how many times as important the first is: 1/9 to 9.

    Returns
    -------
    Shares that sum to 1, the consistency ratio and the most inconsistent pair.

    References
    ----------
    Saaty, T. L. (1980). The Analytic Hierarchy Process. McGraw-Hill. Harker, P. T. (1987).
    Incomplete pairwise comparisons in the analytic hierarchy process. Mathematical Modelling
    9(11), 837-848.

    Examples
    --------
    >>> said = {("price", "law"): 2, ("law", "climate"): 3, ("price", "climate"): 6}
    >>> found = pairwise(["price", "law", "climate"], said)
    >>> found.shares.round(3).tolist(), found.ratio, found.misfit
    ([0.6, 0.3, 0.1], 0.0, None)
    """
    matrix, given = _matrix(measures, judgements)
    count = len(measures)
    shares, eigenvalue = _principal(matrix, given)
    chance = _random_index(count)
    index = (eigenvalue - count) / (count - 1) if count > 2 else 0.0
    ratio = max(0.0, index / chance) if chance > 0 else 0.0
    ratio = 0.0 if ratio < 1e-9 else ratio
    misfit = _misfit(measures, matrix, given, shares) if ratio > 0 else None
    return Pairwise(tuple(measures), frozen_floats(shares), ratio, misfit)


def _matrix(
    measures: Sequence[str], judgements: Mapping[tuple[str, str], float]
) -> tuple[Floats, Bools]:
    """Return the matrix of judgements, 1 where none was given, and where one was."""
    if not measures or len(set(measures)) < len(measures):
        raise StudyError(say("Judging pairs wants one or more criteria, each once."))
    places = {measure: place for place, measure in enumerate(measures)}
    matrix = np.ones((len(measures), len(measures)))
    given = np.zeros(matrix.shape, dtype=bool)
    for (first, second), said in judgements.items():
        if first not in places or second not in places or first == second:
            raise StudyError(
                say(
                    "There is no pair of {first} and {second} to be judged.",
                    first=first,
                    second=second,
                )
            )
        if not 1 / 9 - 1e-9 <= said <= 9 + 1e-9:
            raise StudyError(
                say(
                    "{first} is said to be {said:g} times as important as {second}: give a number "
                    "from 1/9 to 9.",
                    first=first,
                    said=said,
                    second=second,
                )
            )
        row, column = places[first], places[second]
        if given[row, column]:
            raise StudyError(
                say(
                    "The pair of {first} and {second} is judged twice: leave one.",
                    first=first,
                    second=second,
                )
            )
        matrix[row, column], matrix[column, row] = said, 1 / said
        given[row, column] = given[column, row] = True
    if not _hangs_together(given):
        raise StudyError(
            say("The judgements fall into groups that nothing compares: judge a pair across them.")
        )
    return matrix, given


def _hangs_together(given: Bools) -> bool:
    reached = np.zeros(len(given), dtype=bool)
    reached[0] = True
    for _ in range(len(given)):
        reached |= given[reached].any(axis=0)
    return bool(reached.all())


def _principal(matrix: Floats, given: Bools) -> tuple[Floats, float]:
    """Return the principal eigenvector, summing to 1, and its value; gaps count on the diagonal."""
    known = np.where(given, matrix, 0.0)
    lacking = len(matrix) - 1 - given.sum(axis=1)
    np.fill_diagonal(known, 1.0 + lacking)
    values, vectors = np.linalg.eig(known)
    place = int(values.real.argmax())
    vector = np.abs(vectors[:, place].real)
    shares: Floats = vector / vector.sum()
    return shares, float(values.real[place])


def _random_index(count: int) -> float:
    if count < len(_RANDOM):
        return _RANDOM[count]
    return float((2.7699 * count - 4.3513 - count) / (count - 1))  # Alonso and Lamata (2006)


def _misfit(measures: Sequence[str], matrix: Floats, given: Bools, shares: Floats) -> Misfit:
    far = np.abs(np.log(matrix) - np.log(np.divide.outer(shares, shares)))
    far[~given | np.tri(len(measures), dtype=bool)] = -1.0
    row, column = divmod(int(far.argmax()), len(measures))
    without = given.copy()
    without[row, column] = without[column, row] = False
    implied = shares
    if _hangs_together(without):
        implied, _ = _principal(matrix, without)
    wanted = np.log(implied[row] / implied[column])
    suggested = float(_SCALE[int(np.abs(np.log(_SCALE) - wanted).argmin())])
    return Misfit(measures[row], measures[column], float(matrix[row, column]), suggested)


def _times(ratio: float) -> str:
    """Return the ratio in words: 3 times, 1/3 times, equally."""
    if abs(ratio - 1) < 1e-9:
        return say("equally")
    if ratio > 1:
        return say("{ratio:.3g} times", ratio=ratio)
    return say("1/{ratio:.3g} times", ratio=1 / ratio)
