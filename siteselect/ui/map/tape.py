"""A tape laid over the map: how long a way is and how large an area, on the ellipsoid."""

import math

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from siteselect.geo.crs import GEOD
from siteselect.model.arrays import Floats
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.lettering import Style, write
from siteselect.ui.map.projection import to_geographic
from siteselect.ui.theme import SIZES, Theme

Point = tuple[float, float]
"""x and y of the plane, in metres."""


class Tape:
    """Points that a hand set one after the other, and where the hand now is."""

    def __init__(self) -> None:
        self.points: list[Point] = []
        self.hand: Point | None = None
        self.closed = False
        """Whether the last point was set: the hand no longer draws the tape along."""

    @property
    def laid(self) -> list[Point]:
        """All points of the tape, with that under the hand while it is open."""
        return self.points + ([self.hand] if self.hand is not None and not self.closed else [])

    def set_point(self, x: float, y: float) -> None:
        """Set the next point; after the last one a new tape begins."""
        if self.closed:
            self.points, self.closed = [], False
        self.points.append((x, y))

    def words(self) -> str:
        """Return how long the way is, and from three points on how large the area is."""
        lon, lat = _degrees(self.laid)
        if len(lon) < 2:
            return ""
        told = length_words(float(GEOD.line_length(lon, lat)))
        if len(lon) > 2:
            area, _ = GEOD.polygon_area_perimeter(lon, lat)
            told += f" · {area_words(abs(area))}"
        return told

    def paint(self, painter: QPainter, extent: Extent, theme: Theme) -> None:
        """Paint way, points and words, in pixels."""
        laid = self.laid
        if not laid:
            return
        table = np.array(laid)
        at = [QPointF(*each) for each in extent.pixels(table[:, 0], table[:, 1]).tolist()]
        accent, ground = QColor(theme.accent), QColor(theme.panel)
        if len(at) > 2:
            pale = QColor(accent)
            pale.setAlphaF(0.14)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pale)
            painter.drawPolygon(QPolygonF(at))
        for colour, width in ((ground, 4.5), (accent, 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawPolyline(QPolygonF(at))
        painter.setPen(QPen(accent, 1.6))
        painter.setBrush(ground)
        for each in at:
            painter.drawEllipse(each, 3.4, 3.4)
        words = self.words()
        if words:
            style = Style(SIZES["text"], QFont.Weight.DemiBold, theme.text, theme.panel)
            write(painter, words, style, at[-1].x(), at[-1].y() - 16)


def _degrees(points: list[Point]) -> tuple[Floats, Floats]:
    table = np.array(points, dtype=float).reshape(-1, 2)
    return to_geographic(table[:, 0], table[:, 1])


def length_words(metres: float) -> str:
    """Return a length with three or four figures that count."""
    if metres < 1_000:
        return f"{metres:.0f} m"
    places = 2 if metres < 10_000 else 1 if metres < 100_000 else 0
    return f"{_grouped(metres / 1_000, places)} km"


def area_words(square_metres: float) -> str:
    """Return an area in square kilometres, a small one in hectares."""
    if square_metres < 1_000_000:
        return f"{_grouped(square_metres / 10_000, 1)} ha"
    places = max(0, 3 - int(math.log10(square_metres / 1_000_000)) - 1)
    return f"{_grouped(square_metres / 1_000_000, places)} km²"


def _grouped(number: float, places: int) -> str:
    return f"{number:,.{places}f}".replace(",", "\u2009")
