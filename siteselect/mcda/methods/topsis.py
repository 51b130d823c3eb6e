"""TOPSIS: how near a site lies to the ideal and how far from the anti-ideal."""

import numpy as np

from siteselect.mcda.extremes import greatest_of_the_rest, least_of_the_rest
from siteselect.mcda.method import Method
from siteselect.model.arrays import Floats, Ints


def score(values: Floats, weights: Floats) -> Floats:
    """Return the relative closeness of each row to the ideal.

    The ideal and the anti-ideal are the best and the worst weighted value of each criterion among
    the rows given, so adding a row can reorder the others. Where the two coincide (one row, or all
    rows alike) every row gets 0.5: no row is nearer to either.

    Parameters
    ----------
    values
        n x k in [0, 1], 1 is best, no NaN.
    weights
        k, summing to 1.

    Returns
    -------
    n scores in [0, 1].

    Examples
    --------
    >>> import numpy as np
    >>> score(np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), np.array([0.5, 0.5])).tolist()
    [0.5, 0.5, 1.0]
    """
    if len(values) == 0:
        return np.empty(0)
    weighted = values * weights
    return _closeness(weighted, weighted.max(axis=0), weighted.min(axis=0))


def alone(values: Floats, rows: Ints, other: Floats, weights: Floats) -> Floats:
    """Return the closeness of each of `rows`, had it the values in `other` and the rest stayed."""
    weighted, varied = values * weights, other * weights
    best = np.maximum(greatest_of_the_rest(weighted)[rows], varied)
    worst = np.minimum(least_of_the_rest(weighted)[rows], varied)
    return _closeness(varied, best, worst)


def _closeness(weighted: Floats, best: Floats, worst: Floats) -> Floats:
    to_best = np.sqrt(((weighted - best) ** 2).sum(axis=1))
    to_worst = np.sqrt(((weighted - worst) ** 2).sum(axis=1))
    span = to_best + to_worst
    closeness: Floats = np.divide(to_worst, span, out=np.full(len(span), 0.5), where=span > 0)
    return closeness


METHOD = Method(
    title="TOPSIS",
    reference="Hwang, C. L., Yoon, K. (1981). Multiple Attribute Decision Making: Methods and "
    "Applications. Springer.",
    score=score,
    rowwise=False,
    alone=alone,
)
