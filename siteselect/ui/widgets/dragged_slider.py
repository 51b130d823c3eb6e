"""A slider that jumps to the pointer and counts each drag, and each held key, as one gesture."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSlider, QWidget

from siteselect.ui.widgets.gesture import next_gesture


class DraggedSlider(QSlider):
    """Moves its handle under the hand; who inherits paints it and says `edited`.

    The way of the handle begins `edge` pixels from either end.
    """

    def __init__(self, name: str, edge: float, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._edge = edge
        self._gesture = next_gesture()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag where the pointer is."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._gesture = next_gesture()
        self.setSliderDown(True)
        self.setValue(self._pressed(event.position()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while the button is down."""
        if self.isSliderDown():
            self.setValue(self._at(event.position().x()))
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        if self.isSliderDown():
            self.setSliderDown(False)
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows, Page, Home and End; a held key is one gesture."""
        if not event.isAutoRepeat():
            self._gesture = next_gesture()
        super().keyPressEvent(event)

    def _pressed(self, at: QPointF) -> int:
        """Return the value that a press at a place means."""
        return self._at(at.x())

    def _x(self, value: int) -> float:
        """Return where the handle of a value stands, in pixels; values beyond the ends at them."""
        part = min(max(value / self.maximum(), 0.0), 1.0) if self.maximum() else 0.0
        return self._edge + (self.width() - 2 * self._edge) * part

    def _at(self, x: float) -> int:
        """Return the value whose handle stands at a pixel."""
        room = max(self.width() - 2 * self._edge, 1.0)
        return round(self.maximum() * min(max((x - self._edge) / room, 0.0), 1.0))
