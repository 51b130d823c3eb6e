"""How a person reads the window: language, look, size of the words, motion; each is remembered."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from siteselect.language import LANGUAGES, say
from siteselect.ui import renewal, tongue
from siteselect.ui.messages import Messages
from siteselect.ui.restart import start_again
from siteselect.ui.settings import TEXT_SIZES, Settings
from siteselect.ui.widgets.motion import let_move

SIZE = "text size"
"""The key of the line that offers to start again."""


class Dressed(renewal.Renewable, Protocol):
    """The window, as what can be dressed and renewed."""

    def set_theme(self, name: str) -> None:
        """Put on a look."""

    def close(self) -> bool:
        """Leave, when the person agrees."""


class Comfort(QObject):
    """Menus and commands of language, look, size and motion."""

    def __init__(self, settings: Settings, messages: Messages, window: Dressed) -> None:
        super().__init__(window if isinstance(window, QObject) else None)
        self._settings, self._messages, self._window = settings, messages, window
        self._worn = settings.text_size
        """The size that this start was drawn in."""
        let_move(settings.motion)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def wishes(self) -> Mapping[str, Callable[[], object]]:
        """Return what the commands do."""
        return {
            "system_theme": lambda: self._window.set_theme("system"),
            "high_contrast": self._switch_contrast,
            "less_motion": self._switch_motion,
        }

    def mark(self, actions: Mapping[str, QAction]) -> None:
        """Tick the commands that hold."""
        actions["system_theme"].setChecked(self._settings.theme == "system")
        actions["high_contrast"].setChecked(self._settings.theme == "contrast")
        actions["less_motion"].setChecked(not self._settings.motion)

    def languages(self, parent: QWidget) -> QMenu:
        """Return the menu of languages, each in its own words."""
        menu = QMenu(say("&Language"), parent)
        chosen = self._settings.language
        group = QActionGroup(menu)
        _offer(menu, group, say("As the system"), chosen == tongue.SYSTEM,
               partial(self.speak, tongue.SYSTEM))  # fmt: skip
        menu.addSeparator()
        for code, name in LANGUAGES.items():
            _offer(menu, group, name, chosen == code, partial(self.speak, code))
        return menu

    def sizes(self, parent: QWidget) -> QMenu:
        """Return the menu of sizes of the words and of what holds them."""
        menu = QMenu(say("Te&xt size"), parent)
        group = QActionGroup(menu)
        for size in TEXT_SIZES:
            held = size == self._settings.text_size
            _offer(menu, group, f"{size} %", held, partial(self.enlarge, size))
        return menu

    def speak(self, code: str) -> None:
        """Speak a language from now on; what was done, picked and looked at stays."""
        self._settings.language = code
        tongue.put_on(tongue.chosen_language(code))
        renewal.renew(self._window)

    def enlarge(self, per_cent: int) -> None:
        """Let words be so large from the next start on, which may be now.

        Qt hears how large it is to draw before its first window only, so the window is closed and
        another opens in its place.
        """
        states = self._window.documents.states
        self._settings.text_size = per_cent
        if per_cent == self._worn:
            states.clear(SIZE)
            return
        states.tell(
            SIZE,
            say("Words are {size} % of their plain size after the next start.", size=per_cent),
            (
                (say("Start again now"), partial(start_again, self._window)),
                (say("Later"), partial(states.clear, SIZE)),
            ),
        )

    def _switch_contrast(self) -> None:
        high = self._settings.theme == "contrast"
        self._window.set_theme("system" if high else "contrast")

    def _switch_motion(self) -> None:
        self._settings.motion = not self._settings.motion
        let_move(self._settings.motion)

    def _system_changed(self, scheme: object) -> None:
        del scheme
        if self._settings.theme == "system":
            self._window.set_theme("system")


def _offer(
    menu: QMenu, group: QActionGroup, words: str, chosen: bool, do: Callable[[], object]
) -> None:
    entry = menu.addAction(words)
    entry.setCheckable(True)
    entry.setChecked(chosen)
    entry.triggered.connect(lambda _=False: do())
    group.addAction(entry)
