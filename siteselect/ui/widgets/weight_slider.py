"""A slider for one weight: mouse, keyboard and wheel, each run of them one gesture."""

import time

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from siteselect.ui.widgets.dragged_slider import DraggedSlider
from siteselect.ui.widgets.gesture import next_gesture

_STEPS = 2
"""Steps of the slider in one unit of weight."""
_HANDLE = 6.0
_WHEEL_RUN_S = 0.6
"""Wheel turns closer than this are one gesture."""


class WeightSlider(DraggedSlider):
    """Shows a weight and lets a hand move it.

    `edited` is emitted with the value and the number of the gesture when a person moves the
    slider, never by `show_value`.
    """

    edited = Signal(float, int)

    def __init__(self, name: str, maximum: float = 50.0, parent: QWidget | None = None) -> None:
        super().__init__(name, _HANDLE + 2, parent)
        self.setRange(0, round(maximum * _STEPS))
        self.setSingleStep(_STEPS)
        self.setPageStep(5 * _STEPS)
        self._last_wheel = 0.0
        self._band: tuple[float, float] | None = None
        self._faded = False
        self.valueChanged.connect(self._moved)

    @property
    def weight(self) -> float:
        """The value on show."""
        return self.value() / _STEPS

    @property
    def band(self) -> tuple[float, float] | None:
        """The stability band on show."""
        return self._band

    @property
    def faded(self) -> bool:
        """Whether the band on show belongs to what was before."""
        return self._faded

    def show_value(self, value: float) -> None:
        """Show a weight; no signal follows. The range grows to hold it."""
        if self.isSliderDown():
            return  # the hand is ahead of the screen
        if round(value * _STEPS) == self.value():
            return
        with QSignalBlocker(self):
            if round(value * _STEPS) > self.maximum():
                self.setMaximum(round(value * _STEPS))
            self.setValue(round(value * _STEPS))
        self.update()

    def show_band(self, low: float, high: float) -> None:
        """Show between which weights the leader stays; NaN at either end hides the band."""
        band = (low, high) if low <= high else None
        if band != self._band or self._faded:
            self._band, self._faded = band, False
            self.update()

    def fade_band(self) -> None:
        """Show the band as one that belongs to what was before."""
        if self._band is not None and not self._faded:
            self._faded = True
            self.update()

    def sizeHint(self) -> QSize:
        """Return a width that still tells one per cent from two."""
        return QSize(78, 22)

    def minimumSizeHint(self) -> QSize:
        """Return the least size that a hand can use."""
        return QSize(74, 22)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move by the wheel when focused; otherwise the panel scrolls."""
        if not self.hasFocus():
            event.ignore()
            return
        now = time.monotonic()
        if now - self._last_wheel > _WHEEL_RUN_S:
            self._gesture = next_gesture()
        self._last_wheel = now
        turns = event.angleDelta().y() or event.angleDelta().x()
        step = self.singleStep() if turns > 0 else -self.singleStep() if turns < 0 else 0
        self.setValue(self.value() + step)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint groove, band, the part filled, and the handle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        live = palette.highlight().color() if self.isEnabled() else palette.mid().color()
        middle, left, right = self.height() / 2, self._x(0), self._x(self.maximum())
        here = self._x(self.value())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.mid())
        painter.drawRoundedRect(QRectF(left, middle - 1.5, right - left, 3), 1.5, 1.5)
        if self._band is not None:
            pale = palette.highlight().color()
            pale.setAlphaF(0.08 if self._faded else 0.22)
            painter.setBrush(pale)
            most = self.maximum() / _STEPS
            low, high = (self._x(round(min(end, most) * _STEPS)) for end in self._band)
            painter.drawRoundedRect(QRectF(low, middle - 5, max(high - low, 2), 10), 3, 3)
        painter.setBrush(live)
        painter.drawRoundedRect(QRectF(left, middle - 1.5, here - left, 3), 1.5, 1.5)
        if self.hasFocus():
            halo = palette.highlight().color()
            halo.setAlphaF(0.28)
            painter.setBrush(halo)
            painter.drawEllipse(QPointF(here, middle), _HANDLE + 4, _HANDLE + 4)
        held = self.isSliderDown()
        painter.setBrush(live if held else palette.color(QPalette.ColorRole.Base))
        painter.setPen(QPen(live, 2))
        painter.drawEllipse(QPointF(here, middle), _HANDLE - 0.5, _HANDLE - 0.5)
        painter.end()

    def _moved(self, value: int) -> None:
        self.update()
        self.edited.emit(value / _STEPS, self._gesture)
