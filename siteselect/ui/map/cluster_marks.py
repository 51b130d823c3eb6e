"""The mark of a cluster: how many sites there are, and beneath it the best rank among them."""

import math
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from siteselect.ui.map.pins import paint_shadow
from siteselect.ui.strokes import strokes_wanted
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.ramp import ink_on, score_colours

LEAST, MOST = 12.0, 17.0
"""Radii of the smallest mark and of the largest."""
EDGE = 3.0
"""Pixels beyond the disc that a mark may take for its shadow."""
PILL = 13.0
"""Height of what bears the rank."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one mark shows."""

    count: int
    rank: int
    """The best rank among its sites; 0 where none has one."""
    step: int
    """Of the ramp, at the best score."""


def radius_of(count: int) -> float:
    """Return the radius of a mark of so many sites: it grows with the digits of their number."""
    return min(LEAST + 1.7 * (math.log10(max(count, 1))), MOST)


def told(count: int) -> str:
    """Return a number of sites in at most four signs."""
    return str(count) if count < 10_000 else f"{count // 1000}k"


def paint_mark(painter: QPainter, middle: QPointF, mark: Mark, theme: Theme) -> None:
    """Paint a mark, out of a store of those painted before unless strokes are wanted."""
    if strokes_wanted():
        painter.save()
        painter.translate(middle)
        draw_mark(painter, mark, theme)
        painter.restore()
        return
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    disc = _disc(mark.count, mark.step if mark.rank else -1, theme, ratio)
    _put(painter, middle, disc, ratio)
    if mark.rank:
        _put(painter, middle, _pill(mark, theme, ratio), ratio)


def draw_mark(painter: QPainter, mark: Mark, theme: Theme) -> None:
    """Paint a mark about the origin, by strokes."""
    _paint_disc(painter, mark.count, mark.step if mark.rank else -1, theme)
    _paint_pill(painter, mark, theme)


def _put(painter: QPainter, middle: QPointF, image: QImage, ratio: float) -> None:
    half = image.width() / ratio / 2
    painter.drawImage(QPointF(round(middle.x()) - half, round(middle.y()) - half), image)


def _blank(ratio: float) -> tuple[QImage, QPainter]:
    side = 2 * math.ceil(MOST + PILL)
    image = QImage(
        round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    return image, painter


@lru_cache(maxsize=2048)
def _disc(count: int, step: int, theme: Theme, ratio: float) -> QImage:
    image, painter = _blank(ratio)
    _paint_disc(painter, count, step, theme)
    painter.end()
    return image


@lru_cache(maxsize=4096)
def _pill(mark: Mark, theme: Theme, ratio: float) -> QImage:
    image, painter = _blank(ratio)
    _paint_pill(painter, mark, theme)
    painter.end()
    return image


def _paint_disc(painter: QPainter, count: int, step: int, theme: Theme) -> None:
    """Paint the disc with the number of sites, ringed in the colour of the best score."""
    radius = radius_of(count)
    paint_shadow(painter, QPointF(0, 0), radius, theme)
    ring = score_colours()[step] if step >= 0 else QColor(theme.muted)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.panel))
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ring, 2.6))
    painter.drawEllipse(QPointF(0, 0), radius - 2.2, radius - 2.2)
    painter.setPen(QColor(theme.text))
    text = told(count)
    painter.setFont(_font(11 if len(text) < 3 else 10 if len(text) < 4 else 9))
    rise = 2.0 if step >= 0 else 0.0
    box = QRectF(-radius, -radius - rise, 2 * radius, 2 * radius)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def _paint_pill(painter: QPainter, mark: Mark, theme: Theme) -> None:
    """Paint the best rank in its colour, on the lower edge of the disc."""
    if not mark.rank:
        return
    font, text = _font(9), str(mark.rank)
    wide = max(QFontMetricsF(font).horizontalAdvance(text) + 7, PILL)
    top = radius_of(mark.count) - 6.5
    box = QRectF(-wide / 2, top, wide, PILL)
    colour = score_colours()[mark.step]
    painter.setPen(QPen(QColor(theme.panel), 1.2))
    painter.setBrush(colour)
    painter.drawRoundedRect(box, PILL / 2, PILL / 2)
    painter.setFont(font)
    painter.setPen(ink_on(colour))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def _font(pixels: int) -> QFont:
    font = QFont(QApplication.font().family())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold)
    return font
