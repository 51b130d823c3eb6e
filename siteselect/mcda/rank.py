"""From scores and verdicts to places."""

from functools import lru_cache

import numpy as np

from siteselect.model.arrays import Floats, Ints

EQUAL = 1e-12
"""Scores no further apart than this are equal: rounding in the last bits parts no equals."""


def shared_ranks(scores: Floats) -> Ints:
    """Return the place of each score, greatest first; equals share the better place.

    Parameters
    ----------
    scores
        n finite numbers.

    Returns
    -------
    n places; 1 is best.

    Examples
    --------
    >>> import numpy as np
    >>> shared_ranks(np.array([0.3, 0.1 + 0.2, 0.9, 0.1])).tolist()
    [2, 2, 1, 4]
    """
    falling = np.argsort(-scores)
    parted = np.ones(len(scores), dtype=bool)
    parted[1:] = -np.diff(scores[falling]) > EQUAL
    starts = np.maximum.accumulate(np.where(parted, np.arange(len(scores)), 0))
    places = np.empty(len(scores), dtype=np.intp)
    places[falling] = starts + 1
    return places


def ranks(scores: Floats, tiers: Ints, names: tuple[str, ...]) -> tuple[Ints, Ints]:
    """Return the rank of every site and the rows in the order of the list.

    PASS and CONDITIONAL rank together; UNKNOWN follows below a line; FAIL gets rank 0 and stands
    last. Equal scores are listed by name, so the list is the same whatever the order of the input.

    Parameters
    ----------
    scores
        n numbers; NaN for a site that was not scored.
    tiers
        n: 0 for PASS and CONDITIONAL, 1 for UNKNOWN, 2 for FAIL.
    names
        n names.

    Returns
    -------
    n ranks (1 is best, 0 is none), and n rows in the order of the list.

    Examples
    --------
    >>> import numpy as np
    >>> places, order = ranks(np.array([0.5, 0.9, 0.5]), np.array([0, 1, 0]), ("c", "b", "a"))
    >>> places.tolist(), order.tolist()
    ([1, 3, 1], [2, 0, 1])
    """
    places = np.zeros(len(scores), dtype=np.intp)
    by_name = _by_name(names)
    tiers = tiers[by_name]
    order: list[Ints] = []
    above = 0
    for level in (0, 1):
        rows = by_name[tiers == level]
        known = rows[np.isfinite(scores[rows])]
        places[known] = shared_ranks(scores[known]) + above
        order += [known[np.argsort(places[known], kind="stable")], rows[np.isnan(scores[rows])]]
        above += len(rows)
    return places, np.concatenate([*order, by_name[tiers == 2]])


@lru_cache(maxsize=8)
def _by_name(names: tuple[str, ...]) -> Ints:
    """Return the rows sorted by name."""
    return np.array(sorted(range(len(names)), key=names.__getitem__), dtype=np.intp)
