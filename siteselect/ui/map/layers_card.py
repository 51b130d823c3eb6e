"""The card of overlays: a check box for each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from siteselect.ui.map.card import Card
from siteselect.ui.map.overlays import OVERLAYS
from siteselect.ui.theme import SPACE, Theme


class LayersCard(Card):
    """Switches overlays; `switched` is emitted when a hand does, with key and state."""

    switched = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("Layers", theme, parent)
        self.boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self.body)
        column.setContentsMargins(SPACE[0], 0, 0, 0)
        column.setSpacing(5)
        for overlay in OVERLAYS:
            box = QCheckBox(overlay.title, self.body)
            box.clicked.connect(lambda on, key=overlay.key: self.switched.emit(key, on))
            column.addWidget(box)
            self.boxes[overlay.key] = box

    def show_overlays(self, shown: frozenset[str]) -> None:
        """Check the boxes of visible overlays; no signal follows."""
        for key, box in self.boxes.items():
            box.setChecked(key in shown)
