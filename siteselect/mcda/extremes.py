"""The best and the worst that a site meets in the others, criterion by criterion."""

import numpy as np

from siteselect.model.arrays import Floats


def greatest_of_the_rest(values: Floats) -> Floats:
    """Return, for every cell, the greatest value of its column among the other rows.

    Parameters
    ----------
    values
        n x k.

    Returns
    -------
    n x k; minus infinity for a row without others.

    Examples
    --------
    >>> import numpy as np
    >>> greatest_of_the_rest(np.array([[3.0], [1.0], [2.0]])).tolist()
    [[2.0], [3.0], [3.0]]
    """
    rest = np.broadcast_to(values.max(axis=0), values.shape).copy()
    first, columns = values.argmax(axis=0), np.arange(values.shape[1])
    without = values.copy()
    without[first, columns] = -np.inf
    rest[first, columns] = without.max(axis=0)
    return rest


def least_of_the_rest(values: Floats) -> Floats:
    """Return, for every cell, the least value of its column among the other rows."""
    return -greatest_of_the_rest(-values)
