"""Three tools at the head of the map: the measuring tape, and two ways to pick many sites."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from siteselect.language import say
from siteselect.ui.map.button_card import ButtonCard
from siteselect.ui.theme import Theme

TAPE, RECTANGLE, LASSO = "tape", "rectangle", "lasso"


class HandTools(ButtonCard):
    """Offers tools; `taken` is emitted when a hand takes one or puts it away: name and state."""

    taken = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, across=True)
        for kind, title, keys in (
            (TAPE, say("Measure distance and area"), "M"),
            (RECTANGLE, say("Pick sites by a rectangle"), say("Shift and drag")),
            (LASSO, say("Pick sites by a lasso"), say("Ctrl, Shift and drag")),
        ):
            button = self.add(kind, title, keys)
            button.setCheckable(True)
            button.clicked.connect(lambda on, kind=kind: self.taken.emit(kind, on))
        self.apply_theme(theme)

    def keep_only(self, kind: str) -> None:
        """Offer one tool: the others do nothing on this map."""
        for each, button in self.buttons.items():
            button.setVisible(each == kind)
        self.adjustSize()

    def show_tool(self, in_hand: str) -> None:
        """Press the button of the tool in hand, none for an empty name; no signal follows."""
        for kind, button in self.buttons.items():
            button.setChecked(kind == in_hand)
