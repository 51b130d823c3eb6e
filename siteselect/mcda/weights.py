"""Weights from a person's order or swings, and several people's weights averaged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.arrays import Floats, frozen_floats


def rank_order_centroid(levels: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return the centre of all weights that respect an order of importance.

    Parameters
    ----------
    levels
        Measures from the most to the least important; equals stand in one level and share.

    Returns
    -------
    Shares that sum to 1, by measure.

    References
    ----------
    Barron, F. H., Barrett, B. E. (1996). Decision quality using ranked attribute weights.
    Management Science 42(11), 1515-1523.

    Examples
    --------
    >>> found = rank_order_centroid([["price"], ["law"], ["climate"]])
    >>> {measure: round(share, 3) for measure, share in found.items()}
    {'price': 0.611, 'law': 0.278, 'climate': 0.111}
    """
    count = _count(levels)
    places = np.arange(1, count + 1)
    return _shared(levels, np.cumsum((1 / places)[::-1])[::-1] / count)


def rank_sum(levels: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return weights that fall evenly from place to place.

    Parameters
    ----------
    levels
        Measures from the most to the least important; equals stand in one level and share.

    Returns
    -------
    Shares that sum to 1, by measure.

    References
    ----------
    Stillwell, W. G., Seaver, D. A., Edwards, W. (1981). A comparison of weight approximation
    techniques in multiattribute utility decision making. Organizational Behavior and Human
    Performance 28(1), 62-77.

    Examples
    --------
    >>> rank_sum([["price"], ["law", "climate"], ["city"]])
    {'price': 0.4, 'law': 0.25, 'climate': 0.25, 'city': 0.1}
    """
    count = _count(levels)
    return _shared(levels, 2 * np.arange(count, 0, -1) / (count * (count + 1)))


def _count(levels: Sequence[Sequence[str]]) -> int:
    measures = [measure for level in levels for measure in level]
    if not measures or len(set(measures)) < len(measures):
        raise StudyError(say("An order of importance wants one or more criteria, each once."))
    return len(measures)


def _shared(levels: Sequence[Sequence[str]], falling: Floats) -> dict[str, float]:
    found: dict[str, float] = {}
    start = 0
    for level in levels:
        if level:
            share = float(falling[start : start + len(level)].mean())
            found.update(dict.fromkeys(level, share))
        start += len(level)
    return found


def swing(points: Mapping[str, float]) -> dict[str, float]:
    """Return weights from swings: how much it is worth to bring each criterion from worst to best.

    Parameters
    ----------
    points
        Points by measure; the most wanted swing usually gets 100.

    Returns
    -------
    Shares that sum to 1, by measure.

    References
    ----------
    von Winterfeldt, D., Edwards, W. (1986). Decision Analysis and Behavioral Research. Cambridge
    University Press.

    Examples
    --------
    >>> swing({"price": 100, "law": 60, "climate": 40})
    {'price': 0.5, 'law': 0.3, 'climate': 0.2}
    """
    for measure, given in points.items():
        if not np.isfinite(given) or given < 0:
            raise StudyError(
                say(
                    "The swing of {measure} is {given:g}: give 0 or more points.",
                    measure=measure,
                    given=given,
                )
            )
    total = sum(points.values())
    if total <= 0:
        raise StudyError(say("All swings are 0: give the most wanted one 100 points."))
    return {measure: given / total for measure, given in points.items()}


@dataclass(frozen=True, eq=False, slots=True)
class PeopleWeights:
    """The weights of p people, averaged, with how far they differ; k criteria."""

    people: tuple[str, ...]
    measures: tuple[str, ...]
    shares: Floats
    """p x k, each person's weights divided by their sum."""
    mean: Floats
    least: Floats
    greatest: Floats

    @property
    def disputed(self) -> str:
        """The measure in which the greatest and the least share lie furthest apart."""
        return self.measures[int((self.greatest - self.least).argmax())]

    @property
    def distances(self) -> Floats:
        """How much of each person's weight lies elsewhere than the mean's, in [0, 1]."""
        distance: Floats = np.abs(self.shares - self.mean).sum(axis=1) / 2
        return distance


def average(weights: Mapping[str, Mapping[str, float]]) -> PeopleWeights:
    """Return the mean of several people's weights, each person counting the same.

    Parameters
    ----------
    weights
        By person, weights by measure; a measure that a person leaves out has weight 0.

    Returns
    -------
    The shares of each person and their mean.

    Examples
    --------
    >>> group = average({"Aida": {"price": 3, "law": 1}, "Bolat": {"price": 1, "law": 1}})
    >>> group.mean.tolist(), group.distances.tolist()
    ([0.625, 0.375], [0.125, 0.125])
    """
    if not weights:
        raise StudyError(say("There are no weights to average: give at least one person's."))
    measures = tuple(dict.fromkeys(measure for each in weights.values() for measure in each))
    rows = []
    for person, given in weights.items():
        row = np.array([float(given.get(measure, 0.0)) for measure in measures])
        wrong = [
            name for name, weight in zip(measures, row, strict=True) if not 0 <= weight < np.inf
        ]
        if wrong or not row.any():
            what = (
                say("the weight of {wrong}", wrong=wrong[0])
                if wrong
                else say("all weights together")
            )
            raise StudyError(
                say(
                    "In the weights of {person}, {what} cannot be used: give finite numbers, 0 or "
                    "more, and one above 0.",
                    person=person,
                    what=what,
                )
            )
        rows.append(row / row.max() / (row / row.max()).sum())
    shares = np.array(rows)
    return PeopleWeights(
        tuple(weights),
        measures,
        frozen_floats(shares),
        frozen_floats(shares.mean(axis=0)),
        frozen_floats(shares.min(axis=0)),
        frozen_floats(shares.max(axis=0)),
    )
