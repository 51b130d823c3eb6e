"""The card of overlays: a check box for each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QMenu, QWidget

from siteselect.language import say
from siteselect.ui.map.card import Card
from siteselect.ui.map.overlays import OVERLAYS
from siteselect.ui.theme import SPACE, Theme

LEAST = 24
"""Pixels that a finger needs."""


class LayersCard(Card):
    """Switches overlays; `switched` is emitted when a hand does, with key and state."""

    switched = Signal(str, bool)
    sought = Signal(str)
    """An overlay of which a hand wants to see the whole: its key."""
    own_switched = Signal(str, bool)
    """A layer of the user's: its name and state."""
    own_asked = Signal(str, object)
    """What can be done with a layer of the user's: its name, and where on the screen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(say("Layers"), theme, parent)
        self.boxes: dict[str, QCheckBox] = {}
        self.own: dict[str, QCheckBox] = {}
        grid = self._grid = QGridLayout(self.body)
        grid.setContentsMargins(SPACE[0], 0, 0, 0)
        grid.setHorizontalSpacing(SPACE[2])
        grid.setVerticalSpacing(0)
        half = -(-len(OVERLAYS) // 2)
        for place, overlay in enumerate(OVERLAYS):
            box = QCheckBox(say(overlay.title), self.body)
            box.clicked.connect(lambda on, key=overlay.key: self.switched.emit(key, on))
            box.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            box.customContextMenuRequested.connect(
                lambda at, box=box, key=overlay.key: self.menu_of(key).popup(box.mapToGlobal(at))
            )
            box.setMinimumHeight(LEAST)
            grid.addWidget(box, place % half, place // half)
            self.boxes[overlay.key] = box

    def menu_of(self, key: str) -> QMenu:
        """Return what can be done with an overlay, beside switching it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say("Zoom to it")).triggered.connect(lambda _=False: self.sought.emit(key))
        return menu

    def show_own(self, layers: Sequence[tuple[str, str, bool]]) -> None:
        """Show a box for each of the user's own layers: name, title, whether it is visible."""
        for box in self.own.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.own = {}
        for name, title, visible in layers:
            box = QCheckBox(title.replace("&", "&&"), self.body)
            box.setChecked(visible)
            box.clicked.connect(lambda on, name=name: self.own_switched.emit(name, on))
            box.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            box.customContextMenuRequested.connect(
                lambda at, box=box, name=name: self.own_asked.emit(name, box.mapToGlobal(at))
            )
            box.setMinimumHeight(LEAST)
            self._grid.addWidget(box, self._grid.rowCount(), 0, 1, 2)
            self.own[name] = box
            box.show()
        self.fit()

    def show_overlays(self, shown: frozenset[str]) -> None:
        """Check the boxes of visible overlays; no signal follows."""
        for key, box in self.boxes.items():
            box.setChecked(key in shown)
