"""In which notation the map tells where the pointer is: a choice that is remembered."""

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from siteselect.geo.notation import DECIMAL, DEGREES, MGRS, NOTATIONS, UTM
from siteselect.language import later, say
from siteselect.ui.map.picking_view import PickingView
from siteselect.ui.panels.position import PositionButton
from siteselect.ui.settings import Settings

TITLES = {
    DECIMAL: later("Decimal degrees"),
    DEGREES: later("Degrees, minutes, seconds"),
    UTM: "UTM",
    MGRS: "MGRS",
}


class NotationDesk:
    """Lets a person choose, at the position itself and in the menu of the window."""

    def __init__(self, settings: Settings, view: PickingView, position: PositionButton) -> None:
        self._settings, self._map, self._position = settings, view, position
        position.setMenu(self.menu(position))
        view.tell_in(self.chosen)

    @property
    def chosen(self) -> str:
        """The notation that holds."""
        notation = self._settings.notation
        return notation if notation in NOTATIONS else DECIMAL

    def choose(self, notation: str) -> None:
        """Tell places otherwise from now on, and remember it."""
        self._settings.notation = notation
        self._position.fit_anew()
        self._map.tell_in(notation)

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of notations; the one that holds is marked."""
        menu = QMenu(say("C&oordinates in"), parent)
        group = QActionGroup(menu)
        for notation, title in TITLES.items():
            entry = menu.addAction(say(title))
            entry.setCheckable(True)
            entry.setData(notation)
            group.addAction(entry)
            entry.triggered.connect(lambda _=False, notation=notation: self.choose(notation))

        def mark() -> None:
            for entry in menu.actions():
                entry.setChecked(entry.data() == self.chosen)

        menu.aboutToShow.connect(mark)
        return menu
