"""VIKOR: a compromise between the loss of all criteria together and the worst single loss."""

import numpy as np

from siteselect.language import later
from siteselect.mcda.extremes import greatest_of_the_rest, least_of_the_rest
from siteselect.mcda.method import Method, Parameter
from siteselect.model.arrays import Floats, Ints

_CELLS = 40_000_000
"""Above so many cells in all varied matrices together, rows are left out."""


def score(values: Floats, weights: Floats, majority: float = 0.5) -> Floats:
    """Return Q of each row as the paper defines it: 0 is the best compromise, 1 the worst.

    The ideal and the anti-ideal are taken from the rows given, so adding a row can reorder the
    others. A criterion in which all rows are alike loses nothing; so does a measure (S or R) in
    which all rows are alike.

    Parameters
    ----------
    values
        n x k in [0, 1], 1 is best, no NaN.
    weights
        k, summing to 1.
    majority
        The paper's v: 1 looks at the sum of all losses alone, 0 at the worst loss alone.

    Returns
    -------
    n numbers in [0, 1], low is best.

    Examples
    --------
    >>> import numpy as np
    >>> score(np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), np.array([0.75, 0.25])).tolist()
    [0.3333333333333333, 1.0, 0.0]
    """
    if len(values) == 0:
        return np.empty(0)
    best, worst = values.max(axis=0), values.min(axis=0)
    loss = (best - values) * _steepness(best, worst, weights)
    group, regret = loss.sum(axis=1), loss.max(axis=1)
    quality: Floats = majority * _scaled(group, group) + (1 - majority) * _scaled(regret, regret)
    return quality


def alone(
    values: Floats, rows: Ints, other: Floats, weights: Floats, majority: float = 0.5
) -> Floats:
    """Return Q of each of `rows`, had it the values in `other` and all other rows stayed.

    Every varied row gives a matrix of its own; NaN when that would take too long.
    """
    if len(rows) * values.size > _CELLS:
        return np.full(len(rows), np.nan)
    above = np.maximum(greatest_of_the_rest(values)[rows], other)
    below = np.minimum(least_of_the_rest(values)[rows], other)
    steep = _steepness(above, below, weights)
    own = steep * (above - other)
    varied = np.arange(len(rows))
    group = (steep * above).sum(axis=1)[:, None] - steep @ values.T
    group[varied, rows] = own.sum(axis=1)
    regret = np.zeros(group.shape)
    for column in range(values.shape[1]):
        fall = above[:, column, None] - values[:, column]
        np.maximum(regret, steep[:, column, None] * fall, out=regret)
    regret[varied, rows] = own.max(axis=1)
    quality: Floats = majority * _scaled(group[varied, rows], group) + (1 - majority) * _scaled(
        regret[varied, rows], regret
    )
    return quality


def _steepness(best: Floats, worst: Floats, weights: Floats) -> Floats:
    """Return the loss for each unit below the best; 0 where all rows are alike."""
    span = best - worst
    steep: Floats = np.divide(
        np.broadcast_to(weights, span.shape), span, out=np.zeros(span.shape), where=span > 0
    )
    return steep


def _scaled(measure: Floats, among: Floats) -> Floats:
    """Return the place of `measure` between least and greatest of `among`; 0 where they meet."""
    least, greatest = among.min(axis=-1), among.max(axis=-1)
    span = np.broadcast_to(greatest - least, measure.shape)
    scaled: Floats = np.divide(measure - least, span, out=np.zeros(measure.shape), where=span > 0)
    return scaled


def merit(quality: Floats) -> Floats:
    """Return 1 - Q: 1 is best."""
    return 1.0 - quality


METHOD = Method(
    title="VIKOR",
    reference="Opricovic, S., Tzeng, G.-H. (2004). Compromise solution by MCDM methods: "
    "A comparative analysis of VIKOR and TOPSIS. European Journal of Operational Research "
    "156(2), 445-455.",
    score=score,
    rowwise=False,
    merit=merit,
    alone=alone,
    parameters=(
        Parameter(
            "majority",
            later("Weight of the majority"),
            later(
                "1 looks at the loss in all criteria together alone, 0 at the worst single "
                "loss alone."
            ),
            default=0.5,
            low=0.0,
            high=1.0,
        ),
    ),
)
