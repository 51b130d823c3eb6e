"""Meridians and parallels at whole steps of degrees, and what they are called at the edges."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from siteselect.geo.crs import EARTH_RADIUS_M
from siteselect.model.arrays import Floats
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.labels import Box, Wish, place
from siteselect.ui.map.lettering import Style, measure, write
from siteselect.ui.map.projection import geographic_point, to_scene
from siteselect.ui.strokes import strokes_wanted
from siteselect.ui.theme import Theme

STEPS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
LAST = 30.0
OVER = 900.0
"""Pixels over which there are at most twelve meridians: the step hangs on the scale alone."""
INK, THIN = 0.45, 0.6
"""Opacity and width in pixels of a line."""
AWAY = 4.0
"""Pixels between the edge and what stands there."""


@dataclass(frozen=True, slots=True, eq=False)
class Graticule:
    """The lines in one view: degrees, and pixels from the left or from the top."""

    step: float
    meridians: Floats
    x: Floats
    parallels: Floats
    y: Floats


def graticule_step(degrees: float) -> float:
    """Return the step of a graticule that gives some six to twelve lines over so many degrees."""
    return next((step for step in STEPS if degrees / step <= 12), LAST)


def graticule_of(extent: Extent, metres_per_pixel: float | None = None) -> Graticule:
    """Return the lines that are seen, at the step of another scale when one is given."""
    scale = extent.metres_per_pixel if metres_per_pixel is None else metres_per_pixel
    step = graticule_step(float(np.degrees(OVER * scale / EARTH_RADIUS_M)))
    left, top, right, foot = extent.window
    (west, north), (east, south) = geographic_point(left, top), geographic_point(right, foot)
    meridians = np.arange(np.ceil(west / step), np.floor(east / step) + 1) * step
    parallels = np.arange(np.ceil(south / step), np.floor(north / step) + 1) * step
    x = extent.pixels(*to_scene(meridians, np.zeros_like(meridians)))[:, 0]
    y = extent.pixels(*to_scene(np.zeros_like(parallels), parallels))[:, 1]
    return Graticule(step, meridians, x, parallels, y)


def paint_graticule(painter: QPainter, extent: Extent, theme: Theme) -> None:
    """Paint the lines, in pixels: as strokes on paper, else as strips of whole pixels.

    A strip needs no smoothing, which takes most of the time, and is as pale as the stroke is thin.
    """
    lines = graticule_of(extent)
    ink = QColor(theme.muted)
    if strokes_wanted():
        ink.setAlphaF(INK)
        painter.setPen(QPen(ink, THIN))
        painter.drawLines([QLineF(each, 0, each, extent.height) for each in lines.x.tolist()])
        painter.drawLines([QLineF(0, each, extent.width, each) for each in lines.y.tolist()])
        return
    ink.setAlphaF(INK * THIN)
    for each in np.floor(lines.x).tolist():
        painter.fillRect(QRectF(each, 0, 1, extent.height), ink)
    for each in np.floor(lines.y).tolist():
        painter.fillRect(QRectF(0, each, extent.width, 1), ink)


def paint_degrees(
    painter: QPainter, theme: Theme, lines: Graticule, frame: Box, taken: Floats
) -> list[Box]:
    """Write the degrees at the edges of a frame, clear of what is taken; return their boxes.

    Meridians are told at the top, parallels at the left; at the other end where that is taken.
    """
    style = Style(10, QFont.Weight.Medium, theme.muted, theme.panel)
    left, top, right, foot = frame
    names, wishes = [], []
    for degrees, x in zip(lines.meridians.tolist(), lines.x.tolist(), strict=True):
        wide, high = measure(text := degrees_text(degrees, lines.step, "EW"), style)
        ends = np.array([(x, top + AWAY + high / 2), (x, foot - AWAY - high / 2)])
        names.append(text)
        wishes.append(Wish(wide + 4, high, ends))
    for degrees, y in zip(lines.parallels.tolist(), lines.y.tolist(), strict=True):
        wide, high = measure(text := degrees_text(degrees, lines.step, "NS"), style)
        ends = np.array([(left + AWAY + 2 + wide / 2, y), (right - AWAY - 2 - wide / 2, y)])
        names.append(text)
        wishes.append(Wish(wide + 4, high, ends))
    boxes = []
    for text, spot in zip(names, place(wishes, taken, np.empty((0, 4)), frame), strict=True):
        if spot is not None:
            write(painter, text, style, spot.x, spot.y)
            boxes.append(spot.box)
    return boxes


def degrees_text(degrees: float, step: float, sides: str) -> str:
    """Return degrees with the letter of their side, the first of two letters where positive."""
    places = next((each for each in (0, 1) if abs(step * 10**each % 1) < 1e-9), 2)
    told = f"{abs(degrees):.{places}f}°"
    return told if abs(degrees) < step / 2 else f"{told} {sides[degrees < 0]}"
