"""What joins the heads of pins to their points: built once, moved with the map."""

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from siteselect.model.arrays import Floats, Ints
from siteselect.ui.map.pins import LARGE
from siteselect.ui.theme import Theme


class Needles:
    """The needles of some pins, kept while the pins stand alike beside each other."""

    def __init__(self) -> None:
        self._path = QPainterPath()
        self._from = (0.0, 0.0)
        self._known: tuple[bytes, ...] = ()
        self.built = 0
        """How often the path was built."""

    def paint(
        self, painter: QPainter, points: Floats, offsets: Floats, rows: Ints, theme: Theme
    ) -> None:
        """Paint the needles of these rows; those that are farther out are cut off by the view."""
        if not len(rows):
            return
        first = points[rows[0]]
        apart = np.round(points[rows] - first, 3)
        known = (rows.tobytes(), offsets[rows].tobytes(), apart.tobytes())
        if known != self._known:
            self._known = known
            self._path = needles(apart, apart + offsets[rows])
            self.built += 1
        painter.save()
        painter.translate(QPointF(*first))
        painter.setPen(QPen(QColor(0, 0, 0, 130 if theme.dark else 90), 1.0))
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawPath(self._path)
        painter.restore()


def needles(points: Floats, heads: Floats) -> QPainterPath:
    """Return what joins the head of each pin to its point."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    way = points - heads
    length = np.hypot(way[:, 0], way[:, 1])
    for row in np.flatnonzero(length > 0.6 * LARGE).tolist():
        across = np.array([-way[row, 1], way[row, 0]]) / length[row]
        foot, head = points[row], heads[row] + way[row] / length[row] * (0.35 * LARGE)
        wide = across * 0.80 * LARGE if length[row] < 1.7 * LARGE + 4 else across * 0.5 * LARGE
        path.addPolygon(
            QPolygonF([QPointF(*(head + wide)), QPointF(*foot), QPointF(*(head - wide))])
        )
        path.closeSubpath()
    return path
