"""From the start of the program to its first frame, and to the first painted map."""

import os
import statistics
import subprocess
import sys

from benchmarks.timing import milliseconds, table

RUNS = 5
PROBE = """
import time
start = time.perf_counter()
import os, tempfile
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtCore import QSettings
from siteselect.ui.app import make_app, make_window
from siteselect.ui.settings import Settings
app = make_app(["siteselect"])
folder = tempfile.mkdtemp()
window = make_window(Settings(QSettings(folder + "/s.ini", QSettings.Format.IniFormat)))
window.resize(1280, 800)
window.show()
app.processEvents()
first = time.perf_counter() - start
window.begin()
while window.session.evaluation is None or window.tasks.running:
    app.processEvents()
    time.sleep(0.002)  # as a waiting event loop would: the worker needs the interpreter
app.processEvents()
print(first, time.perf_counter() - start)
window.session.history.setClean()
window.close()
"""
FLOOR = """
import time
start = time.perf_counter()
from PySide6.QtWidgets import QApplication
print(time.perf_counter() - start)
"""


def main() -> None:
    """Print medians of whole processes, and the floor: importing Qt's widgets alone."""
    floors, firsts, maps = [], [], []
    for _ in range(RUNS):
        floors.append(told(FLOOR)[0])
        first, painted = told(PROBE)
        firsts.append(first)
        maps.append(painted)
    floor = statistics.median(floors)
    rows = [("from start to", "median", "times the floor")]
    for name, times in (
        ("Qt's widgets imported (floor)", floors),
        ("first window", firsts),
        ("first painted map, sites ranked", maps),
    ):
        median = statistics.median(times)
        rows.append((name, milliseconds(median), f"x{median / floor:.1f}"))
    table(f"Start, {RUNS} processes, warm files, offscreen", rows)


def told(code: str) -> list[float]:
    """Return the figures that a fresh process prints."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    return [float(word) for word in done.stdout.split()]


if __name__ == "__main__":
    main()
