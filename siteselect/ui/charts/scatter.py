"""A scatter that can be zoomed and dragged: dots, whiskers, a front, and names that find room."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from siteselect.model.arrays import Floats
from siteselect.ui.charts.axis import Axis, span_of
from siteselect.ui.charts.cloud import Cloud
from siteselect.ui.charts.scatter_strokes import SAME, Strokes
from siteselect.ui.strokes import strokes_wanted
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.tips import tip

LEFT_ROOM, FOOT_ROOM, TOP_ROOM, RIGHT_ROOM = 46.0, 18.0, 6.0, 10.0
REACH = 9.0
"""How near the pointer must be to a dot, in pixels."""
FINE = 3.0
"""So many dots to a pixel where thousands of sites are printed."""
CLOUD_FROM = 400
"""From so many sites on dots are small and set by pixel, all in one stroke."""


class Scatter(QWidget):
    """Paints a `Cloud`.

    `clicked` is emitted with the row of the evaluation under a click, and whether it joins those
    already picked; `moved` when another part is seen.
    """

    clicked = Signal(int, bool)
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.cloud: Cloud | None = None
        self._marked: frozenset[int] = frozenset()
        self._spans = ((0.0, 1.0), (0.0, 1.0))
        self._moved = self._whole = False
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(180, 70)
        self.explain: Callable[[list[int]], str] = str
        """From the rows whose dots are at one place to what a tool tip says of them."""

    def sizeHint(self) -> QSize:
        """Return room for a small chart."""
        return QSize(320, 190)

    def show_cloud(self, cloud: Cloud, marked: frozenset[int]) -> None:
        """Draw another cloud; what a hand zoomed to stays while the axes are the same."""
        before = self.cloud
        self.cloud, self._marked = cloud, marked
        titles = (cloud.across.title, cloud.up.title)
        if before is None or titles != (before.across.title, before.up.title):
            self._moved = False
        if not self._moved:
            self.fit()
        self.update()

    def mark(self, marked: frozenset[int]) -> None:
        """Draw these rows of the evaluation as picked."""
        self._marked = marked
        self.update()

    def fit(self, *, everything: bool = False) -> None:
        """Show the ranked sites, or every dot; sites far off are not let crowd the others."""
        self._moved, self._whole = everything, everything
        if self.cloud is not None:
            hollow = self.cloud.hollow
            rows = self.cloud.sites if everything or hollow.all() else self.cloud.sites[~hollow]
            sides = (self.cloud.across, self.cloud.up)
            spans = [
                span_of(np.concatenate([s.value[rows], s.low[rows], s.high[rows]])) for s in sides
            ]
            self._spans = (spans[0], spans[1])
        self._show_moved()

    def beyond(self) -> int:
        """Return how many dots lie beyond the edge."""
        if self.cloud is None:
            return 0
        x, y = self._pixels(self.cloud)
        box = self._box()
        seen = (x >= box.left()) & (x <= box.right()) & (y >= box.top()) & (y <= box.bottom())
        return int((~seen).sum())

    def _show_moved(self) -> None:
        self.update()
        self.moved.emit()

    def axes(self) -> tuple[Axis, Axis]:
        """Return the two axes as they stand."""
        box = self._box()
        (left, right), (foot, top) = self._spans
        return Axis(left, right, box.left(), box.right()), Axis(foot, top, box.bottom(), box.top())

    def at(self, point: QPointF) -> list[int]:
        """Return the rows whose dots are at a point, the best first; empty when none is near."""
        if self.cloud is None or not len(self.cloud.sites):
            return []
        across, up = self._pixels(self.cloud)
        far = np.hypot(across - point.x(), up - point.y())
        nearest = float(far.min())
        if nearest > REACH:
            return []
        there = np.flatnonzero(far <= nearest + SAME)[::-1]
        return [int(self.cloud.sites[place]) for place in there]

    def zoom(self, factor: float, about: QPointF) -> None:
        """Show more or less, the point under the hand staying where it is."""
        across, up = self.axes()
        spans = []
        for axis, here in (
            (across, axis_value(across, about.x())),
            (up, axis_value(up, about.y())),
        ):
            spans.append((here + (axis.low - here) * factor, here + (axis.high - here) * factor))
        self._spans = (spans[0], spans[1])
        self._moved = True
        self._show_moved()

    # -- hands --------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        self.zoom(0.999 ** event.angleDelta().y(), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is seen."""
        if self._pressed is None:
            return
        moved = event.position() - self._pressed
        if self._dragged or moved.manhattanLength() > 4:
            across, up = self.axes()
            aside = across.value(0.0) - across.value(moved.x())
            down = up.value(0.0) - up.value(moved.y())
            self._spans = (
                (across.low + aside, across.high + aside),
                (up.low + down, up.high + down),
            )
            self._pressed, self._dragged, self._moved = event.position(), True, True
            self._show_moved()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Wish for the site under a click; with Ctrl beside those already picked."""
        rows = self.at(event.position()) if not self._dragged else []
        self._pressed, self._dragged = None, False
        if rows:
            together = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.clicked.emit(rows[0], together)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show every dot, and at the next double click the ranked ones again."""
        event.accept()
        self.fit(everything=not self._whole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + and -, show all with Home."""
        middle = self._box().center()
        if event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(0.8, middle)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1.25, middle)
        elif event.key() == Qt.Key.Key_Home:
            self.fit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell what is under the pointer."""
        if isinstance(event, QHelpEvent):
            rows = self.at(QPointF(event.pos()))
            if rows:
                QToolTip.showText(event.globalPos(), tip(self.explain(rows)), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    # -- strokes ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint axes, front, whiskers, dots and names, in this order."""
        del event
        if self.cloud is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strokes = Strokes(painter, self.cloud, self.axes(), self._box(), self.theme)
        strokes.axes()
        painter.setClipRect(self._box())
        strokes.front()
        crowds: list[QRectF] = []
        if len(self.cloud.sites) < CLOUD_FROM:
            strokes.whiskers()
            strokes.dots()
            crowds = strokes.crowds()
        else:
            strokes.pixels(FINE if strokes_wanted() else self.devicePixelRatioF())
        strokes.marked(self._marked)
        strokes.leaders(crowds)
        painter.end()

    def _box(self) -> QRectF:
        wide = max(20.0, self.width() - LEFT_ROOM - RIGHT_ROOM)
        return QRectF(LEFT_ROOM, TOP_ROOM, wide, max(20.0, self.height() - TOP_ROOM - FOOT_ROOM))

    def _pixels(self, cloud: Cloud) -> tuple[Floats, Floats]:
        across, up = self.axes()
        return across.pixels(cloud.across.value[cloud.sites]), up.pixels(
            cloud.up.value[cloud.sites]
        )


def axis_value(axis: Axis, pixel: float) -> float:
    """Return the value at a pixel, kept within the axis."""
    return min(max(axis.value(pixel), axis.low), axis.high)
