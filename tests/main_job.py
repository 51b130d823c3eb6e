"""The main job in a process of its own, behind a wall: open, weigh, hand over in all forms, close.

Prints a line of JSON: what knocked at the network, whether the kernel watched, what was written.
"""

import json
import sys
import time
from pathlib import Path

from tests.wall import build

TOLD, WATCHED = build() if __name__ == "__main__" else ([], False)
"""The wall stays up as long as the process: who only reads this module must not be walled in."""

from PySide6.QtCore import QEventLoop, QSettings, Qt  # noqa: E402 - behind the wall
from PySide6.QtTest import QTest  # noqa: E402

from siteselect.ui.app import furnish, make_app, make_frame  # noqa: E402
from siteselect.ui.print.wish import forms  # noqa: E402
from siteselect.ui.settings import Settings  # noqa: E402

PATIENCE_S = 240.0


def main(folder: Path) -> dict[str, object]:
    """Do the job in `folder`; return what is told."""
    make_app(["siteselect"])
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    window = make_frame(settings)
    window.show()
    furnish(window)
    until(lambda: window.furnished and window.session.evaluation and not window.tasks.running)
    window.welcome.leave()
    before = window.session.evaluation
    slider = next(iter(window.criteria.rows.values())).slider
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    until(lambda: window.session.evaluation is not before and not window.tasks.running)
    paths = {key: folder / f"list-{key}{each.suffix}" for key, each in forms().items()}
    for key, path in paths.items():
        window.hand_over.write(key, path)
        until(lambda path=path: path.is_file() and not window.tasks.running)
    moved = window.session.evaluation is not before
    window.session.history.setClean()
    window.close()
    return {
        "told": TOLD,
        "watched": WATCHED,
        "moved": moved,
        "written": sorted(key for key, path in paths.items() if path.stat().st_size > 100),
    }


def until(ready) -> None:
    """Let the window live until something holds."""
    end, loop = time.monotonic() + PATIENCE_S, QEventLoop()
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError("The main job did not get on")
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    if sys.argv[1] == "--attempt":
        import socket

        socket.getaddrinfo("example.invalid", 443)
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))) + "\n")
