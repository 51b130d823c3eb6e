"""Ten thousand drawn weights: ours, the plain numpy way, and the sort that is the limit."""

import numpy as np

from benchmarks.timing import alternate, milliseconds, table
from siteselect.mcda.places import tally
from siteselect.mcda.simplex import evenly
from siteselect.model.arrays import Floats

DRAWS, CRITERIA = 10_000, 12
BLOCK = 500
DEEPEST = 200
"""So many places are counted apart, as the program does."""


def main() -> None:
    """Print the times for 200 and 1,000 sites."""
    rows = [("sites", "ours", "argsort, add.at", "ratio", "sort alone", "of the limit")]
    rows += [compare(count) for count in (200, 1_000)]
    table(f"Rank acceptability of {DRAWS:,} draws, {CRITERIA} criteria", rows)


def compare(count: int) -> tuple[str, ...]:
    """Return one row, after a check that both ways count the same."""
    values = np.random.default_rng(3).random((count, CRITERIA))
    weights = evenly(np.random.default_rng(5), DRAWS, CRITERIA)
    merits = weights @ values.T
    far = np.abs(ours(weights, values) - plainly(weights, values)).max()
    assert far <= 2, far  # near ties may fall either way
    times = alternate(
        {
            "ours": lambda: ours(weights, values),
            "plain": lambda: plainly(weights, values),
            "sort": lambda: np.sort(merits, axis=1),
        },
        rounds=3,
    )
    return (
        f"{count:,}",
        *(milliseconds(times[name]) for name in ("ours", "plain")),
        f"x{times['plain'] / times['ours']:.0f}",
        milliseconds(times["sort"]),
        f"{times['sort'] / times['ours']:.0%}",
    )


def ours(weights: Floats, values: Floats) -> Floats:
    """Score, sort packed keys, count."""
    total = np.zeros((len(values), DEEPEST))
    for start in range(0, len(weights), BLOCK):
        total += tally(weights[start : start + BLOCK] @ values.T, DEEPEST).counts
    return total


def plainly(weights: Floats, values: Floats) -> Floats:
    """Score, argsort each draw, count one by one."""
    total = np.zeros((len(values), DEEPEST))
    places = np.arange(DEEPEST)
    for start in range(0, len(weights), BLOCK):
        order = np.argsort(-(weights[start : start + BLOCK] @ values.T), axis=1)[:, :DEEPEST]
        np.add.at(total, (order, np.broadcast_to(places, order.shape)), 1)
    return total


if __name__ == "__main__":
    main()
