"""From the start of the program to its first frame, the map from cache, and the ranked sites."""

import os
import statistics
import subprocess
import sys
import tempfile

from benchmarks.timing import milliseconds, table

RUNS = 5
PROBE = """
import time
start = time.perf_counter()
import os, sys
from PySide6.QtCore import QSettings
from siteselect.ui.app import furnish, make_app, make_frame
from siteselect.ui.settings import Settings
app = make_app(["siteselect"])
window = make_frame(Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
window.resize(1280, 800)
window.show()
app.processEvents()
first = time.perf_counter() - start
cached = window.centralWidget().outline is not None
furnish(window)

def wait(ready):
    while not ready():
        if time.perf_counter() - start > 60:
            raise RuntimeError("The window was not filled within a minute.")
        app.processEvents()
        time.sleep(0.002)  # as a waiting event loop would: the worker needs the interpreter
    return time.perf_counter() - start

filled = wait(lambda: window.furnished)
live = wait(lambda: window.map.picture.extent is not None)
ranked = wait(lambda: window.session.evaluation is not None and not window.tasks.running)
print(first, filled, live, ranked, int(cached))
window.session.history.setClean()
window.close()
"""
FLOOR = """
import time
start = time.perf_counter()
from PySide6.QtWidgets import QApplication
print(time.perf_counter() - start)
"""
NAMES = (
    "first window, its map painted from cache",
    "window filled",
    "map of the pack painted",
    "sites ranked, nothing left to do",
)


def main() -> None:
    """Print medians of whole processes, and the floor: importing Qt's widgets alone."""
    with tempfile.TemporaryDirectory() as folder:
        empty = told(PROBE, folder)  # writes bytecode and map, as the first start of all does
        if empty[-1]:
            raise RuntimeError("The first start found a map, though its cache was empty.")
        floors, starts = [], []
        for _ in range(RUNS):
            floors.append(told(FLOOR, folder)[0])
            starts.append(told(PROBE, folder))
    if not all(each[-1] for each in starts):
        raise RuntimeError("A later start found no map in its cache.")
    floor = statistics.median(floors)
    rows = [("from start to", "median", "times the floor", "very first start")]
    rows.append(("Qt's widgets imported (floor)", milliseconds(floor), "x1.0", ""))
    for name, times, before in zip(NAMES, zip(*starts, strict=True), empty, strict=False):
        median = statistics.median(times)
        rows.append((name, milliseconds(median), f"x{median / floor:.1f}", milliseconds(before)))
    table(f"Start, {RUNS} processes, warm files, offscreen", rows)


def told(code: str, folder: str) -> list[float]:
    """Return the figures that a fresh process prints; it keeps map and bytecode in `folder`."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SITESELECT_CACHE": folder}
    environment["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"  # as an installed program has it
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", code, f"{folder}/settings.ini"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return [float(word) for word in done.stdout.split()]


if __name__ == "__main__":
    main()
