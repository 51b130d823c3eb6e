"""A scatter that can be zoomed and dragged: dots, whiskers, a front, and names that find room."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from siteselect.model.arrays import Floats
from siteselect.ui.charts.axis import Axis, span_of
from siteselect.ui.charts.cloud import Cloud
from siteselect.ui.charts.score_colours import RAMP, colour
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import CENTRE, RIGHT, face, faded, write
from siteselect.ui.widgets.tips import tip

LEFT_ROOM, FOOT_ROOM, TOP_ROOM, RIGHT_ROOM = 42.0, 18.0, 6.0, 10.0
DOT, LEADER_DOT = 4.0, 8.0
REACH = 9.0
"""How near the pointer must be to a dot, in pixels."""
CLOUD_FROM = 400
"""From so many sites on dots are small and set by pixel, all in one stroke."""


class Scatter(QWidget):
    """Paints a `Cloud`. `clicked` is emitted with the row of the evaluation under a click."""

    clicked = Signal(int, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.cloud: Cloud | None = None
        self._marked: frozenset[int] = frozenset()
        self._spans = ((0.0, 1.0), (0.0, 1.0))
        self._moved = False
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(180, 110)
        self.explain: Callable[[int], str] = str
        """From a row of the evaluation to what a tool tip says of it."""

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

    def fit(self) -> None:
        """Show all dots."""
        self._moved = False
        if self.cloud is not None:
            rows = self.cloud.sites
            sides = (self.cloud.across, self.cloud.up)
            spans = [
                span_of(np.concatenate([s.value[rows], s.low[rows], s.high[rows]])) for s in sides
            ]
            self._spans = (spans[0], spans[1])
        self.update()

    def axes(self) -> tuple[Axis, Axis]:
        """Return the two axes as they stand."""
        box = self._box()
        (left, right), (foot, top) = self._spans
        return Axis(left, right, box.left(), box.right()), Axis(foot, top, box.bottom(), box.top())

    def at(self, point: QPointF) -> int | None:
        """Return the row of the evaluation whose dot is nearest to a point, when one is near."""
        if self.cloud is None or not len(self.cloud.sites):
            return None
        across, up = self._pixels(self.cloud)
        far = np.hypot(across - point.x(), up - point.y())
        near = len(far) - 1 - int(np.argmin(far[::-1]))
        return int(self.cloud.sites[near]) if far[near] <= REACH else None

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
        self.update()

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
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Wish for the site under a click; with Ctrl beside those already picked."""
        row = self.at(event.position()) if not self._dragged else None
        self._pressed, self._dragged = None, False
        if row is not None:
            together = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.clicked.emit(row, together)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all dots again."""
        event.accept()
        self.fit()

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
            row = self.at(QPointF(event.pos()))
            if row is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), tip(self.explain(row)), self)
            return True
        return super().event(event)

    # -- strokes ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint axes, front, whiskers, dots and names, in this order."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.cloud is not None:
            self._paint_axes(painter)
            painter.setClipRect(self._box())
            self._paint_front(painter, self.cloud)
            if len(self.cloud.sites) < CLOUD_FROM:
                self._paint_whiskers(painter, self.cloud)
                self._paint_dots(painter, self.cloud)
            else:
                painter.drawImage(self._box(), self._pixel_cloud(self.cloud))
            self._paint_marked(painter, self.cloud)
            self._paint_leaders(painter, self.cloud)
        painter.end()

    def _box(self) -> QRectF:
        wide = max(20.0, self.width() - LEFT_ROOM - RIGHT_ROOM)
        return QRectF(LEFT_ROOM, TOP_ROOM, wide, max(20.0, self.height() - TOP_ROOM - FOOT_ROOM))

    def _pixels(self, cloud: Cloud) -> tuple[Floats, Floats]:
        across, up = self.axes()
        return across.pixels(cloud.across.value[cloud.sites]), up.pixels(
            cloud.up.value[cloud.sites]
        )

    def _paint_axes(self, painter: QPainter) -> None:
        box, (across, up), small = self._box(), self.axes(), face("small")
        line = QPen(QColor(self.theme.line), 1.0)
        for value, text in across.ticks(64):
            x = across.pixel(value)
            painter.setPen(line)
            painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
            write(
                painter,
                QRectF(x - 32, box.bottom() + 2, 64, 14),
                text,
                small,
                self.theme.muted,
                CENTRE,
            )
        for value, text in up.ticks(28):
            y = up.pixel(value)
            painter.setPen(line)
            painter.drawLine(QLineF(box.left(), y, box.right(), y))
            write(
                painter, QRectF(0, y - 8, LEFT_ROOM - 5, 16), text, small, self.theme.muted, RIGHT
            )

    def _paint_front(self, painter: QPainter, cloud: Cloud) -> None:
        across, up = self._pixels(cloud)
        pen = QPen(QColor(self.theme.muted), 1.4, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPolyline(
            QPolygonF([QPointF(float(across[k]), float(up[k])) for k in cloud.front])
        )

    def _paint_whiskers(self, painter: QPainter, cloud: Cloud) -> None:
        across, up = self.axes()
        rows = cloud.sites
        x, y = self._pixels(cloud)
        left, right = across.pixels(cloud.across.low[rows]), across.pixels(cloud.across.high[rows])
        foot, top = up.pixels(cloud.up.low[rows]), up.pixels(cloud.up.high[rows])
        painter.setPen(QPen(faded(self.theme.muted, 0.75), 1.0))
        for k in np.flatnonzero(right - left > 2):
            painter.drawLine(QLineF(float(left[k]), float(y[k]), float(right[k]), float(y[k])))
        for k in np.flatnonzero(foot - top > 2):
            painter.drawLine(QLineF(float(x[k]), float(foot[k]), float(x[k]), float(top[k])))

    def _paint_dots(self, painter: QPainter, cloud: Cloud) -> None:
        across, up = self._pixels(cloud)
        rim, ring = QPen(QColor(self.theme.panel), 1.0), QPen(QColor(self.theme.muted), 1.2)
        for place, step in enumerate(cloud.steps):
            hollow = bool(cloud.hollow[place])
            painter.setPen(ring if hollow else rim)
            painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour(int(step)))
            painter.drawEllipse(QPointF(float(across[place]), float(up[place])), DOT, DOT)

    def _pixel_cloud(self, cloud: Cloud) -> QImage:
        """Return thousands of small dots as a picture, the best on top."""
        box, dense = self._box(), self.devicePixelRatioF()
        wide, high = max(1, int(box.width() * dense)), max(1, int(box.height() * dense))
        across, up = self._pixels(cloud)
        x = ((across - box.left()) * dense).astype(int)
        y = ((up - box.top()) * dense).astype(int)
        pixels = np.zeros((high, wide), dtype=np.uint32)
        red, green, blue = np.round(RAMP[cloud.steps]).astype(np.uint32).T
        paint = (np.uint32(0xFF) << 24) | (red << 16) | (green << 8) | blue
        paint = np.where(cloud.hollow, np.uint32(QColor(self.theme.muted).rgba()), paint)
        reach = round(2 * dense)
        for down in range(-reach, reach + 1):
            for aside in range(-reach, reach + 1):
                if aside * aside + down * down <= reach * reach + 1:
                    row, column = y + down, x + aside
                    seen = (row >= 0) & (row < high) & (column >= 0) & (column < wide)
                    pixels[row[seen], column[seen]] = paint[seen]
        image = QImage(pixels.tobytes(), wide, high, wide * 4, QImage.Format.Format_ARGB32)
        return image.copy()

    def _paint_marked(self, painter: QPainter, cloud: Cloud) -> None:
        if not self._marked:
            return
        across, up = self._pixels(cloud)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.accent), 2.0))
        for place in np.flatnonzero(np.isin(cloud.sites, list(self._marked))):
            painter.drawEllipse(QPointF(float(across[place]), float(up[place])), DOT + 6, DOT + 6)

    def _paint_leaders(self, painter: QPainter, cloud: Cloud) -> None:
        across, up = self._pixels(cloud)
        bold = face("small", bold=True)
        metrics = QFontMetricsF(bold)
        here = [(float(across[k]), float(up[k])) for k, _, _ in cloud.leaders]
        for (k, rank, _), (x, y) in reversed(list(zip(cloud.leaders, here, strict=True))):
            ground = colour(int(cloud.steps[k]))
            painter.setPen(QPen(QColor(self.theme.panel), 1.2))
            painter.setBrush(ground)
            painter.drawEllipse(QPointF(x, y), LEADER_DOT, LEADER_DOT)
            ink = (
                "#10161D" if ground.lightnessF() * 0.6 + ground.greenF() * 0.6 > 0.5 else "#FFFFFF"
            )
            box = QRectF(x - LEADER_DOT, y - LEADER_DOT, 2 * LEADER_DOT, 2 * LEADER_DOT)
            write(painter, box, str(rank), bold, ink, CENTRE)
        dots = [
            QRectF(x - LEADER_DOT, y - LEADER_DOT, 2 * LEADER_DOT, 2 * LEADER_DOT) for x, y in here
        ]
        placed: list[QRectF] = []
        for place, ((_, _, name), (x, y)) in enumerate(zip(cloud.leaders, here, strict=True)):
            size = QSize(int(metrics.horizontalAdvance(name)) + 4, 14)
            others = [dot for other, dot in enumerate(dots) if other != place]
            room = free_room(QPointF(x, y), size, self._box(), [*placed, *others])
            if room is not None:
                placed.append(room)
                painter.fillRect(room, faded(self.theme.panel, 0.7))
                write(painter, room, name, bold, self.theme.text, CENTRE)


def free_room(about: QPointF, size: QSize, frame: QRectF, taken: list[QRectF]) -> QRectF | None:
    """Return room for a name beside a dot: the first of eight places that touches nothing."""
    wide, high, gap = size.width(), size.height(), LEADER_DOT + 2
    for aside, down in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1)):
        reach = gap if not (aside and down) else 0.6 * gap
        x = about.x() + aside * (reach + wide / 2)
        y = about.y() + down * (reach + high / 2)
        room = QRectF(x - wide / 2, y - high / 2, wide, high)
        if frame.contains(room) and not any(room.intersects(other) for other in taken):
            return room
    return None


def axis_value(axis: Axis, pixel: float) -> float:
    """Return the value at a pixel, kept within the axis."""
    return min(max(axis.value(pixel), axis.low), axis.high)
