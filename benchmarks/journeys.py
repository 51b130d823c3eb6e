"""Journeys of a hand over the whole window: how long the event loop is ever kept from its work."""

import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QSettings, QSocketNotifier
from PySide6.QtWidgets import QApplication

from benchmarks.frame import SIZE, scattered, settle
from benchmarks.timing import milliseconds, table
from siteselect.ui.app import make_app, make_window
from siteselect.ui.main_window import MainWindow
from siteselect.ui.rubbish import Rubbish
from siteselect.ui.settings import Settings

FRAME_S = 0.016
SITES = 30
LONGEST_MS = 50.0
"""What no turn of the loop should take."""


class Watchdog:
    """Stands in the event loop as a hand does, where it is asked at each turn.

    What the window system sends comes through a socket; the dispatcher looks at its sockets once
    a turn, between the posted events (all painting) and the timers. Here a pipe stands for it
    that always has something to tell.
    """

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.own: list[float] = []
        """Of each gap what this thread worked: other programs share the machine."""
        self._last = self._own = 0.0
        self._ends = os.pipe()
        os.write(self._ends[1], b"?")
        self._bell = QSocketNotifier(self._ends[0], QSocketNotifier.Type.Read)
        self._bell.setEnabled(False)
        self._bell.activated.connect(self._turn)

    def watch(self, app: QApplication, work: Callable[[int], object], steps: int) -> None:
        """Do the steps of a journey, each in its frame, and take the time between turns."""
        self.gaps, self.own = [], []
        self._last, self._own = time.perf_counter(), time.thread_time()
        self._bell.setEnabled(True)
        for step in range(steps):
            work(step)
            until = time.perf_counter() + FRAME_S
            while time.perf_counter() < until:
                app.processEvents()
                time.sleep(0.0005)  # as a loop that waits: other threads get the interpreter
        self._bell.setEnabled(False)

    def close(self) -> None:
        """Let go of the pipe."""
        for end in self._ends:
            os.close(end)

    def _turn(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self.gaps.append(now - self._last)
        self.own.append(own - self._own)
        self._last, self._own = now, own


def main() -> None:
    """Print the longest gap of each journey, and how many were longer than allowed."""
    app = make_app(["siteselect"])
    late = f"> {LONGEST_MS:.0f} ms"
    rows = [("journey", "steps", "99 of 100", "longest", late, "own thread, longest", late)]
    with tempfile.TemporaryDirectory() as places:
        store = QSettings(f"{places}/settings.ini", QSettings.Format.IniFormat)
        window = make_window(Settings(store))
        Rubbish(window.session)
        window.resize(*SIZE)
        window.show()
        window.session.open(scattered(SITES))
        while window.session.evaluation is None or window.tasks.running:
            app.processEvents()
            time.sleep(0.002)
        settle(app, 2.0)
        for name, (work, steps) in journeys(window).items():
            dog = Watchdog()
            dog.watch(app, work, steps)
            gaps = sorted(dog.gaps)
            rows.append(
                (
                    name,
                    str(steps),
                    milliseconds(gaps[int(len(gaps) * 0.99)]),
                    milliseconds(gaps[-1]),
                    str(sum(gap * 1000 > LONGEST_MS for gap in gaps)),
                    milliseconds(max(dog.own)),
                    str(sum(gap * 1000 > LONGEST_MS for gap in dog.own)),
                )
            )
            settle(app, 1.0)
        window.session.history.setClean()
        window.close()
    table(f"Gaps of the event loop at {SIZE[0]}x{SIZE[1]}, {SITES} sites, whole window", rows)


def journeys(window: MainWindow) -> dict[str, tuple[Callable[[int], object], int]]:
    """Return what a hand does, step by step, by name."""
    study = window.session.study
    key = study.scenario.criteria[0].key
    first = study.context.as_of
    view = window.map

    def weigh(step: int) -> None:
        session = window.session
        session.edit(session.study.with_weight(key, 5.0 + step % 50), "Weight", gesture=1)

    def turn_day(step: int) -> None:
        session = window.session
        day = first + timedelta(days=7 * step)
        context = replace(session.study.context, as_of=day)
        session.edit(replace(session.study, context=context), "Day", gesture=2)

    def zoom(step: int) -> None:
        if step % 12 == 0:
            view.zoom(0.8 if step % 24 == 0 else -0.8, QPointF(700.0, 300.0))

    return {
        "pan": (lambda step: view.pan(9 if step < 60 else -9, 3), 120),
        "zoom": (zoom, 120),
        "weight": (weigh, 90),
        "day": (turn_day, 90),
        "selection": (partial(_select, window), 60),
        "resize": (lambda step: window.resize(SIZE[0] - 6 * (step % 30), SIZE[1]), 45),
    }


def _select(window: MainWindow, step: int) -> None:
    evaluation = window.session.evaluation
    if evaluation is not None:
        names = evaluation.matrix.sites.names
        window.session.select(frozenset({names[step // 4 % len(names)]}))


if __name__ == "__main__":
    main()
