"""Three buttons at the map's edge: closer, farther, home."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from siteselect.language import say
from siteselect.ui.map.button_card import ButtonCard
from siteselect.ui.theme import Theme


class ZoomButtons(ButtonCard):
    """Asks for `closer`, `farther` or `home`, each emitted when its button is pressed."""

    closer = Signal()
    farther = Signal()
    home = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        for kind, title, keys, signal in (
            ("closer", say("Zoom in"), "+", self.closer),
            ("farther", say("Zoom out"), "-", self.farther),
            ("home", say("Show the whole region"), "Home", self.home),
        ):
            button = self.add(kind, title, keys)
            button.setAutoRepeat(kind != "home")
            button.clicked.connect(signal)
        self.apply_theme(theme)
