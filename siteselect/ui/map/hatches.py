"""Seamless patterns for areas, fixed to the plane while it moves."""

from functools import cache

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform

from siteselect.ui.map.extent import Extent
from siteselect.ui.theme import Theme

AMBER = "#E8A33D"
"""Fill of what is conditional; the theme's amber is for text."""
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
        start, end = (2 * TILE, -TILE) if rising else (-TILE, 2 * TILE)
        painter.drawLine(QLineF(shift - TILE, start, shift + 2 * TILE, end))
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


def unknown(theme: Theme, ratio: float) -> QImage:
    """Return the grey hatch of what nobody knows: lines falling to the right."""
    return ruled(theme.muted, 0.34, 0.8, False, ratio)


def unlawful(theme: Theme, ratio: float) -> QImage:
    """Return the hatch where mining is unlawful: lines rising to the right."""
    return ruled(theme.warn, 0.62, 1.1, True, ratio)
