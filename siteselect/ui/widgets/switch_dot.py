"""A dot that switches a row on and off; its colour is the group's, as in the bars."""

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget


class SwitchDot(QAbstractButton):
    """Filled when on, a ring when off.

    `edited` is emitted with the new state when a person switches.
    """

    edited = Signal(bool)

    def __init__(self, name: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._colour = colour
        self.toggled.connect(self._switched)

    def show_state(self, on: bool, colour: str = "") -> None:
        """Show on or off; no signal follows."""
        if on == self.isChecked() and colour in {"", self._colour}:
            return
        with QSignalBlocker(self):
            self.setChecked(on)
        self._colour = colour or self._colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a finger."""
        return QSize(24, 24)

    def minimumSizeHint(self) -> QSize:
        """Return room for the dot and its focus ring."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        palette = self.palette()
        if self.hasFocus() or self.underMouse():
            halo = palette.highlight().color()
            halo.setAlphaF(0.35 if self.hasFocus() else 0.15)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(halo)
            painter.drawEllipse(centre, 8, 8)
        if self.isChecked() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colour))
            painter.drawEllipse(centre, 4.5, 4.5)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.placeholderText().color(), 1.5))
            painter.drawEllipse(centre, 4, 4)
        painter.end()

    def _switched(self, on: bool) -> None:
        self.update()
        self.edited.emit(on)
