"""Count what a reader misses, in every language and look: `make reading`.

Opens the real window on the sample, turns it to each language and each place, and prints a line a
count: unfinished strings, missing glyphs, cut words, nameless controls, commands out of reach,
colours too close, words that no catalogue was asked for. Returns 1 when any count is not zero.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, "packaging")  # where the words are gathered and compiled

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSettings
from PySide6.QtWidgets import QMenu
from words import all_faults, gather

from siteselect.language import LANGUAGES, bare
from siteselect.pseudo import PSEUDO
from siteselect.ui.app import make_app, make_window
from siteselect.ui.first_window import shipped_faces
from siteselect.ui.main_window import MainWindow
from siteselect.ui.panels.search import commands
from siteselect.ui.screenshots import settle
from siteselect.ui.settings import Settings
from siteselect.ui.theme import THEMES
from siteselect.ui.workplaces import WORKPLACES
from tests.ui.overhearing import data_of, overhearing, texts_of
from tests.ui.reading import catalogue_texts, clipped, pale, unnamed, unreachable, without_glyph

PATIENCE_S = 120.0


def main() -> int:
    """Print the counts; what is counted follows each, the first dozen."""
    found = counted()
    for title, faults in found.items():
        sys.stdout.write(f"{len(faults):5d}  {title}\n")
        for each in faults[:12]:
            sys.stdout.write(f"         {each}\n")
    return 1 if any(found.values()) else 0


def counted() -> dict[str, list[str]]:
    """Return what is amiss, by kind."""
    make_app(["siteselect"])
    lacking = without_glyph(catalogue_texts(), list(shipped_faces().values()))
    found: dict[str, list[str]] = {
        "unfinished strings": list(all_faults(gather())),
        "missing glyphs": [f"{letter!r} of {text!r}" for letter, text in lacking.items()],
        "contrast failures": [each for theme in THEMES.values() for each in pale(theme)],
        "clipped words": [],
        "unnamed controls": [],
        "commands out of reach": [],
        "words never given to a catalogue": [],
    }
    with tempfile.TemporaryDirectory() as places:
        store = QSettings(f"{places}/settings.ini", QSettings.Format.IniFormat)
        window = make_window(Settings(store))
        window.finding.cell_km = 20.0
        window.resize(1280, 800)
        window.show()
        window.begin()
        for code in (*LANGUAGES, PSEUDO):
            with overhearing() as heard:
                window.comfort.speak(code)
                _until(lambda: window.session.evaluation is not None)
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
                if code == PSEUDO:
                    found["words never given to a catalogue"] = _unspoken(window, heard)
            for place in WORKPLACES:
                window.workplaces.go(place)
                settle(window)
                where = f"{code} {place}: "
                found["clipped words"] += [where + each for each in clipped(window)]
                found["unnamed controls"] += [where + each for each in unnamed(window)]
            found["commands out of reach"] += _out_of_reach(window)
        window.session.history.setClean()
        window.close()
    return found


def _unspoken(window: MainWindow, heard: set[str]) -> list[str]:
    """Return the texts in sight, or painted, with words that are neither data nor told."""
    ground = window.session.ground
    data = data_of(ground.pack, window.session.study)
    told = {}
    for place in WORKPLACES:
        window.workplaces.go(place)
        settle(window)
        window.grab()
        told |= {text: f"{place} {owner}" for text, owner in texts_of(window)}
    told |= dict.fromkeys(heard, "painted")
    return [
        f"{' '.join(words)!r} in {text[:80]!r} ({where})"
        for text, where in told.items()
        if (words := data.unspoken(text))
    ]


def _out_of_reach(window: MainWindow) -> list[str]:
    actions = window.actions_by_key
    told = [(key, bare(action.text())) for key, action in actions.items()]
    listed = {each.title for each in commands(actions.values())}
    return unreachable(told, _keys(window.top.menu_button.menu()), listed)


def _keys(menu: QMenu) -> set[str]:
    found = set()
    for each in menu.actions():
        found.add(each.objectName())
        below = each.menu()
        if isinstance(below, QMenu):
            found |= _keys(below)
    return found


def _until(ready: Callable[[], bool]) -> None:
    until, loop = time.monotonic() + PATIENCE_S, QEventLoop()
    while not ready() and time.monotonic() < until:
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    sys.exit(main())
