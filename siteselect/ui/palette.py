"""What the search box offers beside sites and places: commands, languages, looks, sizes of text."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction

from siteselect.language import LANGUAGES, later, say
from siteselect.ui.comfort import Comfort, Dressed
from siteselect.ui.panels.search import Find, commands
from siteselect.ui.settings import TEXT_SIZES
from siteselect.ui.tongue import SYSTEM

LOOKS = {
    "light": later("Light"),
    "dark": later("Dark"),
    "contrast": later("High contrast"),
    "system": later("As the system"),
}


def palette(actions: Iterable[QAction], comfort: Comfort, window: Dressed) -> list[Find]:
    """Return all that can be done by its name."""
    tongues = {SYSTEM: say("As the system"), **LANGUAGES}
    return [
        *commands(actions),
        *(_choice(say("Look"), say(words), partial(window.set_theme, name))
          for name, words in LOOKS.items()),
        *(_choice(say("Language"), name, partial(_soon, partial(comfort.speak, code)))
          for code, name in tongues.items()),
        *(_choice(say("Text size"), f"{size} %", partial(comfort.enlarge, size))
          for size in TEXT_SIZES),
    ]  # fmt: skip


def _soon(act: partial[None]) -> None:
    """Act once the box in which it was chosen is done: a language makes that anew."""
    QTimer.singleShot(0, act)


def _choice(kind: str, words: str, go: partial[None]) -> Find:
    return Find(say("{kind}: {choice}", kind=kind, choice=words), "", "command", go)
