"""A column or a row of small buttons on the map, each with a drawing of its own."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QToolButton, QWidget

from siteselect.ui.map.card import card_style
from siteselect.ui.map.map_icons import icon_of
from siteselect.ui.theme import Theme

SIDE, DRAWING = 28, 16


class ButtonCard(QFrame):
    """Holds buttons by the names of their drawings."""

    def __init__(self, theme: Theme, parent: QWidget, *, across: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("mapCard")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.theme = theme
        self.buttons: dict[str, QToolButton] = {}
        ways = QBoxLayout.Direction
        self._line = QBoxLayout(ways.LeftToRight if across else ways.TopToBottom, self)
        self._line.setContentsMargins(2, 2, 2, 2)
        self._line.setSpacing(1)

    def add(self, kind: str, title: str, keys: str) -> QToolButton:
        """Add a button; what it does is told beside the pointer, with the keys that do it too."""
        button = QToolButton(self)
        button.setToolTip(f"{title} ({keys})")
        button.setAccessibleName(title)
        button.setFixedSize(SIDE, SIDE)
        button.setIconSize(QSize(DRAWING, DRAWING))
        self._line.addWidget(button)
        self.buttons[kind] = button
        return button

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = theme
        style = f"""
            #mapCard QToolButton {{ border: 1px solid transparent; border-radius: 6px;
                background: transparent; }}
            #mapCard QToolButton:hover {{ background: {theme.chip}; }}
            #mapCard QToolButton:focus {{ border: 1px solid {theme.accent}; }}
            #mapCard QToolButton:checked {{ background: {theme.accent}; }}
        """
        self.setStyleSheet(card_style(theme) + style)
        for kind, button in self.buttons.items():
            button.setIcon(icon_of(kind, theme, self.devicePixelRatioF()))
