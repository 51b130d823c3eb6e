"""The window opened once, as a person would see it, for the self-test: what it took and shows."""

import json
import sys
import tempfile
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QSettings
from PySide6.QtGui import QGuiApplication, QRawFont

from siteselect.errors import ExportError, SiteSelectError
from siteselect.language import say
from siteselect.resources import resource
from siteselect.ui.app import make_app, make_window
from siteselect.ui.main_window import MainWindow
from siteselect.ui.settings import Settings

FACES = (".otf", ".ttf", ".ttc")
_PATIENCE_S = 120.0


def main(arguments: list[str]) -> int:
    """Open the window, wait for its ranking, print what was found as one line of JSON."""
    make_app(["siteselect"])
    with tempfile.TemporaryDirectory() as places:
        settings = Settings(QSettings(f"{places}/settings.ini", QSettings.Format.IniFormat))
        window = make_window(settings)
        window.show()
        _until(lambda: _painted(window))
        shown = time.time()
        window.begin()
        _until(lambda: window.session.evaluation is not None)
        stands = time.time()
        if arguments and not window.grab().save(arguments[0]):
            raise ExportError(
                say("{path} cannot be written: choose another folder.", path=arguments[0])
            )
        told = {"shown": shown, "stands": stands, **_told(window)}
        window.close()
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


def lacking(words: str, faces: list[QRawFont]) -> str:
    """Return the letters of `words` that no face can draw, each once."""
    letters = sorted({letter for letter in words if letter.isprintable() and letter != " "})
    return "".join(
        letter
        for letter in letters
        if not any(face.supportsCharacter(ord(letter)) for face in faces)
    )


def shipped_faces() -> dict[str, QRawFont]:
    """Return every face that travels with the program, by file name.

    Raises
    ------
    SiteSelectError
        If one cannot be read.
    """
    found = {}
    for path in sorted(resource("fonts").iterdir()):
        if path.suffix in FACES:
            face = QRawFont(str(path), 12)
            if not face.isValid():
                raise SiteSelectError(
                    say("The font {path} cannot be read: install the program anew.", path=path)
                )
            found[path.name] = face
    return found


def _told(window: MainWindow) -> dict[str, object]:
    evaluation = window.session.evaluation
    faces = shipped_faces()
    words = [] if evaluation is None else list(evaluation.matrix.sites.names)
    return {
        "platform": QGuiApplication.platformName(),
        "families": sorted({face.familyName() for face in faces.values()}),
        "lacking": lacking("".join(words), list(faces.values())),
        "sites": len(words),
        "first": None if evaluation is None else evaluation.leader,
    }


def _painted(window: MainWindow) -> bool:
    handle = window.windowHandle()
    return handle is not None and handle.isExposed()


def _until(ready: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE_S
    loop = QEventLoop()
    while not ready():
        if time.monotonic() > until:
            raise SiteSelectError(say("The window was not ready in time: run `siteselect doctor`."))
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
