"""The array aliases, and how arrays inside frozen values are kept from change."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Bools = NDArray[np.bool_]


def frozen_floats(values: ArrayLike) -> Floats:
    """Return `values` as a read-only float64 array; None becomes NaN, which means unknown."""
    array = np.array(values, dtype=np.float64)
    array.flags.writeable = False
    return array


def frozen_ints(values: ArrayLike | Sequence[int]) -> Ints:
    """Return `values` as a read-only integer array."""
    array = np.array(values, dtype=np.intp)
    array.flags.writeable = False
    return array
