"""The live frame: a weight moves; score, map, table, card and charts follow and are painted."""

import os
import statistics
import tempfile
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from benchmarks.timing import milliseconds, table
from siteselect.model.sites import Site
from siteselect.model.study import Study
from siteselect.project.file import sample_study
from siteselect.ui.app import make_app, make_window
from siteselect.ui.charts.choices import CHARTS
from siteselect.ui.main_window import MainWindow
from siteselect.ui.rubbish import Rubbish
from siteselect.ui.settings import Settings

COUNTS = (30, 1_000, 5_000)
EVERY_CHART = 200
"""So many sites are shown in every chart at once."""
FRAMES = 40
SIZE = (1920, 1080)


def main() -> None:
    """Print frames (score, map, list, card, a chart in its turn), and until all charts follow."""
    app = make_app(["siteselect"])
    rows = [("sites", "criteria", "frame", "9 of 10", "own thread", "charts", "and all", "scoring")]
    with tempfile.TemporaryDirectory() as places:
        store = QSettings(f"{places}/settings.ini", QSettings.Format.IniFormat)
        for count, every in (*((count, False) for count in COUNTS), (EVERY_CHART, True)):
            window = make_window(Settings(store))
            Rubbish(window.session)
            window.resize(*SIZE)
            window.show()
            if every:
                window.charts.choose([choice.key for choice in CHARTS])
            rows.append(measure(window, scattered(count), app))
            window.session.history.setClean()
            window.close()
            window.deleteLater()
    table(f"Live frame at {SIZE[0]}x{SIZE[1]}, software rendering", rows)


def scattered(count: int) -> Study:
    """Return the sample with so many sites scattered over northern Kazakhstan."""
    generator = np.random.default_rng(5)
    points = generator.uniform((60.0, 47.0), (78.0, 53.0), (count, 2))
    sites = tuple(
        Site(f"Place {row:04}", "KZ", float(lon), float(lat))
        for row, (lon, lat) in enumerate(points)
    )
    return replace(sample_study(), candidates=sites)


def measure(window: MainWindow, study: Study, app: QApplication) -> tuple[str, ...]:
    """Return a row: drag the first weight through its range and time every frame.

    Then rest after each step until every chart shows it: each has a turn of its own.
    """
    session = window.session
    session.open(study)
    while session.evaluation is None or window.tasks.running:
        app.processEvents()
    settle(app)
    key = study.scenario.criteria[0].key
    whole, thread, scoring, charts = [], [], [], []

    def move(weight: float) -> None:
        session.edit(session.study.with_weight(key, weight), "Weight", gesture=1)
        session._frame.stop()  # noqa: SLF001 - the frame's work without its waiting
        session._publish()  # noqa: SLF001
        app.processEvents()

    for weight in np.linspace(5, 60, FRAMES).tolist():
        start, own = time.perf_counter(), time.thread_time()
        move(weight)
        whole.append(time.perf_counter() - start)
        thread.append(time.thread_time() - own)  # other programs share the machine
        scoring.append(session.scored_ms / 1000)
    for weight in np.linspace(60, 5, FRAMES // 2).tolist():
        start = time.perf_counter()
        move(weight)
        while not window.charts.settled:
            app.processEvents()
        app.processEvents()
        charts.append(time.perf_counter() - start)
    return (
        f"{len(study.candidates):,}",
        f"{len(study.scenario.criteria)}",
        milliseconds(statistics.median(whole)),
        milliseconds(sorted(whole)[int(len(whole) * 0.9)]),
        milliseconds(statistics.median(thread)),
        f"{len(window.charts.cards)}",
        milliseconds(statistics.median(charts)),
        milliseconds(statistics.median(scoring)),
    )


def settle(app: QApplication, seconds: float = 1.0) -> None:
    """Let everything that follows a new study come to rest."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents()


if __name__ == "__main__":
    main()
