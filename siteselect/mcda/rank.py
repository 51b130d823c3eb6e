"""From scores and verdicts to places."""

import numpy as np

from siteselect.model.arrays import Floats, Ints
from siteselect.model.gate import Verdict


def shared_ranks(scores: Floats) -> Ints:
    """Return the place of each score, greatest first; equals share the better place.

    Scores are compared to twelve decimals, so that rounding in the last bits parts no equals.
    """
    falling: Floats = -np.round(scores, 12)
    order = np.argsort(falling)
    ordered = falling[order]
    leads = np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(ordered)]
    places: Ints = np.empty(len(scores), dtype=np.intp)
    places[order] = np.maximum.accumulate(np.where(leads, np.arange(1, len(ordered) + 1), 0))
    return places


def ranks(
    scores: Floats, verdicts: tuple[Verdict, ...], names: tuple[str, ...]
) -> tuple[Ints, Ints]:
    """Return the rank of every site and the rows in the order of the list.

    PASS and CONDITIONAL rank together; UNKNOWN follows below a line; FAIL gets rank 0 and stands
    last. Equal scores are listed by name, so the list is the same whatever the order of the input.
    """
    places = np.zeros(len(scores), dtype=np.intp)
    by_name = (
        np.argsort(np.array(names, dtype=object), kind="stable") if names else np.empty(0, int)
    )
    tier = np.array(
        [0 if each.ranks else 1 if each is Verdict.UNKNOWN else 2 for each in verdicts], dtype=int
    )
    order: list[int] = []
    for level in (0, 1):
        rows = by_name[tier[by_name] == level]
        known = rows[np.isfinite(scores[rows])]
        unscored = rows[np.isnan(scores[rows])]
        places[known] = shared_ranks(scores[known]) + len(order)
        order.extend(known[np.argsort(places[known], kind="stable")].tolist())
        order.extend(unscored.tolist())
    order.extend(by_name[tier[by_name] == 2].tolist())
    return places, np.array(order, dtype=np.intp)
