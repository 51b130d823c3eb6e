"""Weights drawn evenly: from all that sum to 1, near given ones, or in a given order."""

from collections.abc import Sequence

import numpy as np

from siteselect.model.arrays import Bools, Floats

Generator = np.random.Generator


def evenly(generator: Generator, draws: int, count: int) -> Floats:
    """Return weights drawn evenly from all that sum to 1.

    They are exponential numbers divided by their sum, which is Dirichlet(1, ..., 1); uniform
    numbers divided by their sum would crowd the middle.

    Parameters
    ----------
    generator
        Where chance comes from.
    draws, count
        How many draws of how many weights.

    Returns
    -------
    draws x count, each row summing to 1.

    References
    ----------
    Tervonen, T., Lahdelma, R. (2007). Implementing stochastic multicriteria acceptability
    analysis. European Journal of Operational Research 178(2), 500-513.

    Examples
    --------
    >>> import numpy as np
    >>> weights = evenly(np.random.default_rng(1), 10_000, 4)
    >>> weights.mean(axis=0).round(2).tolist()
    [0.25, 0.25, 0.25, 0.25]
    """
    exponential = generator.standard_exponential((draws, count))
    weights: Floats = exponential / exponential.sum(axis=1, keepdims=True)
    return weights


def near(generator: Generator, draws: int, shares: Floats, part: float) -> Floats:
    """Return weights drawn evenly from those that sum to 1, each within `part` of its share.

    All weights but the widest are drawn from their ranges, the widest is what is left; draws in
    which it leaves its own range are thrown away.

    Parameters
    ----------
    generator
        Where chance comes from.
    draws
        How many.
    shares
        k weights above 0 that sum to 1.
    part
        How far each may lie from its share, as a part of it, above 0.

    Returns
    -------
    draws x k, each row summing to 1.

    Examples
    --------
    >>> import numpy as np
    >>> weights = near(np.random.default_rng(1), 1000, np.array([0.5, 0.3, 0.2]), 0.1)
    >>> weights.min(axis=0).round(2).tolist(), weights.max(axis=0).round(2).tolist()
    ([0.45, 0.27, 0.18], [0.55, 0.33, 0.22])
    """
    low = np.maximum(shares * (1.0 - part), 0.0)
    high = np.minimum(shares * (1.0 + part), 1.0)
    widest = int((high - low).argmax())
    kept = np.empty((draws, len(shares)))
    size = 0
    while size < draws:
        weights = low + (high - low) * generator.random((2 * draws, len(shares)))
        weights[:, widest] = 0.0
        weights[:, widest] = 1.0 - weights.sum(axis=1)
        inside: Bools = (weights[:, widest] >= low[widest]) & (weights[:, widest] <= high[widest])
        found = weights[inside][: draws - size]
        kept[size : size + len(found)] = found
        size += len(found)
    return kept


def in_order(generator: Generator, draws: int, levels: Sequence[Sequence[int]]) -> Floats:
    """Return weights drawn evenly from those that sum to 1 and fall from level to level.

    Parameters
    ----------
    generator
        Where chance comes from.
    draws
        How many.
    levels
        The places of the weights, the most important first; within a level any order will do.

    Returns
    -------
    draws x k, each row summing to 1.

    Examples
    --------
    >>> import numpy as np
    >>> weights = in_order(np.random.default_rng(1), 10_000, [[2], [0, 1]])
    >>> bool((weights[:, 2] >= weights[:, :2].max(axis=1)).all())
    True
    >>> weights.mean(axis=0).round(1).tolist()
    [0.2, 0.2, 0.6]
    """
    count = sum(len(level) for level in levels)
    falling = -np.sort(-evenly(generator, draws, count), axis=1)
    weights = np.empty_like(falling)
    start = 0
    for level in levels:
        some = generator.permuted(falling[:, start : start + len(level)], axis=1)
        weights[:, list(level)] = some
        start += len(level)
    return weights
