"""Seamless patterns for areas, fixed to the plane while it moves."""

from functools import cache

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from siteselect.ui.map.extent import Extent
from siteselect.ui.strokes import strokes_wanted
from siteselect.ui.theme import Theme

AMBER = "#E8A33D"
"""Fill of what is conditional; the theme's amber is for text."""
TILE = 9
"""Pixels from line to line along an axis."""


_RULED: dict[int, tuple[QPen, bool]] = {}
"""By the key of a tile: its pen, and whether its lines rise to the right."""


@cache
def ruled(colour: str, alpha: float, width: float, rising: bool, ratio: float) -> QImage:
    """Return a tile of lines at 45 degrees, rising to the right or falling."""
    tile, painter = _tile(TILE, ratio)
    shade = QColor(colour)
    shade.setAlphaF(alpha)
    pen = QPen(shade, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
    painter.setPen(pen)
    for shift in (-TILE, 0, TILE):
        start, end = (2 * TILE, -TILE) if rising else (-TILE, 2 * TILE)
        painter.drawLine(QLineF(shift - TILE, start, shift + 2 * TILE, end))
    painter.end()
    _RULED[tile.cacheKey()] = (pen, rising)
    return tile


def fill(painter: QPainter, path: QPainterPath, brush: QBrush) -> None:
    """Fill a path; on paper a hatch is made of its lines, which a printer draws sharp."""
    held = _RULED.get(brush.textureImage().cacheKey()) if strokes_wanted() else None
    if held is None:
        painter.setBrush(brush)
        painter.drawPath(path)
        return
    pen, rising = held
    painter.save()
    to_plane = brush.transform().inverted()[0]
    to_pixels = painter.worldTransform()
    box = to_pixels.mapRect(path.boundingRect())
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.resetTransform()
    painter.setPen(pen)
    origin = to_pixels.map(to_plane.inverted()[0].map(QPointF(0, 0)))
    side = 1.0 if rising else -1.0  # x + y, or x - y, is the same all along a line
    ends = [
        (corner.x() - origin.x()) + side * (corner.y() - origin.y())
        for corner in (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight())
    ]
    top, foot = box.top(), box.bottom()
    for place in np.arange(np.floor(min(ends) / TILE), np.ceil(max(ends) / TILE) + 1).tolist():
        across = origin.x() + place * TILE
        start = across - side * (top - origin.y())
        end = across - side * (foot - origin.y())
        painter.drawLine(QLineF(start, top, end, foot))
    painter.restore()


def brush_of(tile: QImage, extent: Extent) -> QBrush:
    """Return a brush for painting in metres whose pattern stays put when the map is dragged."""
    brush = QBrush(tile)
    step = extent.metres_per_pixel
    brush.setTransform(QTransform.fromScale(step, step))
    return brush


def _tile(side: int, ratio: float) -> tuple[QImage, QPainter]:
    image = QImage(
        round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter


def unknown(theme: Theme, ratio: float) -> QImage:
    """Return the grey hatch of what nobody knows: lines falling to the right."""
    return ruled(theme.muted, 0.34, 0.8, False, ratio)


def unlawful(theme: Theme, ratio: float) -> QImage:
    """Return the hatch where mining is unlawful: lines rising to the right."""
    return ruled(theme.warn, 0.62, 1.1, True, ratio)
