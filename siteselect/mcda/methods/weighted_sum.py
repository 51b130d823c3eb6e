"""Weighted sum: the share of each criterion times its value, added up."""

from siteselect.language import later
from siteselect.mcda.method import Method
from siteselect.model.arrays import Floats


def score(values: Floats, weights: Floats) -> Floats:
    """Return the weighted sum of each row.

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
    >>> score(np.array([[1.0, 0.0], [0.5, 0.5]]), np.array([0.75, 0.25])).tolist()
    [0.75, 0.5]
    """
    total: Floats = values @ weights
    return total


def parts(values: Floats) -> Floats:
    """Return the values themselves: their product with the weights is the score."""
    return values


METHOD = Method(
    title=later("Weighted sum"),
    reference="Fishburn, P. C. (1967). Additive utilities with incomplete product sets. "
    "Operations Research 15(3), 537-542.",
    score=score,
    rowwise=True,
    parts=parts,
)
