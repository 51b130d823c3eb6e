"""Ordered weighted average: a dial from "as bad as the worst value" to "as good as the best"."""

import numpy as np

from siteselect.language import later
from siteselect.mcda.method import Method, Parameter
from siteselect.model.arrays import Floats


def score(values: Floats, weights: Floats, attitude: float = 0.5) -> Floats:
    """Return the ordered weighted average of each row.

    The values of a row are put in falling order with their weights u; the j-th counts
    (u1 + ... + uj)^a - (u1 + ... + uj-1)^a, where a = (1 - attitude) / attitude. At 0.5 that is
    the weighted sum; at 0 the worst value alone counts, at 1 the best alone.

    Parameters
    ----------
    values
        n x k in [0, 1], 1 is best, no NaN.
    weights
        k, summing to 1; a criterion of weight 0 never counts.
    attitude
        From 0, cautious, to 1, bold.

    Returns
    -------
    n scores in [0, 1].

    Examples
    --------
    >>> import numpy as np
    >>> values, weights = np.array([[1.0, 0.0], [0.5, 0.5]]), np.array([0.5, 0.5])
    >>> [score(values, weights, attitude).tolist() for attitude in (0.0, 0.5, 1.0)]
    [[0.0, 0.5], [0.5, 0.5], [1.0, 0.5]]
    """
    counted = weights > 0
    values, weights = values[:, counted], weights[counted]
    if attitude in {0, 1}:
        extreme: Floats = values.min(axis=1) if attitude == 0 else values.max(axis=1)
        return extreme
    order = np.argsort(-values, axis=1, kind="stable")
    reached = np.clip(np.cumsum(weights[order], axis=1), 0.0, 1.0)
    reached[:, -1] = 1.0
    quantified = reached ** ((1 - attitude) / attitude)
    counts = np.diff(quantified, axis=1, prepend=0.0)
    total: Floats = (np.take_along_axis(values, order, axis=1) * counts).sum(axis=1)
    return total


METHOD = Method(
    title=later("Ordered weighted average"),
    reference="Yager, R. R. (1996). Quantifier guided aggregation using OWA operators. "
    "International Journal of Intelligent Systems 11(1), 49-73.",
    score=score,
    rowwise=True,
    parameters=(
        Parameter(
            "attitude",
            later("Attitude to risk"),
            later(
                "0 looks at the worst value of a site alone, 1 at its best alone, 0.5 is the "
                "weighted sum."
            ),
            default=0.5,
            low=0.0,
            high=1.0,
        ),
    ),
)
