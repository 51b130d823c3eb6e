"""Seamless patterns for areas: ruled lines and sparse dots, fixed to the plane while it moves."""

from functools import cache

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform

from siteselect.ui.map.extent import Extent

TILE = 9
"""Pixels from line to line along an axis."""


@cache
def ruled(colour: str, alpha: float, width: float, rising: bool, ratio: float) -> QImage:
    """Return a tile of lines at 45 degrees, rising to the right or falling."""
    tile, painter = _tile(TILE, ratio)
    shade = QColor(colour)
    shade.setAlphaF(alpha)
    painter.setPen(QPen(shade, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    for shift in (-TILE, 0, TILE):
        start, end = (TILE, 0) if rising else (0, TILE)
        painter.drawLine(QLineF(shift, start, shift + TILE, end))
    painter.end()
    return tile


@cache
def dotted(colour: str, alpha: float, radius: float, ratio: float) -> QImage:
    """Return a tile of two dots set like a five on a die without its middle row."""
    side = 2 * TILE - 6
    tile, painter = _tile(side, ratio)
    shade = QColor(colour)
    shade.setAlphaF(alpha)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    for at in (side / 4, 3 * side / 4):
        painter.drawEllipse(QPointF(at, at), radius, radius)
    painter.end()
    return tile


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
