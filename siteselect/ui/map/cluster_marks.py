"""The mark of a cluster: how many sites there are, and beneath it the best rank among them."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication

from siteselect.ui.map.pins import paint_shadow
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.ramp import ink_on, score_colours

RADII = (13.0, 13.0, 15.0, 17.0)
"""Of marks whose number has one sign, two, three, four."""
MOST = RADII[-1]
COUNT, RANK = 11, 9
"""Pixels of the figures."""
RISE = 2.0
"""Pixels by which the number stands above the middle: beneath it is the rank."""
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
    """Return the radius of a mark of so many sites: it grows with the signs of their number."""
    return RADII[min(len(told(count)), len(RADII)) - 1]


def told(count: int) -> str:
    """Return a number of sites in at most four signs."""
    return str(count) if count < 10_000 else f"{count // 1000}k"


def paint_mark(painter: QPainter, middle: QPointF, mark: Mark, theme: Theme) -> None:
    """Paint a mark by strokes, as the sheet holds it."""
    painter.save()
    painter.translate(middle)
    draw_mark(painter, mark, theme)
    painter.restore()


def draw_mark(painter: QPainter, mark: Mark, theme: Theme) -> None:
    """Paint a mark about the origin."""
    radius = radius_of(mark.count)
    draw_disc(painter, radius, theme)
    draw_ring(painter, radius, mark.step if mark.rank else -1, theme)
    text = told(mark.count)
    painter.setPen(QColor(theme.text))
    painter.setFont(font_of(COUNT))
    box = QRectF(-radius, -radius - RISE, 2 * radius, 2 * radius)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    if not mark.rank:
        return
    text = str(mark.rank)
    painter.translate(0, pill_middle(radius))
    draw_pill(painter, pill_width(len(text)), mark.step, theme)
    painter.setFont(font_of(RANK))
    painter.setPen(ink_on(score_colours()[mark.step]))
    box = QRectF(-MOST, -PILL / 2, 2 * MOST, PILL)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def draw_disc(painter: QPainter, radius: float, theme: Theme) -> None:
    """Paint a disc about the origin, with its shadow."""
    paint_shadow(painter, QPointF(0, 0), radius, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.panel))
    painter.drawEllipse(QPointF(0, 0), radius, radius)


def draw_ring(painter: QPainter, radius: float, step: int, theme: Theme) -> None:
    """Paint the ring of a disc in the colour of a step; in grey for step -1."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(score_colours()[step] if step >= 0 else QColor(theme.muted), 2.6))
    painter.drawEllipse(QPointF(0, 0), radius - 2.2, radius - 2.2)


def draw_pill(painter: QPainter, wide: float, step: int, theme: Theme) -> None:
    """Paint what bears the rank, about the origin."""
    painter.setPen(QPen(QColor(theme.panel), 1.2))
    painter.setBrush(score_colours()[step])
    painter.drawRoundedRect(QRectF(-wide / 2, -PILL / 2, wide, PILL), PILL / 2, PILL / 2)


def pill_middle(radius: float) -> float:
    """Return how far beneath the middle of its disc a pill stands."""
    return radius - 6.0 + PILL / 2


def pill_width(digits: int) -> float:
    """Return how wide a pill for so many digits is."""
    return max(digits * advance(RANK) + 7.0, PILL)


def advance(pixels: int) -> float:
    """Return the width of a figure; all are alike."""
    return QFontMetricsF(font_of(pixels)).horizontalAdvance("0")


def font_of(pixels: int) -> QFont:
    """Return the font of the figures."""
    font = QFont(QApplication.font().family())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold)
    return font
