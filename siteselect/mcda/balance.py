"""Weights held to a total of 100: one moves, locked ones stay, the rest give way in proportion.

Weights are stored as the person gave them, and moving one moves no other; only where a scenario
asks for a total of 100 are they points of 100, and these functions keep them so.
"""

from collections.abc import Collection
from dataclasses import replace

import numpy as np

from siteselect.model.arrays import Bools, Floats, Ints
from siteselect.model.scenario import Scenario

TOTAL = 100.0


def rebalance(weights: Floats, locked: Bools, place: int, weight: float) -> Floats:
    """Return `weights` with one of them set, and the unlocked others scaled to the same total.

    Parameters
    ----------
    weights
        k numbers of 0 or more.
    locked
        k: which of them stay; the one that is set must not be locked to move.
    place
        Which is set.
    weight
        What it is set to; no more than the locked ones leave, nor less than the total wants when
        no other is free.

    Returns
    -------
    k numbers with the sum of `weights`; the unlocked others keep their ratios, and share alike
    where all of them were 0.

    Examples
    --------
    >>> import numpy as np
    >>> free = np.array([False, False, False])
    >>> rebalance(np.array([50.0, 30.0, 20.0]), free, 0, 0.0).round(9).tolist()
    [0.0, 60.0, 40.0]
    >>> rebalance(np.array([50.0, 30.0, 20.0]), np.array([False, True, False]), 0, 60.0).round(
    ...     9
    ... ).tolist()
    [60.0, 30.0, 10.0]
    """
    if locked[place]:
        return weights
    others: Bools = ~locked
    others[place] = False
    room = float(weights[~locked].sum())
    chosen = min(max(weight, 0.0), room) if others.any() else room
    balanced = weights.copy()
    balanced[place] = chosen
    balanced[others] = spread(weights[others], room - chosen)
    return balanced


def spread(weights: Floats, total: float) -> Floats:
    """Return `weights` scaled to sum to `total`; alike where all are 0.

    Parameters
    ----------
    weights
        k numbers of 0 or more.
    total
        0 or more.

    Returns
    -------
    k numbers.

    Examples
    --------
    >>> import numpy as np
    >>> spread(np.array([1.0, 3.0]), 100).tolist(), spread(np.zeros(2), 100).tolist()
    ([25.0, 75.0], [50.0, 50.0])
    """
    if not len(weights):
        return weights
    greatest = float(weights.max())
    parts = weights / greatest if greatest > 0 else np.ones(len(weights))
    scaled: Floats = parts * (total / parts.sum())
    return scaled


def with_total_100(
    scenario: Scenario, *, total_100: bool, among: Collection[str] | None = None
) -> Scenario:
    """Return `scenario` asking for a total of 100, or no longer.

    Parameters
    ----------
    scenario
        Whose weights; every share stays as it is.
    total_100
        Whether weights are points of 100 from now on.
    among
        Keys of the criteria that count (a criterion that no site knows does not); all that are
        switched on when left out.

    Returns
    -------
    The scenario; without the total its weights stay as they stand.
    """
    asked = replace(scenario, total_100=total_100)
    if not total_100:
        return asked
    keys = _counting(asked, among)
    weights = np.array([asked.criterion(key).weight for key in keys])
    return asked.with_weights(dict(zip(keys, spread(weights, TOTAL).tolist(), strict=True)))


def reweigh(
    scenario: Scenario, key: str, weight: float, among: Collection[str] | None = None
) -> Scenario:
    """Return `scenario` with one weight set, and the others balanced where it asks for that.

    Parameters
    ----------
    scenario
        Whose weights. While a slider is dragged, pass the scenario as it was when it was pressed:
        ratios that a zero has swallowed then come back.
    key
        Which criterion.
    weight
        What it is set to; with a total of 100 no more than the locked ones leave.
    among
        Keys of the criteria that count; all that are switched on when left out.

    Returns
    -------
    The scenario; a locked weight does not move where a total is kept.
    """
    keys = _counting(scenario, among)
    if not scenario.total_100 or key not in keys:
        return scenario.with_weight(key, weight)
    held = [scenario.criterion(each) for each in keys]
    weights = np.array([each.weight for each in held])
    locked = np.array([each.locked for each in held])
    return scenario.with_weights(
        dict(zip(keys, rebalance(weights, locked, keys.index(key), weight).tolist(), strict=True))
    )


def settled(scenario: Scenario, among: Collection[str] | None = None) -> Scenario:
    """Return `scenario` with its total at 100 again, after criteria came or went.

    Parameters
    ----------
    scenario
        Whose weights; one that asks for no total is returned as it is.
    among
        Keys of the criteria that count; all that are switched on when left out.

    Returns
    -------
    The scenario: locked weights stay and the others fill what they leave. Where the locked ones
    alone exceed 100, or nothing else is left, all are scaled.
    """
    keys = _counting(scenario, among)
    if not scenario.total_100 or not keys:
        return scenario
    weights = np.array([scenario.criterion(each).weight for each in keys])
    locked = np.array([scenario.criterion(each).locked for each in keys])
    room = TOTAL - float(weights[locked].sum())
    if room < -1e-9 or locked.all():
        return scenario.with_weights(dict(zip(keys, spread(weights, TOTAL).tolist(), strict=True)))
    weights[~locked] = spread(weights[~locked], max(room, 0.0))
    return scenario.with_weights(dict(zip(keys, weights.tolist(), strict=True)))


def whole_parts(shares: Floats, total: int = 100) -> Ints:
    """Return whole numbers that sum to `total` exactly, by the largest remainder.

    Parameters
    ----------
    shares
        k numbers of 0 or more, of any sum.
    total
        What the whole numbers sum to.

    Returns
    -------
    k whole numbers, each within 1 of its part; all 0 when every share is. Of equal remainders the
    first is served first.

    References
    ----------
    Balinski, M. L., Young, H. P. (1982). Fair Representation. Yale University Press (Hamilton's
    method).

    Examples
    --------
    >>> import numpy as np
    >>> whole_parts(np.array([1, 1, 1])).tolist(), whole_parts(np.zeros(2)).tolist()
    ([34, 33, 33], [0, 0])
    """
    if not len(shares) or not np.any(shares):
        return np.zeros(len(shares), dtype=np.intp)
    exact = spread(np.asarray(shares, dtype=np.float64), float(total))
    whole: Ints = np.floor(np.round(exact, 9)).astype(np.intp)
    lacking = total - int(whole.sum())
    first = np.argsort(-np.round(exact - whole, 9), kind="stable")[:lacking]
    whole[first] += 1
    return whole


def _counting(scenario: Scenario, among: Collection[str] | None) -> list[str]:
    return [
        each.key
        for each in scenario.criteria
        if each.enabled and (among is None or each.key in among)
    ]
