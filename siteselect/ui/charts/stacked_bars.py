"""Stacked horizontal bars with names, whiskers and open ends; only visible rows are painted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from siteselect.model.arrays import Floats, Ints
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import (
    CENTRE,
    LEFT,
    RIGHT,
    face,
    faded,
    paint_open_end,
    paint_whisker,
    rounded,
    width_of,
    write,
)
from siteselect.ui.widgets.tips import tip

ROW = 22.0
BAR = 14.0
LEGEND = 20.0
FIGURE_ROOM = 54.0
"""For the figure at the end of a bar, at least."""
SEGMENT_TEXT_FROM = 30.0
"""From so many pixels on a segment bears its own figure."""


@dataclass(frozen=True, eq=False, slots=True)
class Bars:
    """What to draw: n rows of m parts, on one scale from 0 to `top`."""

    sites: Ints
    """The row of the evaluation behind each bar."""
    parts: Floats
    """n x m."""
    low: Floats
    high: Floats
    open_end: np.ndarray
    """Whether the end is open: something unknown could still add to it."""
    pale: np.ndarray
    """Whether the bar is drawn pale: an estimate, or a site below the line."""
    top: float
    colours: tuple[str, ...]
    legend: tuple[str, ...]
    legend_colours: tuple[str, ...]
    """An empty one stands for words without a colour."""
    name: Callable[[int], str]
    """From a row of the evaluation to the words before its bar; so for the next three."""
    rank: Callable[[int], str]
    figure: Callable[[int], str]
    absent: Callable[[int], str]
    """Why a site has no bar; empty where it has one."""
    segment: Callable[[int, int], str]
    """From a site and a part to the figure within the segment."""
    explain: Callable[[int, int | None], str]
    """From a site and the part under the pointer (or none) to a tool tip."""


class StackedBars(QAbstractScrollArea):
    """Paints `Bars`. `clicked` is emitted with the row of the evaluation under a click."""

    clicked = Signal(int, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.bars: Bars | None = None
        self._marked: frozenset[int] = frozenset()
        self._names_wide = 60.0
        self._figures_wide = FIGURE_ROOM
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumSize(180, 70)

    def sizeHint(self) -> QSize:
        """Return room for a legend and eight bars."""
        return QSize(300, int(8 * ROW + LEGEND))

    def show_bars(self, bars: Bars, marked: frozenset[int]) -> None:
        """Draw other bars; what was scrolled to stays in view."""
        self.bars, self._marked = bars, marked
        self._fit()
        self.viewport().update()

    def mark(self, marked: frozenset[int]) -> None:
        """Draw these rows of the evaluation as picked."""
        self._marked = marked
        self.viewport().update()

    def visible(self) -> range:
        """Return the bars that are in view."""
        if self.bars is None:
            return range(0)
        first = self.verticalScrollBar().value()
        return range(first, min(len(self.bars.sites), first + self._fitting()))

    def bar_at(self, point: QPoint) -> tuple[int, int | None] | None:
        """Return the bar at a point of the viewport and the part of it, or None."""
        if self.bars is None or point.y() >= self._foot():
            return None
        place = self.verticalScrollBar().value() + int(point.y() // ROW)
        if not 0 <= place < len(self.bars.sites):
            return None
        box = self._box(0.0)
        along = (point.x() - box.left()) / box.width() * self.bars.top
        ends = np.cumsum(self.bars.parts[place])
        inside = 0 <= along < ends[-1] if len(ends) else False
        return place, int(np.searchsorted(ends, along, side="right")) if inside else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars in view and the legend."""
        del event
        painter = QPainter(self.viewport())
        if self.bars is not None:
            self._names_wide = self._name_room()
            self._figures_wide = self._figure_room()
            painter.setClipRect(QRectF(0, 0, self.viewport().width(), self._foot()))
            for line, place in enumerate(self.visible()):
                self._paint_bar(painter, line * ROW, place)
            painter.setClipping(False)
            self._paint_legend(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the scroll bar to the height."""
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Wish for the site under a click; with Ctrl beside those already picked."""
        hit = self.bar_at(event.position().toPoint())
        if hit is not None and self.bars is not None:
            together = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.clicked.emit(int(self.bars.sites[hit[0]]), together)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys pick the bar above or below."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or self.bars is None or not len(self.bars.sites):
            super().keyPressEvent(event)
            return
        picked = [p for p, site in enumerate(self.bars.sites) if int(site) in self._marked]
        place = min(max(picked[0] + step, 0), len(self.bars.sites) - 1) if picked else 0
        self.reveal(int(self.bars.sites[place]))
        self.clicked.emit(int(self.bars.sites[place]), False)

    def reveal(self, site: int) -> None:
        """Scroll so that the bar of a site is in view."""
        if self.bars is None:
            return
        places = np.flatnonzero(self.bars.sites == site)
        scroll = self.verticalScrollBar()
        if len(places) and int(places[0]) < scroll.value():
            scroll.setValue(int(places[0]))
        elif len(places) and int(places[0]) >= scroll.value() + self._fitting():
            scroll.setValue(int(places[0]) - self._fitting() + 1)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is under the pointer."""
        if isinstance(event, QHelpEvent):
            hit = self.bar_at(event.pos())
            if hit is not None and self.bars is not None:
                words = self.bars.explain(int(self.bars.sites[hit[0]]), hit[1])
                QToolTip.showText(event.globalPos(), tip(words), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Repaint where Qt would move pixels: the legend stays."""
        del across, down
        self.viewport().update()

    # -- geometry -----------------------------------------------------------------------------

    def _foot(self) -> float:
        return self.viewport().height() - LEGEND

    def _fitting(self) -> int:
        return max(1, int(self._foot() // ROW))

    def _fit(self) -> None:
        count = len(self.bars.sites) if self.bars is not None else 0
        self.verticalScrollBar().setPageStep(self._fitting())
        self.verticalScrollBar().setRange(0, max(0, count - self._fitting()))

    def _name_room(self) -> float:
        if self.bars is None:
            return 0.0
        bold = face("small", bold=True)
        sites = self.bars.sites
        wide = [width_of(self.bars.name(int(sites[place])), bold) for place in self.visible()]
        return min(max(wide, default=0.0) + 34, 0.42 * self.viewport().width())

    def _figure_room(self) -> float:
        if self.bars is None:
            return FIGURE_ROOM
        bold, sites = face("small", bold=True), self.bars.sites
        wide = [width_of(self.bars.figure(int(sites[place])), bold) for place in self.visible()]
        return min(max(max(wide, default=0.0) + 12, FIGURE_ROOM), 0.3 * self.viewport().width())

    def _box(self, top: float) -> QRectF:
        left = self._names_wide + 6
        wide = max(10.0, self.viewport().width() - left - self._figures_wide)
        return QRectF(left, top + (ROW - BAR) / 2, wide, BAR)

    # -- strokes ------------------------------------------------------------------------------

    def _paint_bar(self, painter: QPainter, top: float, place: int) -> None:
        bars = self.bars
        if bars is None:
            return
        site, theme = int(bars.sites[place]), self.theme
        if site in self._marked:
            rounded(painter, QRectF(0, top, self.viewport().width(), ROW), theme.chip)
        write(painter, QRectF(0, top, 22, ROW), bars.rank(site), face("small"), theme.muted, RIGHT)
        names = QRectF(28, top, self._names_wide - 28, ROW)
        write(painter, names, bars.name(site), face("small", bold=True), theme.text, LEFT)
        box = self._box(top)
        absent = bars.absent(site)
        if absent:
            room = QRectF(box.left(), top, self.viewport().width() - box.left() - 4, ROW)
            write(painter, room, f"— {absent}", face("small"), theme.muted)
            return
        end = self._paint_parts(painter, box, place, site)
        scale = box.width() / bars.top
        low, high = box.left() + bars.low[place] * scale, box.left() + bars.high[place] * scale
        open_end = bool(bars.open_end[place])
        if np.isfinite([low, high]).all():
            if open_end:
                paint_open_end(painter, QRectF(end, box.top(), high - end, box.height()), theme)
            middle = box.center().y()
            last = QPointF(max(end, low) if open_end else high, middle)
            paint_whisker(painter, QPointF(low, middle), last, theme.text, open_end=open_end)
            end = max(end, high)
        after = QRectF(min(end + 6, box.right() + 6), top, self._figures_wide, ROW)
        write(painter, after, bars.figure(site), face("small", bold=True), theme.text, LEFT)

    def _paint_parts(self, painter: QPainter, box: QRectF, place: int, site: int) -> float:
        bars = self.bars
        if bars is None:
            return box.left()
        left, scale = box.left(), box.width() / bars.top
        for part, amount in enumerate(bars.parts[place]):
            wide = float(amount) * scale
            if wide <= 0:
                continue
            colour = faded(bars.colours[part], 0.5 if bars.pale[place] else 1.0)
            segment = QRectF(left, box.top(), max(wide - 1, min(wide, 0.75)), box.height())
            painter.fillRect(segment, colour)
            if wide >= SEGMENT_TEXT_FROM:
                ink = _ink(bars.colours[part]) if not bars.pale[place] else self.theme.text
                write(painter, segment, bars.segment(site, part), face("small"), ink, CENTRE)
            left += wide
        return left

    def _paint_legend(self, painter: QPainter) -> None:
        bars = self.bars
        if bars is None:
            return
        left, top = 6.0, self._foot() + 4
        painter.setPen(QPen(QColor(self.theme.line)))
        for words, colour in zip(bars.legend, bars.legend_colours, strict=True):
            wide = width_of(words, face("small"))
            if left + wide + 16 > self.viewport().width():
                break
            swatch = 12.0 if colour else 0.0
            if colour:
                rounded(painter, QRectF(left, top + 4, 8, 8), colour, 2)
            room = QRectF(left + swatch, top, wide + 2, 16)
            write(painter, room, words, face("small"), self.theme.muted)
            left += wide + 12 + swatch


@cache
def _ink(ground: str) -> str:
    """Return white or near black, whichever is read better on a colour."""
    shade = QColor(ground)
    light = (
        0.2126 * shade.redF() ** 2.2
        + 0.7152 * shade.greenF() ** 2.2
        + 0.0722 * shade.blueF() ** 2.2
    )
    return "#FFFFFF" if 1.05 / (light + 0.05) >= (light + 0.05) / 0.058 else "#10161D"
