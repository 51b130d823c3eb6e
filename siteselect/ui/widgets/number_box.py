"""Boxes for a number and for a day: `edited` by a hand alone, `show_...` in silence."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QDoubleSpinBox, QWidget

from siteselect.ui.widgets.gesture import next_gesture


class NumberBox(QDoubleSpinBox):
    """A number with its bounds.

    `edited` is emitted with the value and the number of the gesture when a person enters one.
    """

    edited = Signal(float, int)

    def __init__(
        self,
        name: str,
        low: float,
        high: float,
        *,
        decimals: int = 0,
        step: float = 1.0,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setLocale(QLocale.c())
        self.setAccessibleName(name)
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        if bare:
            self.setObjectName("share")
            self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self._bare = bare
        self._gesture = next_gesture()
        self.valueChanged.connect(lambda value: self.edited.emit(value, self._gesture))

    def show_value(self, value: float) -> None:
        """Show a number; no signal follows. A number being typed is left alone."""
        if self.hasFocus() and self.lineEdit().isModified():
            return
        with QSignalBlocker(self):
            self.setValue(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a new gesture at each key that is not held."""
        if not event.isAutoRepeat():
            self._gesture = next_gesture()
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the number only when focused; otherwise the panel scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def minimumSizeHint(self) -> QSize:
        """Return the room for three digits when bare."""
        return QSize(36, 24) if self._bare else super().minimumSizeHint()

    def sizeHint(self) -> QSize:
        """Return the room for three digits when bare."""
        return QSize(36, 24) if self._bare else super().sizeHint()


class DayBox(QDateEdit):
    """A day.

    `edited` is emitted with the day and the number of the gesture when a person enters one.
    """

    edited = Signal(object, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setKeyboardTracking(False)
        self._gesture = next_gesture()
        self.dateChanged.connect(self._changed)

    def show_range(self, first: date, last: date) -> None:
        """Set the first and the last day that may be entered; no signal follows."""
        with QSignalBlocker(self):
            self.setDateRange(_qdate(first), _qdate(last))

    def show_day(self, day: date) -> None:
        """Show a day; no signal follows."""
        with QSignalBlocker(self):
            self.setDate(_qdate(day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a new gesture at each key that is not held."""
        if not event.isAutoRepeat():
            self._gesture = next_gesture()
        super().keyPressEvent(event)

    def _changed(self, day: QDate) -> None:
        self.edited.emit(date(day.year(), day.month(), day.day()), self._gesture)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
