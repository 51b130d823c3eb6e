"""The program's own pictures: the real window on the shipped sample, light and dark."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
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
            _settle_once(window)
            for place, name in PLACES.items():
                window.workplaces.go(place)
                _settle_once(window)
                for width, height in SIZES:
                    window.resize(width, height)
                    window.map.home()
                    _rest()
                    _settle_once(window)
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


def _unsettled(window: MainWindow) -> list[str]:
    """Return what of the window is not yet as its study asks; nothing once it stands."""
    reckoner, found = window.workplaces.reckoner, window.finding.made
    settled = {
        "ranking": window.session.evaluation is not None,
        "conclusions": window.conclusions.settled,
        "money": reckoner is None or reckoner.settled,
        "charts": window.charts.settled,
        "map": window.map.settled,
        "search": found is None or not found.isVisible() or found.settled,
    }
    return [*window.tasks.running, *(part for part, stands in settled.items() if not stands)]


def _settle_once(window: MainWindow) -> None:
    missing: list[str] = []

    def stands() -> bool:
        missing[:] = _unsettled(window)
        return not missing

    _wait(stands, missing)


def _wait(ready: Callable[[], bool], missing: Sequence[str] = ()) -> None:
    until = time.monotonic() + PATIENCE_S
    loop = QEventLoop()
    while not ready():
        if time.monotonic() > until:
            raise ExportError(
                f"The window was not ready in time, still waiting for {', '.join(missing)}: "
                "run `siteselect doctor`."
            )
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def settle(window: MainWindow) -> None:
    """Wait until the window shows all that follows from its study."""
    _settle_once(window)
    _rest()
    _settle_once(window)


def _rest() -> None:
    until = time.monotonic() + _CALM_S
    _wait(lambda: time.monotonic() > until)
