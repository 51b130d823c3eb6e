"""Boxes for a number, a share and a day: `edited` by a hand alone, `show_...` in silence."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QDoubleSpinBox, QLineEdit, QWidget

from siteselect.ui.widgets.gesture import next_gesture

_GROUP = 3
"""So many figures stand between two marks of thousands."""
_MOST = 99
"""No criterion can have all of the weight while others have some."""


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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setLocale(QLocale())  # as the language writes numbers; the other mark is taken too
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._gesture = next_gesture()
        self.valueChanged.connect(lambda value: self.edited.emit(value, self._gesture))

    def show_value(self, value: float) -> None:
        """Show a number; no signal follows. A number being typed is left alone."""
        if value == self.value() or (self.hasFocus() and self.lineEdit().isModified()):
            return
        with QSignalBlocker(self):
            self.setValue(value)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Return whether a text may become a number; a point and a comma both may stand in it."""
        return super().validate(self._plain(text), place)

    def valueFromText(self, text: str) -> float:
        """Return the number of a text, whichever mark stands before its decimals."""
        return super().valueFromText(self._plain(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a new gesture at each key that is not held."""
        if not event.isAutoRepeat():
            self._gesture = next_gesture()
        super().keyPressEvent(event)

    def _plain(self, text: str) -> str:
        """Return a text with the mark of the language, where it holds one mark of either kind."""
        if text.count(".") + text.count(",") != 1:
            return text
        mark = self.locale().decimalPoint()
        other = "," if mark == "." else "."
        after = text.partition(other)[2]
        digits = sum(letter.isdigit() for letter in after)
        if other not in text or (self.isGroupSeparatorShown() and digits == _GROUP):
            return text
        return text.replace(other, mark)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the number only when focused; otherwise the panel scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ShareBox(QLineEdit):
    """A whole number of per cent that looks like text until it is touched.

    `edited` is emitted with the number and the number of the gesture when a person enters one.
    """

    edited = Signal(float, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("share")
        self.setAccessibleName(name)
        self.setValidator(QIntValidator(0, _MOST, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedSize(36, 24)
        self.editingFinished.connect(self._entered)

    @property
    def share(self) -> int:
        """The number on show."""
        return int(self.text() or 0)

    def show_share(self, per_cent: float) -> None:
        """Show a number; no signal follows. A number being typed is left alone."""
        if not (self.hasFocus() and self.isModified()):
            self.setText(str(round(per_cent)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count up and down by the arrows."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            share = min(max(self.share + step, 0), _MOST)
            self.setText(str(share))
            self.edited.emit(float(share), next_gesture())
            return
        super().keyPressEvent(event)

    def _entered(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.edited.emit(float(self.share), next_gesture())


class DayBox(QDateEdit):
    """A day.

    `edited` is emitted with the day and the number of the gesture when a person enters one.
    """

    edited = Signal(object, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self._gesture = next_gesture()
        self.dateChanged.connect(self._changed)

    def show_range(self, first: date, last: date) -> None:
        """Set the first and the last day that may be entered; no signal follows."""
        with QSignalBlocker(self):
            self.setDateRange(_qdate(first), _qdate(last))

    def show_day(self, day: date) -> None:
        """Show a day; no signal follows."""
        if self.date() == _qdate(day):
            return
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
