"""From a hundred thousand to a hundred million cells: the cost of a cell, and the memory taken.

`make pack-world` comes first. Every size runs in a process of its own, so that its memory can be
told; sides of cells may be named: `python -m benchmarks.reach 11.58`.
"""

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from benchmarks.timing import table
from siteselect.criteria import MEASURES
from siteselect.model.criterion import Criterion
from siteselect.model.scenario import Scenario
from siteselect.model.study import Context
from siteselect.packs.pack import Pack
from siteselect.scan.cache import Cache
from siteselect.scan.columns import measured
from siteselect.scan.engine import HereEngine
from siteselect.scan.region import region_of
from siteselect.scan.scan import Scanned, stretches
from siteselect.scan.summary import Summary

PACK, DAY = Path("build/packs/world"), date(2021, 6, 2)
KEYS = ("city_distance", "airport_distance", "july_temperature", "annual_temperature")
"""The measures that need no local facts: two distances, two climates."""
SIDES = (36.6, 11.58, 3.66, 1.158)
KEPT = 20 << 30
Value = TypeVar("Value")


def main(sides: tuple[float, ...] = SIDES) -> None:
    """Print a row for each size as soon as it is known, then all of them as a table."""
    rows = [("cells", "side", "land", "measures", "scores", "a cell", "seconds", "own memory")]
    for side in sides:
        command = [sys.executable, "-m", "benchmarks.reach", "--one", str(side)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        held = json.loads(told.splitlines()[-1])
        land, read, scored = (1e6 * each / held["cells"] for each in held["spent"])
        rows.append((f"{held['cells']:,}", f"{side:g} km", f"{land:.1f} us", f"{read:.1f} us",
                     f"{scored:.1f} us", f"{land + read + scored:.1f} us",
                     f"{held['seconds']:,.0f}", f"{held['memory'] / 1e6:.0f} MB"))  # fmt: skip
        print("   ".join(rows[-1]), flush=True)
    table(f"The land of the world, {len(KEYS)} measures, one thread, processor time a cell", rows)


def one(side: float) -> None:
    """Scan with cells of one size, and print what was spent on it as one line of JSON."""
    most = [0]
    over = threading.Event()
    watcher = threading.Thread(target=_watch, args=(most, over), daemon=True)
    watcher.start()
    pack, scenario = Pack(PACK), Scenario("Reach", _criteria())
    begun, spent = time.perf_counter(), []
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder), KEPT)
        region = _spending(spent, lambda: region_of(pack, side, cache))
        columns = _spending(
            spent,
            lambda: measured(region, pack, KEYS, Context(DAY), HereEngine(pack, 1), cache),
        )

        def scored() -> None:
            summary = Summary(region, Cache(Path(folder) / "scores", KEPT))
            deque(summary.watch(stretches(Scanned(region, columns), scenario)), maxlen=0)
            summary.suggest(100, 50.0, pack)

        _spending(spent, scored)
    seconds = time.perf_counter() - begun
    over.set()
    watcher.join()
    told = {"cells": len(region), "spent": spent, "seconds": seconds, "memory": most[0]}
    print(json.dumps(told))


def _criteria() -> tuple[Criterion, ...]:
    return tuple(Criterion(key, MEASURES[key].value) for key in KEYS)


def _spending(spent: list[float], work: Callable[[], Value]) -> Value:
    start = time.process_time()
    value = work()
    spent.append(time.process_time() - start)
    return value


def _watch(most: list[int], over: threading.Event) -> None:
    """Keep the most memory of its own that this process had; pages of files are the system's."""
    while not over.wait(0.1):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("RssAnon:"):
                most[0] = max(most[0], 1024 * int(line.split()[1]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(float(sys.argv[2]))
    else:
        main(tuple(float(each) for each in sys.argv[1:]) or SIDES)
