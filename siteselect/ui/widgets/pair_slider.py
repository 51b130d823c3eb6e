"""A slider for one pair: from nine times the left to nine times the right."""

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from siteselect.language import say

_MOST = 8
_ROOM = 10.0


class PairSlider(QSlider):
    """Shows how many times as important the left is; empty until somebody has judged.

    `edited` is emitted with the number (1/9 to 9) when a person judges, `cleared` when the
    judgement is taken back.
    """

    edited = Signal(float)
    cleared = Signal()

    def __init__(self, left: str, right: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(say("{left} against {right}", left=left, right=right))
        self.setAccessibleDescription(
            say("Left favours the first; Delete takes the judgement back")
        )
        self.setToolTip(say("Left: {left} matters more. Right: {right}.", left=left, right=right))
        self.setRange(-_MOST, _MOST)
        self.setPageStep(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.judged = False
        """Whether somebody has judged the pair."""
        self.valueChanged.connect(self._moved)

    @property
    def said(self) -> float:
        """How many times as important the left is."""
        value = -self.value()
        return float(value + 1) if value >= 0 else 1.0 / (1 - value)

    def show_judgement(self, said: float | None) -> None:
        """Show a judgement, or that there is none; no signal follows."""
        self.judged = said is not None
        place = 0 if said is None else round(said - 1) if said >= 1 else -round(1 / said - 1)
        if not self.isSliderDown():
            with QSignalBlocker(self):
                self.setValue(-place)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for seventeen places."""
        return QSize(240, 24)

    def minimumSizeHint(self) -> QSize:
        """Return the least room for seventeen places."""
        return QSize(170, 24)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Judge where the pointer is; a press in the middle says that both matter equally."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        place = self._at(event.position().x())
        if place == self.value():
            self._moved(place)
        self.setValue(place)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while the button is down."""
        if self.isSliderDown():
            self.setValue(self._at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        self.setSliderDown(False)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows; Space says equally, Delete takes the judgement back."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.cleared.emit()
        elif event.key() == Qt.Key.Key_Space:
            self._moved(self.value())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint seventeen places, the way from the middle, and the handle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        middle = self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.mid())
        for place in range(-_MOST, _MOST + 1):
            tall = 5.0 if place % 2 == 0 else 2.5
            painter.drawRect(QRectF(self._x(place) - 0.5, middle - tall, 1.0, 2 * tall))
        painter.drawRoundedRect(
            QRectF(self._x(-_MOST), middle - 1, self._x(_MOST) - self._x(-_MOST), 2), 1, 1
        )
        live = palette.highlight().color() if self.judged else palette.placeholderText().color()
        here, centre = self._x(self.value()), self._x(0)
        painter.setBrush(live)
        painter.drawRect(QRectF(min(here, centre), middle - 1.5, abs(here - centre), 3))
        if self.hasFocus():
            halo = palette.highlight().color()
            halo.setAlphaF(0.28)
            painter.setBrush(halo)
            painter.drawEllipse(QPointF(here, middle), 10, 10)
        painter.setPen(QPen(live, 2))
        painter.setBrush(live if self.judged else palette.base())
        painter.drawEllipse(QPointF(here, middle), 5.5, 5.5)
        painter.end()

    def _x(self, place: int) -> float:
        room = self.width() - 2 * _ROOM
        return _ROOM + room * (place + _MOST) / (2 * _MOST)

    def _at(self, x: float) -> int:
        room = max(self.width() - 2 * _ROOM, 1.0)
        return round(2 * _MOST * min(max((x - _ROOM) / room, 0.0), 1.0)) - _MOST

    def _moved(self, _: int) -> None:
        self.judged = True
        self.update()
        self.edited.emit(self.said)


def times(said: float) -> str:
    """Return a judgement as it stands in the matrix: 3, 1/3, 1."""
    return f"{said:.3g}" if said >= 1 - 1e-9 else f"1/{1 / said:.3g}"
