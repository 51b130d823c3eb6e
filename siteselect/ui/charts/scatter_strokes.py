"""The strokes of a scatter, from the ground up: axes, front, whiskers, dots, rings, names."""

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from siteselect.ui.charts.axis import Axis
from siteselect.ui.charts.cloud import Cloud
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import CENTRE, RIGHT, face, faded, width_of, write
from siteselect.ui.widgets.ramp import ink_on, score_colours

DOT, LEADER_DOT = 4.0, 8.0
SAME = 2.0
"""Dots this near to each other cover each other; from `CROWD` on their number stands beside."""
CROWD = 3
_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))


class Strokes:
    """Paints one cloud within one box; each method is one layer."""

    def __init__(
        self, painter: QPainter, cloud: Cloud, axes: tuple[Axis, Axis], box: QRectF, theme: Theme
    ) -> None:
        self._painter, self._cloud, self._box, self._theme = painter, cloud, box, theme
        self._across, self._up = axes
        self._x = self._across.pixels(cloud.across.value[cloud.sites])
        self._y = self._up.pixels(cloud.up.value[cloud.sites])

    def axes(self) -> None:
        """Paint grid lines and ticks."""
        painter, box, small = self._painter, self._box, face("small")
        line = QPen(QColor(self._theme.line), 1.0)
        for value, text in self._across.ticks(64):
            x = self._across.pixel(value)
            painter.setPen(line)
            painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
            room = QRectF(x - 32, box.bottom() + 2, 64, 14)
            write(painter, room, text, small, self._theme.muted, CENTRE)
        for value, text in self._up.ticks(28):
            y = self._up.pixel(value)
            painter.setPen(line)
            painter.drawLine(QLineF(box.left(), y, box.right(), y))
            room = QRectF(0, y - 8, box.left() - 5, 16)
            write(painter, room, text, small, self._theme.muted, RIGHT)

    def front(self) -> None:
        """Paint the line of the sites that none beats."""
        self._painter.setPen(QPen(QColor(self._theme.muted), 1.4, Qt.PenStyle.DashLine))
        spots = [QPointF(float(self._x[k]), float(self._y[k])) for k in self._cloud.front]
        self._painter.drawPolyline(QPolygonF(spots))

    def whiskers(self) -> None:
        """Paint the intervals of both facts."""
        cloud, rows = self._cloud, self._cloud.sites
        left = self._across.pixels(cloud.across.low[rows])
        right = self._across.pixels(cloud.across.high[rows])
        foot, top = self._up.pixels(cloud.up.low[rows]), self._up.pixels(cloud.up.high[rows])
        self._painter.setPen(QPen(faded(self._theme.muted, 0.75), 1.0))
        for k in np.flatnonzero(right - left > 2):
            y = float(self._y[k])
            self._painter.drawLine(QLineF(float(left[k]), y, float(right[k]), y))
        for k in np.flatnonzero(foot - top > 2):
            x = float(self._x[k])
            self._painter.drawLine(QLineF(x, float(foot[k]), x, float(top[k])))

    def dots(self) -> None:
        """Paint each site: filled by score, hollow below the line and where a gate fails.

        Sites of one colour are one stroke of round points, the best ones last.
        """
        hollow, steps, colours = self._cloud.hollow, self._cloud.steps, score_colours()
        self._painter.setPen(QPen(QColor(self._theme.muted), 1.2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for place in np.flatnonzero(hollow):
            self._painter.drawEllipse(self._spot(int(place)), DOT, DOT)
        rim = QColor(self._theme.panel)
        for step in np.unique(steps[~hollow]).tolist():
            members = np.flatnonzero(~hollow & (steps == step)).tolist()
            spots = QPolygonF([self._spot(place) for place in members])
            for colour, wide in ((rim, 2 * DOT + 1), (colours[step], 2 * DOT - 1)):
                self._painter.setPen(
                    QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
                )
                self._painter.drawPoints(spots)

    def crowds(self) -> list[QRectF]:
        """Write how many dots cover each other; return where the numbers stand."""
        spots = np.round(np.column_stack([self._x, self._y]) / SAME)
        where, count = np.unique(spots, axis=0, return_counts=True)
        rooms = []
        for (x, y), crowd in zip(where * SAME, count, strict=True):
            if crowd >= CROWD:
                words = f"×{int(crowd)}"
                wide = width_of(words, face("small"))
                rooms.append(QRectF(float(x) + 6, float(y) + 5, wide, 14))
                write(self._painter, rooms[-1], words, face("small"), self._theme.muted)
        return rooms

    def pixels(self, dense: float) -> None:
        """Paint thousands of small dots as one picture, the best on top."""
        box, steps = self._box, self._cloud.steps
        wide, high = max(1, int(box.width() * dense)), max(1, int(box.height() * dense))
        x = ((self._x - box.left()) * dense).astype(int)
        y = ((self._y - box.top()) * dense).astype(int)
        picture = np.zeros((high, wide), dtype=np.uint32)
        ramp = np.array([each.rgba() for each in score_colours()], dtype=np.uint32)
        paint = ramp[steps]
        paint = np.where(self._cloud.hollow, np.uint32(QColor(self._theme.muted).rgba()), paint)
        reach = round(2 * dense)
        for down in range(-reach, reach + 1):
            for aside in range(-reach, reach + 1):
                if aside * aside + down * down <= reach * reach + 1:
                    row, column = y + down, x + aside
                    seen = (row >= 0) & (row < high) & (column >= 0) & (column < wide)
                    picture[row[seen], column[seen]] = paint[seen]
        held = picture.tobytes()
        image = QImage(held, wide, high, wide * 4, QImage.Format.Format_ARGB32)
        self._painter.drawImage(box, image)

    def marked(self, rows: Iterable[int]) -> None:
        """Ring the dots of the sites that are picked."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(self._theme.accent), 2.0))
        for place in np.flatnonzero(np.isin(self._cloud.sites, list(rows))):
            self._painter.drawEllipse(self._spot(int(place)), DOT + 6, DOT + 6)

    def leaders(self, taken: list[QRectF]) -> None:
        """Paint the first few with their number, and their names where there is room."""
        painter, bold, colours = self._painter, face("small", bold=True), score_colours()
        reach = QPointF(LEADER_DOT, LEADER_DOT)
        dots: list[QRectF] = []
        for place, rank, _ in reversed(self._cloud.leaders):
            ground, spot = colours[int(self._cloud.steps[place])], self._spot(place)
            painter.setPen(QPen(QColor(self._theme.panel), 1.2))
            painter.setBrush(ground)
            painter.drawEllipse(spot, LEADER_DOT, LEADER_DOT)
            dots.insert(0, QRectF(spot - reach, spot + reach))
            write(painter, dots[0], str(rank), bold, ink_on(ground), CENTRE)
        placed: list[QRectF] = []
        for (_, _, name), dot in zip(self._cloud.leaders, dots, strict=True):
            size = QSizeF(width_of(name, bold) + 4, 14)
            others = [other for other in dots if other != dot]
            room = free_room(dot.center(), size, self._box, [*taken, *placed, *others])
            if room is not None:
                placed.append(room)
                painter.fillRect(room, faded(self._theme.panel, 0.7))
                write(painter, room, name, bold, self._theme.text, CENTRE)

    def _spot(self, place: int) -> QPointF:
        return QPointF(float(self._x[place]), float(self._y[place]))


def free_room(about: QPointF, size: QSizeF, frame: QRectF, taken: list[QRectF]) -> QRectF | None:
    """Return room for a name beside a dot: the first of eight places that touches nothing."""
    wide, high, gap = size.width(), size.height(), LEADER_DOT + 2
    for aside, down in _SIDES:
        reach = gap if not (aside and down) else 0.6 * gap
        x = about.x() + aside * (reach + wide / 2)
        y = about.y() + down * (reach + high / 2)
        room = QRectF(x - wide / 2, y - high / 2, wide, high)
        if frame.contains(room) and not any(room.intersects(other) for other in taken):
            return room
    return None
