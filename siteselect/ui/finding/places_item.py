"""Suggested places on the map: numbered pins with their names."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from siteselect.model.arrays import Floats
from siteselect.scan.shortlist import Suggestion
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.projection import to_scene
from siteselect.ui.map.surface_item import WHOLE_PLANE
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import CENTRE, face, write

_RADIUS, _STEM = 11.0, 19.0
_GAP, _HIGH = 5.0, 16.0


class PlacesItem(QGraphicsItem):
    """Paints the places over everything else, in pixels."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.chosen = -1
        """The place that is marked, by its row."""
        self._places: tuple[Suggestion, ...] = ()
        self._points: tuple[Floats, Floats] = (np.empty(0), np.empty(0))
        self._view: Extent | None = None
        self.setZValue(5.0)

    def boundingRect(self) -> QRectF:
        """Return the whole plane."""
        return WHOLE_PLANE

    def show_places(self, places: Sequence[Suggestion]) -> None:
        """Show these places."""
        self._places = tuple(places)
        lon, lat = ([getattr(each, name) for each in places] for name in ("lon", "lat"))
        self._points = to_scene(np.array(lon, float), np.array(lat, float))
        self.chosen = -1
        self.update()

    def look(self, view: Extent) -> None:
        """Take note of which part of the plane is on which pixels of the view."""
        self._view = view
        self.update()

    def point(self, row: int) -> tuple[float, float]:
        """Return where a place lies in the plane."""
        return float(self._points[0][row]), float(self._points[1][row])

    def at(self, pixel: QPointF) -> int:
        """Return the place whose pin lies under a pixel; -1 for none."""
        if self._view is None:
            return -1
        for row, (x, y) in enumerate(self._view.pixels(*self._points)):
            away = QPointF(x, y - _STEM) - pixel
            if away.x() ** 2 + away.y() ** 2 <= (_RADIUS + 2) ** 2:
                return row
        return -1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint names first, then pins, the best on top."""
        del option, widget
        if self._view is None or not self._places:
            return
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pixels = self._view.pixels(*self._points)
        self._write_names(painter, pixels)
        for row in reversed(range(len(self._places))):
            self._paint_pin(painter, QPointF(*pixels[row]), row)
        painter.restore()

    def _paint_pin(self, painter: QPainter, point: QPointF, row: int) -> None:
        dark = row == self.chosen
        ink = QColor("#10161D")
        ground = QColor(self.theme.accent) if dark else QColor("#FFFFFF")
        head = point - QPointF(0, _STEM)
        pin = QPainterPath(point)
        pin.lineTo(head + QPointF(-7.5, 8.0))
        pin.arcTo(QRectF(head.x() - _RADIUS, head.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS),
                  223, -266)  # fmt: skip
        pin.closeSubpath()
        painter.setPen(QPen(ink, 1.6))
        painter.setBrush(ground)
        painter.drawPath(pin)
        box = QRectF(head.x() - _RADIUS, head.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        colour = QColor(self.theme.on_accent) if dark else ink
        write(painter, box, str(self._places[row].rank), face("small", bold=True), colour, CENTRE)

    def _write_names(self, painter: QPainter, pixels: Floats) -> None:
        """Write the names that find room, beside their pins, with a halo."""
        font, taken = face("small", bold=True), [self._head(each) for each in pixels]
        measure = QFontMetricsF(font)
        titles = [place.title for place in self._places]
        for row in range(len(titles)):
            wide = measure.horizontalAdvance(titles[row]) + 4
            head = self._head(pixels[row])
            spots = (
                QRectF(head.right() + _GAP, head.center().y() - _HIGH / 2, wide, _HIGH),
                QRectF(head.left() - _GAP - wide, head.center().y() - _HIGH / 2, wide, _HIGH),
            )
            others = [box for other, box in enumerate(taken) if other != row]
            spot = next((each for each in spots if not _meets(each, others)), None)
            if spot is None:
                continue
            taken.append(spot)
            path = QPainterPath()
            path.addText(spot.left(), spot.center().y() + measure.ascent() / 2 - 1, font,
                         titles[row])  # fmt: skip
            halo = QColor(self.theme.panel)
            halo.setAlphaF(0.9)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(halo, 3.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                                Qt.PenJoinStyle.RoundJoin))  # fmt: skip
            painter.drawPath(path)
            painter.fillPath(path, QColor(self.theme.text))

    def _head(self, point: Floats) -> QRectF:
        x, y = float(point[0]), float(point[1]) - _STEM
        return QRectF(x - _RADIUS, y - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)


def _meets(box: QRectF, others: Sequence[QRectF]) -> bool:
    return any(box.intersects(each) for each in others)
