"""How often each site takes each place, over many rankings at once."""

from dataclasses import dataclass

import numpy as np

from siteselect.mcda.rank import EQUAL
from siteselect.model.arrays import Floats, Ints


@dataclass(frozen=True, eq=False, slots=True)
class Tally:
    """What m rankings of n sites come to."""

    counts: Floats
    """n x deepest: how often a site takes a place; equals share the better one."""
    sums: Floats
    """n: the sum of its places."""
    first_rankings: Ints
    first_sites: Ints
    """Pairs of ranking and site: who is first where; more than one where the best are equal."""


def tally(merits: Floats, deepest: int) -> Tally:
    """Count the places of each site in many rankings.

    Parameters
    ----------
    merits
        m x n in [0, 1], 1 is best.
    deepest
        How many of the best places are counted apart.

    Returns
    -------
    Counts, sums of places, and who is first.

    Examples
    --------
    >>> import numpy as np
    >>> tally(np.array([[0.5, 0.9, 0.5], [0.1, 0.2, 0.3]]), 3).counts.tolist()
    [[0.0, 1.0, 1.0], [1.0, 1.0, 0.0], [1.0, 1.0, 0.0]]
    """
    draws, count = merits.shape
    sites, place = _sorted_places(merits)
    if place is None:  # no two are equal: the place is the position
        cells = sites[:, :deepest] * deepest + np.arange(deepest)
        ranking, first = np.arange(draws), sites[:, 0]
        place = np.broadcast_to(np.arange(1, count + 1), sites.shape)
    else:
        cells = (sites * deepest + place - 1)[place <= deepest]
        ranking, position = np.nonzero(place == 1)
        first = sites[ranking, position]
    counts = np.bincount(cells.ravel(), minlength=count * deepest).reshape(count, deepest)
    if deepest >= count:
        sums = counts @ np.arange(1.0, deepest + 1)
    else:
        sums = np.bincount(sites.ravel(), weights=place.ravel(), minlength=count)
    return Tally(counts.astype(np.float64), sums, ranking, first)


def _sorted_places(merits: Floats) -> tuple[Ints, Ints | None]:
    """Return, row by row, the sites from first to last, and their places where some are equal.

    Each merit and the column it stands in are packed into one whole number, so that one plain sort
    of a row, the fastest there is, gives the order.
    """
    count = merits.shape[1]
    bits = max(1, (count - 1).bit_length())
    # In [1, 2] every float has the same exponent: its bits, read as a whole number, keep order
    # and are evenly spaced by 2 ** -52; the last ones make room for the column.
    turned = np.clip(merits, 0.0, 1.0)
    np.subtract(2.0, turned, out=turned)
    keys = turned.view(np.int64)
    keys &= -(1 << bits)
    keys |= np.arange(count)
    keys.sort(axis=1)
    quanta = max(1, int(EQUAL * 2 ** (52 - bits)))
    equal = keys[:, 1:] - keys[:, :-1] < (quanta + 1) << bits
    keys &= (1 << bits) - 1
    sites: Ints = keys.astype(np.intp, copy=False)
    if not equal.any():
        return sites, None
    positions = np.arange(1, count + 1)
    place = np.where(np.pad(equal, ((0, 0), (1, 0))), 0, positions)
    return sites, np.maximum.accumulate(place, axis=1)
