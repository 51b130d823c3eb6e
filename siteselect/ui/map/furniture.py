"""What lies on the glass before the map: scale bar, north arrow, and who must be named."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPolygonF,
)

from siteselect.language import say_name, say_number
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.lettering import Style, measure
from siteselect.ui.map.lettering import write as letter
from siteselect.ui.map.projection import bar
from siteselect.ui.theme import SIZES, Theme
from siteselect.ui.widgets.painting import face

LONGEST = 130.0
"""Pixels that a scale bar may be long."""
HIGH = 5.0
STEP = 24.0
"""The room for names is taken in steps of so many pixels: a moving map changes it all the time."""
LINES = 2
"""At most so many lines of attribution."""


def length_text(metres: float) -> str:
    """Return a length as a scale bar bears it."""
    far = metres >= 1000
    return f"{say_number(metres / 1000 if far else metres, 0)} {say_name('km' if far else 'm')}"


def paint_scale_bar(
    painter: QPainter, theme: Theme, extent: Extent, left: float, foot: float
) -> QRectF:
    """Paint a bar that is true at the middle of the view; return the box it takes."""
    window = extent.window
    metres, pixels = bar(
        (window[0] + window[2]) / 2, (window[1] + window[3]) / 2, extent.metres_per_pixel, LONGEST
    )
    ink, ground = QColor(theme.text), QColor(theme.panel)
    top = foot - HIGH
    half = pixels / 2
    painter.setPen(QPen(ink, 1.0))
    painter.setBrush(ground)
    painter.drawRect(QRectF(left + 0.5, top + 0.5, pixels, HIGH - 1))
    painter.setBrush(ink)
    painter.drawRect(QRectF(left + 0.5, top + 0.5, half, HIGH - 1))
    style = Style(SIZES["small"], QFont.Weight.Normal, theme.text, theme.panel)
    text = length_text(metres)
    wide = measure(text, style)[0]
    letter(painter, "0", style, left + 3, top - 8)
    letter(painter, text, style, left + pixels, top - 8)
    return QRectF(left, top - 18, pixels + wide / 2, HIGH + 18)


def paint_north(painter: QPainter, theme: Theme, middle: QPointF) -> None:
    """Paint an arrow to the north, which is up everywhere on this map."""
    ink, ground = QColor(theme.text), QColor(theme.panel)
    left = QPolygonF([QPointF(0, -13), QPointF(-6.5, 7), QPointF(0, 3)])
    right = QPolygonF([QPointF(0, -13), QPointF(6.5, 7), QPointF(0, 3)])
    painter.save()
    painter.translate(middle)
    painter.setPen(QPen(ink, 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(ink)
    painter.drawPolygon(left)
    painter.setBrush(ground)
    painter.drawPolygon(right)
    painter.restore()
    style = Style(SIZES["small"], QFont.Weight.DemiBold, theme.text, theme.panel)
    letter(painter, "N", style, middle.x(), middle.y() - 21)


@lru_cache(maxsize=64)
def lines_of(
    parts: tuple[str, ...], width: float, font: QFont, *, whole: bool = False
) -> list[str]:
    """Return the parts, parted by dots, in lines no wider than `width`.

    Where that would take too many lines one line stands for all, and says that there is more;
    unless the `whole` is wanted: paper has no pointer that could ask for the rest.
    """
    metrics = QFontMetricsF(font)
    lines = [""]
    for word in " · ".join(parts).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > LINES and not whole:
        return [metrics.elidedText(" · ".join(parts), Qt.TextElideMode.ElideRight, width)]
    return [line for line in lines if line]


def paint_attribution(
    painter: QPainter,
    theme: Theme,
    parts: tuple[str, ...],
    right: float,
    foot: float,
    width: float,
    *,
    whole: bool = False,
) -> QRectF:
    """Paint who must be named for what is drawn, set to the right; return the box it takes."""
    font = QFont(face("small"))
    font.setPixelSize(10)
    metrics = QFontMetricsF(font)
    lines = lines_of(parts, STEP * (width // STEP), font, whole=whole)
    step = math.ceil(metrics.height())
    wide = max((metrics.horizontalAdvance(line) for line in lines), default=0.0)
    high = step * len(lines)
    veil = QColor(theme.panel)
    veil.setAlphaF(0.66)
    box = QRectF(right - wide - 6, foot - high - 2, wide + 12, high + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(veil)
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    for place, line in enumerate(reversed(lines)):
        x = right - metrics.horizontalAdvance(line)
        painter.drawText(QPointF(x, foot - metrics.descent() - place * step), line)
    return box
