"""When the welcome and the tour are shown, over which window, and that they were seen."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from siteselect.language import language
from siteselect.ui.comfort import Comfort
from siteselect.ui.documents import Documents
from siteselect.ui.map.map_view import MapView
from siteselect.ui.panels.top_bar import TopBar
from siteselect.ui.places import Places
from siteselect.ui.settings import Settings
from siteselect.ui.theme import Theme
from siteselect.ui.welcome.card import NEW, OPEN, SAMPLE, TOUR, WelcomeCard
from siteselect.ui.welcome.tour import Tour
from siteselect.ui.welcome.veil import Veil
from siteselect.ui.workplaces import COMPARE, Workplaces

WELCOME = "welcome"


class Welcoming(Protocol):
    """The window, as what is shown to a newcomer."""

    settings: Settings
    theme: Theme
    comfort: Comfort
    documents: Documents
    workplaces: Workplaces
    places: Places
    map: MapView
    top: TopBar
    actions_by_key: dict[str, QAction]


class WelcomeDoor(QObject):
    """Opens and closes the veil; lives as long as the window, whatever language it speaks."""

    def __init__(self, window: Welcoming, over: QWidget) -> None:
        super().__init__(over)
        self._window, self._over = window, over
        self.veil: Veil | None = None
        self.tour: Tour | None = None
        self._brought: set[str] = set()
        """Parts that were hidden, and are shown for the tour."""

    def wishes(self) -> Mapping[str, Callable[[], object]]:
        """Return what the commands do."""
        return {"welcome": self.greet, "tour": self.lead}

    def greet_newcomer(self) -> None:
        """Greet a person who has opened nothing yet."""
        settings = self._window.settings
        if WELCOME not in settings.seen and not settings.recent:
            self.greet()

    def greet(self) -> None:
        """Show the welcome over the window."""
        ways: dict[str, Callable[[], object]] = {
            SAMPLE: self._to_sample,
            TOUR: self.lead,
            NEW: lambda: self._leave_for("new"),
            OPEN: lambda: self._leave_for("open"),
        }
        behind = self._window.documents.on_sample
        card = WelcomeCard(ways, language(), self._speak, behind=behind)
        self._lay().show_card(card)
        card.buttons[SAMPLE].setFocus()

    def lead(self, place: int = 0) -> None:
        """Begin the tour, in the place where the sites are compared."""
        self._see(WELCOME)
        self._window.workplaces.go(COMPARE)
        self.tour = Tour(self._lay(), self._bring)
        self.tour.ended.connect(self._end_tour)
        self.tour.go(place)

    def leave(self) -> None:
        """Take the veil away; what was on it has been seen."""
        if self.veil is None:
            return
        veil, self.veil, self.tour = self.veil, None, None
        veil.hide()
        veil.deleteLater()
        self._see(WELCOME)
        for name in self._brought:
            self._window.places.show_place(name, shown=False)
        self._brought.clear()
        self._window.map.setFocus()

    def renewed(self) -> None:
        """Show again, in other words, what lies over a window that was made anew."""
        if self.veil is None:
            return
        place = self.tour.place if self.tour is not None else None
        self.veil.hide()
        self.veil.deleteLater()
        self.veil = None
        if place is None:
            self.greet()
        else:
            self.lead(place)

    def _lay(self) -> Veil:
        if self.veil is not None:
            self.veil.hide()
            self.veil.deleteLater()
        self.veil = Veil(lambda: self._window.theme, self._over)
        self.veil.left.connect(self.leave)
        return self.veil

    def _bring(self, part: str) -> QWidget | None:
        """Bring a part in sight, even one that was hidden; it leaves again after the tour."""
        window = self._window
        if part == "export":
            return window.top.export_button
        if part == "map":
            return window.map
        if not window.places.shows(part):
            self._brought.add(part)
            window.places.show_place(part, shown=True)
        return window.places.parts[part]

    def _end_tour(self) -> None:
        self._see(TOUR)
        self.leave()

    def _to_sample(self) -> None:
        self.leave()
        if not self._window.documents.on_sample:
            self._window.actions_by_key["sample"].trigger()

    def _leave_for(self, command: str) -> None:
        self.leave()
        self._window.actions_by_key[command].trigger()

    def _speak(self, code: str) -> None:
        """Change the language when the list that was chosen from is no longer at work."""
        QTimer.singleShot(0, self, lambda: self._window.comfort.speak(code))

    def _see(self, name: str) -> None:
        self._window.settings.seen = self._window.settings.seen | {name}
