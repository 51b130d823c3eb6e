"""How firm the ranking is: how often each site takes each place under other weights."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from siteselect.language import later, say, say_name
from siteselect.mcda.robustness import Robustness
from siteselect.ui import figures
from siteselect.ui.charts.noted_chart import NotedChart
from siteselect.ui.theme import Theme, contrast
from siteselect.ui.widgets.painting import CENTRE, RIGHT, face, faded, rounded, width_of, write
from siteselect.ui.widgets.tips import tip

ROW, HEAD, CELL = 20.0, 16.0, 34.0
STALE = 0.35
"""Strength of a grid that belongs to an earlier evaluation."""


class Grid(QWidget):
    """Paints sites x places. `clicked` is emitted with the row of the evaluation under a click."""

    clicked = Signal(int, bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.robustness: Robustness | None = None
        self.stale = False
        self.marked: frozenset[int] = frozenset()
        self.setMinimumSize(180, 60)

    def sizeHint(self) -> QSize:
        """Return room for seven sites."""
        return QSize(300, int(HEAD + 7 * ROW))

    def shown(self) -> tuple[int, int]:
        """Return how many sites and places fit."""
        if self.robustness is None:
            return 0, 0
        sites, places = self.robustness.acceptability.shape
        room = (self.width() - self._names()) // CELL
        return min(sites, int((self.height() - HEAD) // ROW)), min(places, int(room))

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return site and place at a point; -1 for the place of a name."""
        sites, places = self.shown()
        line = int((point.y() - HEAD) // ROW)
        place = int((point.x() - self._names()) // CELL) if point.x() >= self._names() else -1
        return (line, place) if 0 <= line < sites and place < places else None

    def words(self, line: int, place: int) -> str:
        """Return one cell, or one site, in words."""
        held = self.robustness
        if held is None:
            return ""
        mean = figures.number(float(held.mean_place[line]), 1)
        head = say("{site}: place {mean} on average", site=held.names[line], mean=mean)
        if place < 0:
            return head
        share = figures.percent(float(held.acceptability[line, place]))
        return say(
            "{head}\n{place} in {share} of the draws",
            head=head,
            place=figures.ordinal(place + 1),
            share=share,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint places across, sites down, and each share as a tint with its figure."""
        del event
        held = self.robustness
        if held is None:
            return
        painter = QPainter(self)
        painter.setOpacity(STALE if self.stale else 1.0)
        names, small = self._names(), face("small")
        sites, places = self.shown()
        for place in range(places):
            box = QRectF(names + place * CELL, 0, CELL, HEAD)
            write(painter, box, str(place + 1), small, self.theme.muted, CENTRE)
        for line in range(sites):
            top = HEAD + line * ROW
            if int(held.rows[line]) in self.marked:
                rounded(painter, QRectF(0, top, self.width(), ROW), self.theme.chip)
            room = QRectF(0, top, names - 8, ROW)
            name, bold = say_name(held.names[line]), face("small", bold=True)
            write(painter, room, name, bold, self.theme.text, RIGHT)
            for place in range(places):
                box = QRectF(names + place * CELL + 0.5, top + 1, CELL - 1, ROW - 2)
                self._paint_cell(painter, box, float(held.acceptability[line, place]))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Wish for the site under a click."""
        hit = self.cell_at(event.position())
        if hit is not None and self.robustness is not None:
            together = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.clicked.emit(int(self.robustness.rows[hit[0]]), together)

    def event(self, event: QEvent) -> bool:
        """Tell what is under the pointer."""
        if isinstance(event, QHelpEvent):
            hit = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(self.words(*hit) if hit else ""), self)
            return True
        return super().event(event)

    def _names(self) -> float:
        if self.robustness is None:
            return 0.0
        fitting = self.robustness.names[: max(1, int((self.height() - HEAD) // ROW))]
        wide = [width_of(say_name(name), face("small", bold=True)) for name in fitting]
        return min(max(wide, default=0.0) + 10, 0.4 * self.width())

    def _paint_cell(self, painter: QPainter, box: QRectF, share: float) -> None:
        tint = faded(self.theme.accent, 0.04 + 0.96 * share)
        painter.fillRect(box, tint)
        if share < 0.005:
            return
        on_tint = share > 0.5 and contrast(self.theme.accent, self.theme.on_accent) > 3
        ink = self.theme.on_accent if on_tint else self.theme.text
        write(painter, box, str(round(100 * share)), face("small"), QColor(ink), CENTRE)


class AcceptabilityChart(NotedChart):
    """The grid of the last draws; pale while it belongs to an earlier evaluation."""

    key = "acceptability"
    question = later("How firm is the ranking?")
    wants = (Robustness,)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, say("Not drawn yet"), parent)
        self.grid = Grid(theme, self)
        self.grid.clicked.connect(self._pick)
        self.hang(self.grid)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        super().dress(theme)
        self.grid.theme = theme
        self.grid.update()

    def _pick(self, row: int, together: bool) -> None:
        if not self.grid.stale:
            self.pick(row, together)

    def tell(self) -> None:
        """Show the draws; as stale when they belong to an earlier evaluation."""
        held = self.concluded(Robustness, stale=True)
        if held is None:
            return
        stale = self.concluded(Robustness) is None
        marked = frozenset() if stale else self.picked()
        shown = (held, stale, marked)
        if shown != (self.grid.robustness, self.grid.stale, self.grid.marked):
            self.grid.robustness, self.grid.stale, self.grid.marked = shown
            self.write(say("Drawing other weights…") if stale else _finding(held))
            self.grid.update()


def _finding(held: Robustness) -> str:
    """Return what the draws say of the leader."""
    if not len(held.rows):
        return say("No site passes the gates")
    count = figures.number(held.draws.count, 0)
    often = int(np.argmax(held.first))
    first = figures.percent(held.leader_first)
    if not often:
        return say(
            "{site} is first in {share} of {count} draws",
            site=held.names[0],
            share=first,
            count=count,
        )
    return say(
        "{site} is first in {share} of {count} draws; {other} in {others}",
        site=held.names[0],
        share=first,
        count=count,
        other=held.names[often],
        others=figures.percent(float(held.first[often])),
    )
