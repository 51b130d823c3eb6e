"""Weighted product: each value to the power of its weight, multiplied; a zero anywhere is fatal."""

import numpy as np

from siteselect.language import later
from siteselect.mcda.method import Method
from siteselect.model.arrays import Floats


def score(values: Floats, weights: Floats) -> Floats:
    """Return the weighted geometric mean of each row.

    A site with value 0 in a criterion that counts gets 0: nothing else makes good for it.

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
    >>> score(np.array([[0.25, 1.0], [0.0, 1.0]]), np.array([0.5, 0.5])).tolist()
    [0.5, 0.0]
    """
    product: Floats = np.prod(values**weights, axis=1)
    return product


METHOD = Method(
    title=later("Weighted product"),
    reference="Miller, D. W., Starr, M. K. (1969). Executive Decisions and Operations Research. "
    "Prentice-Hall.",
    score=score,
    rowwise=True,
)
