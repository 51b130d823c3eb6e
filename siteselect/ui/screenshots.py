"""The program's own pictures: the real window on the shipped sample, light and dark."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings

from siteselect.errors import ExportError
from siteselect.ui.app import make_app, make_window
from siteselect.ui.main_window import MainWindow
from siteselect.ui.settings import Settings

SIZES = ((1280, 800), (1920, 1080))
LOOKS = ("light", "dark")
PLACES = {"compare": "window", "money": "money", "find": "find"}
"""Each place and how its pictures are called; the window opens on the first."""
CELL_KM = 5.0
"""Fine enough for a picture, and measured within seconds."""
PATIENCE_S = 120.0
_CALM_S = 0.6
"""What follows an evaluation later (names on the map, a glide) has come to rest by then."""


def write_screenshots(folder: Path) -> list[Path]:
    """Write a picture of the window for each look and size, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    app = make_app(["siteselect"])
    written = []
    with tempfile.TemporaryDirectory() as places:
        store = QSettings(f"{places}/settings.ini", QSettings.Format.IniFormat)
        for look in LOOKS:
            settings = Settings(store)
            settings.theme = look
            settings.forget_places()
            settings.workplace = next(iter(PLACES))
            window = make_window(settings)
            window.finding.cell_km = CELL_KM
            window.resize(*SIZES[0])
            window.show()
            window.begin()
            _wait(partial(_stands, window))
            for place, name in PLACES.items():
                window.workplaces.go(place)
                _wait(partial(_stands, window))
                for width, height in SIZES:
                    window.resize(width, height)
                    window.map.home()
                    _rest()
                    _wait(partial(_stands, window))
                    path = folder / f"{name}-{look}-{width}x{height}.png"
                    if not window.grab().save(str(path)):
                        raise ExportError(f"{path} cannot be written: choose another folder.")
                    written.append(path)
            window.session.history.setClean()
            window.close()
            window.deleteLater()
            app.processEvents()
    return written


def main(arguments: list[str]) -> int:
    """Write the pictures into the folder given, without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(arguments[0]) if arguments else Path("screenshots")
    for path in write_screenshots(folder):
        sys.stdout.write(f"{path}\n")
    return 0


def _stands(window: MainWindow) -> bool:
    reckoner = window.workplaces.reckoner
    settled = window.conclusions.settled and not window.tasks.running
    settled = settled and (reckoner is None or reckoner.settled) and window.charts.settled
    settled = settled and window.map.settled
    found = window.finding.made
    settled = settled and (found is None or not found.isVisible() or found.settled)
    return window.session.evaluation is not None and settled


def _wait(ready: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    loop = QEventLoop()
    while not ready():
        if time.monotonic() > until:
            raise ExportError("The window was not ready in time: run `siteselect doctor`.")
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def settle(window: MainWindow) -> None:
    """Wait until the window shows all that follows from its study."""
    _wait(partial(_stands, window))
    _rest()
    _wait(partial(_stands, window))


def _rest() -> None:
    until = time.monotonic() + _CALM_S
    _wait(lambda: time.monotonic() > until)
