"""A line of time: year ticks, marks where something changed, a handle on the as-of day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QToolTip, QWidget

from siteselect.ui.theme import SIZES
from siteselect.ui.widgets.dragged_slider import DraggedSlider
from siteselect.ui.widgets.tips import tip

_EDGE = 10.0
_LINE = 13.0
_NEAR = 5.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on which something changed, in a colour that says what."""

    day: date
    text: str
    colour: str


class DaySlider(DraggedSlider):
    """Shows a day between two ends and lets a hand move it.

    `edited` is emitted with the day and the number of the gesture when a person moves the
    handle, never by `show_day`.
    """

    edited = Signal(object, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, _EDGE, parent)
        self.setMouseTracking(True)
        self.setSingleStep(1)
        self.setPageStep(30)
        self._first = date(2000, 1, 1)
        self._marks: tuple[Mark, ...] = ()
        self._peaks: tuple[int, dict[str, QPainterPath]] | None = None
        """The width for which the marks were drawn, and the peaks of each colour."""
        self.valueChanged.connect(self._moved)

    @property
    def day(self) -> date:
        """The day on show."""
        return self._first + timedelta(days=self.value())

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The days on which something changed."""
        return self._marks

    def show_range(self, first: date, last: date, marks: Sequence[Mark] = ()) -> None:
        """Set both ends and the marks; no signal follows."""
        with QSignalBlocker(self):
            day = self.day
            self._first = first
            self.setRange(0, max((last - first).days, 1))
            self.setValue((day - first).days)
        self._marks = tuple(each for each in marks if first <= each.day <= last)
        self._peaks = None
        self.update()

    def show_day(self, day: date) -> None:
        """Show a day; no signal follows."""
        if self.isSliderDown() or day == self.day:
            return
        with QSignalBlocker(self):
            self.setValue((day - self._first).days)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for line, marks and years."""
        return QSize(420, 36)

    def minimumSizeHint(self) -> QSize:
        """Return room for line, marks and years."""
        return QSize(160, 36)

    def event(self, event: QEvent) -> bool:
        """Tell what a mark under the pointer means."""
        if isinstance(event, QHelpEvent):
            near = self._mark_at(QPointF(event.pos()))
            text = "\n".join(f"{each.day.isoformat()}: {each.text}" for each in near[:6])
            QToolTip.showText(event.globalPos(), tip(text), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint line, years, marks and handle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        accent, line = palette.highlight().color(), palette.mid().color()
        left, right, here = self._x(0), self._x(self.maximum()), self._x(self.value())
        self._paint_years(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        painter.drawRoundedRect(QRectF(left, _LINE - 1.5, right - left, 3), 1.5, 1.5)
        painter.setBrush(accent)
        painter.drawRoundedRect(QRectF(left, _LINE - 1.5, here - left, 3), 1.5, 1.5)
        for colour, peaks in self._peaks_by_colour().items():
            painter.setBrush(QColor(colour))
            painter.drawPath(peaks)
        if self.hasFocus():
            halo = QColor(accent)
            halo.setAlphaF(0.28)
            painter.setBrush(halo)
            painter.drawEllipse(QPointF(here, _LINE), 11, 11)
        painter.setBrush(accent if self.isSliderDown() else palette.base().color())
        painter.setPen(QPen(accent, 2))
        painter.drawEllipse(QPointF(here, _LINE), 6, 6)
        painter.end()

    def _peaks_by_colour(self) -> dict[str, QPainterPath]:
        """Return the marks as they stand at this width: the day moves, they do not."""
        if self._peaks is None or self._peaks[0] != self.width():
            drawn: dict[str, QPainterPath] = {}
            for mark in self._marks:
                x = self._x((mark.day - self._first).days)
                path = drawn.setdefault(mark.colour, QPainterPath())
                path.setFillRule(Qt.FillRule.WindingFill)  # where two overlap both are seen
                corners = [QPointF(x - 3.5, 1), QPointF(x + 3.5, 1), QPointF(x, 7)]
                path.addPolygon(QPolygonF([*corners, corners[0]]))
            self._peaks = self.width(), drawn
        return self._peaks[1]

    def _paint_years(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(SIZES["small"])
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        muted = self.palette().placeholderText().color()
        last = self._first + timedelta(days=self.maximum())
        free = -1e9
        for year in range(self._first.year, last.year + 1):
            day = max(date(year, 1, 1), self._first)
            x = self._x((day - self._first).days)
            painter.setPen(QPen(muted, 1))
            painter.drawLine(QPointF(x, _LINE + 3), QPointF(x, _LINE + 7))
            text = str(year)
            wide = metrics.horizontalAdvance(text)
            start = min(max(x - wide / 2, 0.0), self.width() - wide)
            if start > free:
                painter.drawText(QPointF(start, _LINE + 19), text)
                free = start + wide + 8

    def _pressed(self, at: QPointF) -> int:
        """Return the day at a place, in days; on a mark, its own."""
        near = self._mark_at(at)
        return (near[0].day - self._first).days if near else self._at(at.x())

    def _mark_at(self, at: QPointF) -> list[Mark]:
        if at.y() > _LINE - 3:
            return []
        near = [(abs(self._x((m.day - self._first).days) - at.x()), m) for m in self._marks]
        return [m for far, m in sorted(near, key=lambda pair: pair[0]) if far <= _NEAR]

    def _moved(self, days: int) -> None:
        self.update()
        self.edited.emit(self._first + timedelta(days=days), self._gesture)
