"""A slider over a range of numbers: `edited` by a hand alone, `show_value` in silence."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from siteselect.ui.widgets.gesture import next_gesture


class ValueSlider(QSlider):
    """A number between two ends, in steps.

    `edited` is emitted with the number and the number of the gesture when a person moves it.
    """

    edited = Signal(float, int)

    def __init__(
        self, name: str, low: float, high: float, step: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._low, self._step = low, step
        self.setAccessibleName(name)
        self.setRange(0, round((high - low) / step))
        self.setPageStep(max(1, self.maximum() // 10))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._gesture = next_gesture()
        self.valueChanged.connect(lambda _: self.edited.emit(self.number, self._gesture))

    @property
    def number(self) -> float:
        """The number on show."""
        return round(self._low + self.value() * self._step, 10)

    def show_value(self, number: float) -> None:
        """Show a number, the nearest end for one beyond; no signal follows."""
        if self.isSliderDown():
            return
        with QSignalBlocker(self):
            self.setValue(round((number - self._low) / self._step))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag at the pointer, wherever the handle is."""
        self._gesture = next_gesture()
        if event.button() is Qt.MouseButton.LeftButton and not self._on_handle(event):
            room = max(self.width() - 16, 1)
            share = (event.position().x() - 8) / room
            self.setValue(round(min(max(share, 0.0), 1.0) * self.maximum()))
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a new gesture at each key that is not held."""
        if not event.isAutoRepeat():
            self._gesture = next_gesture()
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only when focused; otherwise the panel scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_handle(self, event: QMouseEvent) -> bool:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = self.style().hitTestComplexControl(
            QStyle.ComplexControl.CC_Slider, option, event.position().toPoint(), self
        )
        return part is QStyle.SubControl.SC_SliderHandle
