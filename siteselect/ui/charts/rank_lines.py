"""Lines of places: how sites stand in one ranking after another, from the first place down."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from siteselect.language import say
from siteselect.model.arrays import Ints
from siteselect.ui import figures
from siteselect.ui.theme import GROUPS, Theme
from siteselect.ui.widgets.painting import CENTRE, LEFT, RIGHT, face, faded, width_of, write
from siteselect.ui.widgets.ramp import ink_on
from siteselect.ui.widgets.tips import tip

HEAD, ROW, DOT = 18.0, 19.0, 8.0
LEADING = 2
"""Who has such a place in any ranking is drawn in all."""
STALE = 0.35
"""Strength of lines that belong to an earlier evaluation."""


@dataclass(frozen=True, eq=False, slots=True)
class Lines:
    """Rankings side by side; m sites, in the order of the list."""

    columns: tuple[str, ...]
    own: int
    """The ranking that the window shows, -1 for none of them."""
    ranks: Ints
    """columns x m; 0 where a site has no rank."""
    rows: Ints
    """m rows of the evaluation."""
    names: tuple[str, ...]
    about: Callable[[int], str]
    """From a column to what a tool tip says of it."""


class RankLines(QWidget):
    """Paints `Lines`. `clicked` is emitted with the row of the evaluation under a click."""

    clicked = Signal(int, bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.lines: Lines | None = None
        self.stale = False
        self.marked: frozenset[int] = frozenset()
        self.setMinimumSize(180, 60)

    def sizeHint(self) -> QSize:
        """Return room for six places."""
        return QSize(320, int(HEAD + 6 * ROW))

    def show_lines(self, lines: Lines | None, marked: frozenset[int], *, stale: bool) -> None:
        """Paint other lines, other marks, or the same ones as stale."""
        if (lines, marked, stale) != (self.lines, self.marked, self.stale):
            self.lines, self.marked, self.stale = lines, marked, stale
            self.update()

    def depth(self) -> int:
        """Return how many places fit; deeper ones are drawn at the foot."""
        return max(1, int((self.height() - HEAD - 6) // ROW))

    def shown(self) -> list[int]:
        """Return which sites are drawn: the first ones here, who leads elsewhere, and the marked.

        The first of the list come last, so that they are painted on top.
        """
        lines = self.lines
        if lines is None or not lines.ranks.size:
            return []
        ranks = np.where(lines.ranks > 0, lines.ranks, np.iinfo(np.intp).max)
        chosen = (ranks[max(lines.own, 0)] <= self.depth()) | (ranks.min(axis=0) <= LEADING)
        chosen |= np.isin(lines.rows, list(self.marked))
        return [int(place) for place in np.flatnonzero(chosen)[::-1]]

    def spot(self, place: int, column: int) -> QPointF | None:
        """Return where a site stands in a column; None where it has no rank."""
        lines = self.lines
        if lines is None or lines.ranks[column, place] == 0:
            return None
        down = min(int(lines.ranks[column, place]), self.depth() + 1) - 1
        foot = self.height() - 3.0
        return QPointF(self._across(column), min(HEAD + (down + 0.5) * ROW, foot))

    def at(self, point: QPointF) -> int | None:
        """Return the site whose dot or name is at a point."""
        lines = self.lines
        if lines is None:
            return None
        for place in reversed(self.shown()):
            first = self.spot(place, 0)
            if first and abs(first.y() - point.y()) < ROW / 2 and point.x() < first.x():
                return place
            spots = (self.spot(place, column) for column in range(len(lines.columns)))
            if any(s and (s - point).manhattanLength() < DOT + 4 for s in spots):
                return place
        return None

    def words(self, point: QPointF) -> str:
        """Return what is told of a point: a ranking, or a site and its places."""
        lines = self.lines
        if lines is None or not lines.columns:
            return ""
        if point.y() < HEAD:
            reach = [abs(self._across(column) - point.x()) for column in range(len(lines.columns))]
            return lines.about(int(np.argmin(reach)))
        place = self.at(point)
        if place is None:
            return ""
        told = [
            f"{title}: {figures.ordinal(int(rank)) if rank else say('no place')}"
            for title, rank in zip(lines.columns, lines.ranks[:, place], strict=True)
        ]
        return "\n".join([lines.names[place], *told])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rankings' names, the lines, and each place as a numbered dot."""
        del event
        lines = self.lines
        if lines is None or not lines.columns:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(STALE if self.stale else 1.0)
        self._paint_heads(painter, lines)
        shown = self.shown()
        for place in shown:
            self._paint_line(painter, lines, place)
        for place in shown:
            self._paint_dots(painter, lines, place)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Wish for the site under a click; with Ctrl beside those already picked."""
        place = self.at(event.position())
        if place is not None and self.lines is not None and not self.stale:
            together = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.clicked.emit(int(self.lines.rows[place]), together)

    def event(self, event: QEvent) -> bool:
        """Tell what is under the pointer."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip(self.words(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    # -- geometry -----------------------------------------------------------------------------

    def _names(self) -> float:
        lines = self.lines
        if lines is None:
            return 0.0
        bold = face("small", bold=True)
        wide = [width_of(lines.names[place], bold) for place in self.shown()]
        return min(max(wide, default=0.0) + 8, 0.34 * self.width())

    def _across(self, column: int) -> float:
        count = len(self.lines.columns) if self.lines is not None else 1
        first = self._names() + DOT + 4
        step = (self.width() - first - DOT - 14) / max(count - 1, 1)
        return first + column * step

    # -- strokes ------------------------------------------------------------------------------

    def _paint_heads(self, painter: QPainter, lines: Lines) -> None:
        count = len(lines.columns)
        wide = self._across(1) - self._across(0) - 6 if count > 1 else self.width()
        for column, title in enumerate(lines.columns):
            x, own = self._across(column), column == lines.own
            box = QRectF(x - wide / 2, 0, wide, HEAD - 2)
            align = CENTRE
            if column == 0:
                box, align = QRectF(x - DOT, 0, wide / 2 + DOT + 14, HEAD - 2), LEFT
            elif column == count - 1:
                box, align = QRectF(x - wide / 2 - 2, 0, self.width() - x + wide / 2, HEAD), RIGHT
            ink = self.theme.text if own else self.theme.muted
            write(painter, box, title, face("small", bold=own), ink, align)

    def _colour(self, lines: Lines, place: int) -> QColor:
        row = int(lines.rows[place])
        if place < len(GROUPS) - 1 and place != 4:  # the grey of the groups is for the others
            colour = QColor(GROUPS[place])
            return colour.lighter(125) if self.theme.dark else colour
        return QColor(self.theme.text if row in self.marked else self.theme.muted)

    def _paint_line(self, painter: QPainter, lines: Lines, place: int) -> None:
        marked, colour = int(lines.rows[place]) in self.marked, self._colour(lines, place)
        strong = marked or place < 3
        wide = 3.0 if marked else 1.8
        for column in range(len(lines.columns) - 1):
            one, other = self.spot(place, column), self.spot(place, column + 1)
            if one is None or other is None:
                continue
            deep = max(lines.ranks[column, place], lines.ranks[column + 1, place]) > self.depth()
            pale = faded(colour, 0.3) if deep and not marked else colour
            painter.setPen(QPen(pale if strong or deep else faded(colour, 0.55), wide))
            painter.drawLine(one, other)

    def _paint_dots(self, painter: QPainter, lines: Lines, place: int) -> None:
        marked, colour = int(lines.rows[place]) in self.marked, self._colour(lines, place)
        ink, small = ink_on(colour), face("small", bold=True)
        for column in range(len(lines.columns)):
            spot = self.spot(place, column)
            if spot is None:
                continue
            rank = int(lines.ranks[column, place])
            if rank > self.depth():
                continue
            painter.setPen(QPen(QColor(self.theme.text if marked else self.theme.panel), 1.2))
            painter.setBrush(colour)
            painter.drawEllipse(spot, DOT, DOT)
            room = QRectF(spot.x() - DOT - 2, spot.y() - DOT, 2 * DOT + 4, 2 * DOT)
            write(painter, room, str(rank), small, ink, CENTRE)
            if column == 0:
                names = QRectF(0, spot.y() - ROW / 2, spot.x() - DOT - 4, ROW)
                write(painter, names, lines.names[place], small, self.theme.text, RIGHT)
