"""Strokes that several displays share: faces, open bars, hatches, whiskers."""

import math
from collections.abc import Iterable
from functools import cache, lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QApplication

from siteselect.ui.theme import SIZES, Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
FOOT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom

_WIDE = 10**6


@cache
def face(size: str = "text", *, bold: bool = False) -> QFont:
    """Return the application's font in one of the theme's sizes; its figures are of one width."""
    font = QFont(QApplication.font().family())
    font.setPixelSize(SIZES[size])
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def forget_faces() -> None:
    """Ask the application for its font again."""
    face.cache_clear()
    _laid_out.cache_clear()


@lru_cache(maxsize=4096)
def _laid_out(text: str, pixels: int, bold: bool, width: int) -> tuple[QStaticText, float, float]:
    """Return one line cut to a width, laid out for quick painting, with its size."""
    font = face(next(name for name, held in SIZES.items() if held == pixels), bold=bold)
    cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
    line = QStaticText(cut)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    line.prepare(font=font)
    return line, line.size().width(), line.size().height()


@lru_cache(maxsize=256)
def _ink(colour: str) -> QColor:
    return QColor(colour)


def width_of(text: str, font: QFont) -> float:
    """Return how wide a line in a `face` is."""
    return _laid_out(text, font.pixelSize(), font.bold(), _WIDE)[1]


def whole_words(text: str, font: QFont, width: float) -> str:
    """Return the first words of a line in a `face` that fit; a tool tip has them all."""
    if width_of(text, font) > width:
        text = text.split(",", 1)[0]
    while " " in text and width_of(text, font) > width:
        text = text.rsplit(" ", 1)[0]
    return text


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    colour: str | QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Write one line in a `face`, at one of four places, cut where it does not fit."""
    line, wide, high = _laid_out(text, font.pixelSize(), font.bold(), math.ceil(box.width()))
    painter.setFont(font)
    painter.setPen(colour if isinstance(colour, QColor) else _ink(colour))
    left, top = box.left(), box.top() + (box.height() - high) / 2
    if align == RIGHT:
        left = box.right() - wide
    elif align == CENTRE:
        left += (box.width() - wide) / 2
    elif align == FOOT:
        top = box.bottom() - high
    painter.drawStaticText(QPointF(left, top), line)


def faded(colour: str | QColor, alpha: float) -> QColor:
    """Return a colour with an opacity of 0 to 1."""
    pale = QColor(colour)
    pale.setAlphaF(alpha)
    return pale


def paint_segments(
    painter: QPainter, box: QRectF, parts: Iterable[tuple[float, QColor]], *, gap: float = 1.0
) -> float:
    """Fill `box` from the left with parts given as shares of its width; return where they end."""
    left = box.left()
    painter.setPen(Qt.PenStyle.NoPen)
    for share, colour in parts:
        wide = share * box.width()
        if wide <= 0:
            continue
        drawn = max(wide - gap, min(wide, 0.75))
        painter.fillRect(QRectF(left, box.top(), drawn, box.height()), colour)
        left += wide
    return left


def paint_open_end(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Hatch what nobody knows: closed by a dashed line above and below, open to the right."""
    if box.width() < 1.5:
        return
    painter.save()
    painter.fillRect(box, QBrush(faded(theme.muted, 0.55), Qt.BrushStyle.BDiagPattern))
    pen = QPen(faded(theme.muted, 0.8), 1.0, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([2.0, 2.0])
    painter.setPen(pen)
    top, foot = box.top() + 0.5, box.bottom() - 0.5
    painter.drawLine(QLineF(box.left(), top, box.right(), top))
    painter.drawLine(QLineF(box.left(), foot, box.right(), foot))
    painter.restore()


def paint_whisker(
    painter: QPainter,
    low: QPointF,
    high: QPointF,
    colour: str | QColor,
    *,
    cap: float = 3.0,
    open_end: bool = False,
) -> None:
    """Draw an interval from left to right; an open end has no cap."""
    if high.x() - low.x() < 1.5:
        return
    painter.save()
    painter.setPen(QPen(QColor(colour), 1.2))
    painter.drawLine(QLineF(low, high))
    ends = (low,) if open_end else (low, high)
    for end in ends:
        painter.drawLine(QLineF(end.x(), end.y() - cap, end.x(), end.y() + cap))
    painter.restore()


def paint_struck_circle(painter: QPainter, centre: QPointF, radius: float, colour: str) -> None:
    """Draw the sign of a site that fails a gate: a circle struck through."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius, radius)
    reach = radius * 0.7071
    painter.drawLine(
        QLineF(centre.x() - reach, centre.y() - reach, centre.x() + reach, centre.y() + reach)
    )
    painter.restore()


def rounded(painter: QPainter, box: QRectF, fill: str | QColor, radius: float = 4.0) -> None:
    """Fill a box with round corners."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()
