"""Three buttons at the map's edge: closer, farther, home."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from siteselect.language import say
from siteselect.ui.map.card import card_style
from siteselect.ui.theme import Theme

SIDE = 28


class ZoomButtons(QFrame):
    """Asks for `closer`, `farther` or `home`, each emitted when its button is pressed."""

    closer = Signal()
    farther = Signal()
    home = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mapCard")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(1)
        self.buttons = {
            "closer": self._button(say("Zoom in"), "+", self.closer),
            "farther": self._button(say("Zoom out"), "-", self.farther),
            "home": self._button(say("Show the whole region"), "Home", self.home),
        }
        for button in self.buttons.values():
            column.addWidget(button)
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        style = f"""
            #mapCard QToolButton {{ border: none; border-radius: 6px; background: transparent; }}
            #mapCard QToolButton:hover {{ background: {theme.chip}; }}
            #mapCard QToolButton:focus {{ border: 1px solid {theme.accent}; }}
        """
        self.setStyleSheet(card_style(theme) + style)
        for kind, button in self.buttons.items():
            button.setIcon(_icon(kind, theme, self.devicePixelRatioF()))

    def _button(self, title: str, key: str, signal: object) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(f"{title} ({key})")
        button.setAccessibleName(title)
        button.setFixedSize(SIDE, SIDE)
        button.setIconSize(QSize(16, 16))
        button.setAutoRepeat(key != "Home")
        button.clicked.connect(signal)
        return button


def _icon(kind: str, theme: Theme, ratio: float) -> QIcon:
    pixmap = QPixmap(round(16 * ratio), round(16 * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(theme.text), 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if kind == "home":
        roof = [QPointF(2, 8.2), QPointF(8, 2.6), QPointF(14, 8.2)]
        walls = [QPointF(4, 7.5), QPointF(4, 13.5), QPointF(12, 13.5), QPointF(12, 7.5)]
        painter.drawPolyline(QPolygonF(roof))
        painter.drawPolyline(QPolygonF(walls))
    else:
        painter.drawLine(QPointF(3, 8), QPointF(13, 8))
        if kind == "closer":
            painter.drawLine(QPointF(8, 3), QPointF(8, 13))
    painter.end()
    return QIcon(pixmap)
