"""How things are timed here: alternating rounds of one run, medians, and ratios."""

import statistics
import time
from collections.abc import Callable


def alternate(
    works: dict[str, Callable[[], object]],
    rounds: int = 7,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, float]:
    """Return the median seconds of each work, run in turn, after one round that is not counted.

    With `time.thread_time` as the clock only what this thread works counts: other programs share
    the machine.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    for count in range(rounds + 1):
        for name, work in works.items():
            start = clock()
            work()
            if count:
                taken[name].append(clock() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def table(title: str, rows: list[tuple[str, ...]]) -> None:
    """Print rows as columns."""
    print(f"\n{title}")
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        print("  " + "   ".join(cells))


def milliseconds(seconds: float) -> str:
    """Return a readable figure."""
    return f"{seconds * 1000:.3g} ms"
