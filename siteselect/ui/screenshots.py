"""The program's own pictures: the real window on the shipped sample, in every language and look."""

import os
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from siteselect.errors import ExportError
from siteselect.language import ENGLISH, LANGUAGES
from siteselect.ui.app import make_app, make_window
from siteselect.ui.contact_sheet import write_sheet
from siteselect.ui.main_window import MainWindow
from siteselect.ui.settings import Settings
from siteselect.ui.theme import THEMES
from siteselect.ui.tongue import put_on
from siteselect.ui.workplaces import COMPARE, WORKPLACES

PRESENT, EXPORT, WELCOME = "present", "export", "welcome"
VIEWS = (*WORKPLACES, PRESENT, EXPORT, WELCOME)
CELL_KM = 5.0
"""Fine enough for a picture, and measured within seconds."""
PATIENCE_S = 120.0
_CALM_S = 0.6
"""What follows an evaluation later (names on the map, a glide) has come to rest by then."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pictures are to be written."""

    languages: tuple[str, ...] = tuple(LANGUAGES)
    looks: tuple[str, ...] = tuple(THEMES)
    views: tuple[str, ...] = VIEWS
    sizes: tuple[tuple[int, int], ...] = ((1280, 800),)
    sheet: bool = False


def write_screenshots(folder: Path, wanted: Wanted) -> list[Path]:
    """Write FOLDER/LANGUAGE/LOOK/VIEW-WIDTHxHEIGHT.png for all that is wanted; return the paths."""
    app = make_app(["siteselect"])
    written: list[Path] = []
    for code in wanted.languages:
        put_on(code)
        with tempfile.TemporaryDirectory() as places:
            settings = Settings(QSettings(f"{places}/settings.ini", QSettings.Format.IniFormat))
            settings.language, settings.theme = code, wanted.looks[0]
            settings.workplace, settings.motion = COMPARE, False
            window = make_window(settings)
            window.finding.cell_km = CELL_KM
            window.resize(*wanted.sizes[0])
            window.show()
            window.begin()
            _settle_once(window)
            for look in wanted.looks:
                window.set_theme(look)
                for view in wanted.views:
                    written += _written(window, view, wanted.sizes, folder / code / look)
            window.session.history.setClean()
            window.close()
            window.deleteLater()
            app.processEvents()
    put_on(ENGLISH)
    if wanted.sheet:
        written += [write_sheet(folder / f"sheet-{look}.png", [
            [each for each in written if each.parts[-3:-1] == (code, look)]
            for code in wanted.languages
        ]) for look in wanted.looks]  # fmt: skip
    return written


def main(arguments: list[str]) -> int:
    """Write the pictures into the folder given, without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = ArgumentParser("siteselect screenshots", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("screenshots"))
    for option, offered in (("languages", LANGUAGES), ("looks", THEMES), ("views", VIEWS)):
        parser.add_argument(f"--{option}", nargs="+", choices=list(offered), default=list(offered))
    parser.add_argument("--sizes", nargs="+", type=_size, default=[(1280, 800)])
    parser.add_argument("--sheet", action="store_true", help="all pictures of a look on one sheet")
    told = parser.parse_args(arguments)
    languages, looks, views, sizes = map(
        tuple, (told.languages, told.looks, told.views, told.sizes)
    )
    for path in write_screenshots(
        told.folder, Wanted(languages, looks, views, sizes, sheet=told.sheet)
    ):
        sys.stdout.write(f"{path}\n")
    return 0


def _size(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)


def _written(
    window: MainWindow, view: str, sizes: Sequence[tuple[int, int]], folder: Path
) -> list[Path]:
    """Return the pictures of one view of a window, written in each size."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    window.workplaces.go(view if view in WORKPLACES else COMPARE)
    for width, height in sizes:
        window.resize(width, height)
        settle(window)
        window.map.home()
        settle(window)
        path = folder / f"{view}-{width}x{height}.png"
        if not _picture(window, view).save(str(path)):
            raise ExportError(f"{path} cannot be written: choose another folder.")
        paths.append(path)
    return paths


def _picture(window: MainWindow, view: str) -> QPixmap:
    if view == EXPORT:
        return _of_dialog(window)
    if view == WELCOME:
        window.welcome.greet()
        _rest()
        taken = window.grab()
        window.welcome.leave()
        return taken
    if view == PRESENT:
        with _presented(window) as stage:
            return stage.grab()
    return window.grab()


def _of_dialog(window: MainWindow) -> QPixmap:
    """Return the dialog of the exports as it opens, and close it."""
    taken: list[QPixmap] = []

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            taken.append(dialog.grab())
            dialog.close()

    QTimer.singleShot(int(1000 * _CALM_S), take)
    window.actions_by_key[EXPORT].trigger()
    if not taken:
        raise ExportError("The dialog of the exports did not open: run `siteselect doctor`.")
    return taken[0]


@contextmanager
def _presented(window: MainWindow) -> Iterator[QWidget]:
    """Present the first scene on a stage as large as the window, and leave it again."""
    desk = window.scenes.desk
    desk.present(0)
    presenter = desk.presenter
    if presenter is None:
        raise ExportError("The presentation did not begin: run `siteselect doctor`.")
    presenter.audience.showNormal()
    presenter.audience.resize(window.size())
    _settle_once(window)
    for _ in range(3):  # the map of the scene, its names, its chart
        _rest()
    try:
        yield presenter.audience
    finally:
        presenter.leave()
        settle(window)


def _unsettled(window: MainWindow) -> list[str]:
    """Return what of the window is not yet as its study asks; nothing once it stands."""
    reckoner, found = window.workplaces.reckoner, window.finding.made
    settled = {
        "ranking": window.session.evaluation is not None,
        "conclusions": window.conclusions.settled,
        "money": reckoner is None or reckoner.settled,
        "charts": window.charts.settled,
        "map": window.map.settled or not window.map.isVisible(),
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
