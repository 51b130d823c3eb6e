"""What lies beneath the land, painted, and a veil over it: prices, lines and names stay clear."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from siteselect.progress import Progress, silent
from siteselect.ui.map.backdrop import Backdrop
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.levels import Shapes
from siteselect.ui.strokes import strokes_wanted
from siteselect.ui.theme import Theme

VEIL_LIGHT, VEIL_DARK = 0.12, 0.5
"""How much of the land's own colour lies over a backdrop."""
AROUND = 0.42
"""How much of the neighbours' colour lies over it beyond the regions."""
TINT, LAKE = 0.5, 0.3
"""How much of the tints of prices, and of the colour of lakes, is seen over a backdrop."""
FINE = 2.0
"""Pixels to one of the screen on paper."""


def paint_beneath(
    painter: QPainter,
    backdrop: Backdrop,
    extent: Extent,
    theme: Theme,
    realms: Shapes,
    tint: Callable[[QPainter], object],
    progress: Progress = silent,
) -> None:
    """Paint a backdrop with its veil and tints over land and water; the painter is on the plane.

    Where the backdrop is clear the map stays as it is: veil and tints lie on its own pixels alone.

    Parameters
    ----------
    painter
        Its transform is put back.
    backdrop, extent, theme, realms
        What lies beneath, where, in which look, and the regions that the pack is about.
    tint
        Paints the tints of prices, on the plane.
    progress
        Told while the backdrop is composed; the place where it can be stopped.
    """
    fine = replace(extent, ratio=max(extent.ratio, FINE)) if strokes_wanted() else extent
    image = backdrop.shows.compose(fine, progress)
    if image is None:
        return
    whole = QRectF(0, 0, extent.width, extent.height)
    over = QPainter(image)
    try:
        over.setRenderHint(QPainter.RenderHint.Antialiasing)
        over.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        veil = QColor(theme.land)
        veil.setAlphaF(VEIL_DARK if theme.dark else VEIL_LIGHT)
        over.fillRect(whole, veil)
        over.setWorldTransform(extent.transform)
        _paint_around(over, extent, theme, realms)
        over.setOpacity(TINT)
        tint(over)
    finally:
        over.end()
    painter.resetTransform()
    painter.setOpacity(backdrop.strength)
    painter.drawImage(whole, image, QRectF(image.rect()))
    painter.setOpacity(1.0)
    painter.setWorldTransform(extent.transform)


def _paint_around(painter: QPainter, extent: Extent, theme: Theme, realms: Shapes) -> None:
    """Lay the neighbours' colour over all that is none of the regions."""
    left, top, right, foot = extent.window
    around = QPainterPath()
    around.setFillRule(Qt.FillRule.OddEvenFill)
    around.addRect(QRectF(left, top, right - left, foot - top))
    for _, path in realms.paths(extent.metres_per_pixel, extent.window):
        around.addPath(path)
    shade = QColor(theme.neighbours)
    shade.setAlphaF(AROUND)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawPath(around)
