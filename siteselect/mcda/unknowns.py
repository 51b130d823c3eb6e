"""What an unknown value counts as when sites are ranked."""

import numpy as np

from siteselect.model.arrays import Floats
from siteselect.model.scenario import UnknownPolicy


def fill(
    values: Floats, low: Floats, high: Floats, shares: Floats, policy: UnknownPolicy
) -> Floats:
    """Return `values` with each NaN counted as the policy says, never outside what it could be.

    Parameters
    ----------
    values
        n x k in [0, 1]; NaN is unknown.
    low, high
        n x k: the least and the greatest each value could be.
    shares
        k weights that sum to 1; they matter for EXCLUDE alone.
    policy
        PESSIMISTIC takes the least, NEUTRAL the middle, EXCLUDE the weighted mean of what is known
        of the same site (the least where nothing is).

    Returns
    -------
    n x k in [0, 1] without NaN.

    Examples
    --------
    >>> import numpy as np
    >>> values = np.array([[0.8, np.nan]])
    >>> low, high = np.array([[0.8, 0.0]]), np.array([[0.8, 1.0]])
    >>> [
    ...     fill(values, low, high, np.array([0.5, 0.5]), policy).tolist()[0][1]
    ...     for policy in UnknownPolicy
    ... ]
    [0.0, 0.5, 0.8]
    """
    unknown = np.isnan(values)
    if policy is UnknownPolicy.PESSIMISTIC or not unknown.any():
        return np.where(unknown, low, values)
    if policy is UnknownPolicy.NEUTRAL:
        return np.where(unknown, (low + high) / 2, values)
    weight = np.where(unknown, 0.0, shares).sum(axis=1)
    total = np.where(unknown, 0.0, values * shares).sum(axis=1)
    mean = np.divide(total, weight, out=np.zeros(len(values)), where=weight > 0)
    return np.where(unknown, np.clip(mean[:, None], low, high), values)
