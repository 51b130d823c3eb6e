"""Letters with a halo, drawn once and kept: names must be read on any ground."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication

from siteselect.ui.strokes import strokes_wanted

HALO = 1.6
"""Width of the halo in pixels."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of name is written."""

    pixels: int
    weight: QFont.Weight
    colour: str
    halo: str
    spacing: float = 0.0
    """Pixels between letters."""
    upper: bool = False
    italic: bool = False
    alpha: float = 1.0


def spoken(text: str, style: Style) -> str:
    """Return the text as written in this style."""
    return text.upper() if style.upper else text


def font_of(style: Style, family: str) -> QFont:
    """Return the font of a style, a new one each time.

    Names are written on two threads. A font keeps the engine of the thread that used it last,
    and that engine dies with its thread: a font that is kept and shared ends in a crash.
    """
    font = QFont(family)
    font.setPixelSize(style.pixels)
    font.setWeight(style.weight)
    font.setItalic(style.italic)
    if style.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.spacing)
    return font


@lru_cache(maxsize=8192)
def _measure(text: str, style: Style, family: str) -> tuple[float, float]:
    metrics = QFontMetricsF(font_of(style, family))
    return metrics.horizontalAdvance(text) - style.spacing, metrics.ascent() + metrics.descent()


def measure(text: str, style: Style) -> tuple[float, float]:
    """Return width and height in pixels, without the halo."""
    return _measure(spoken(text, style), style, QApplication.font().family())


@lru_cache(maxsize=2048)
def _drawn(text: str, style: Style, family: str, ratio: float) -> QImage:
    font = font_of(style, family)
    metrics = QFontMetricsF(font)
    edge = HALO + 1
    wide = metrics.horizontalAdvance(text) + 2 * edge
    high = metrics.ascent() + metrics.descent() + 2 * edge
    image = QImage(
        int(wide * ratio) + 1, int(high * ratio) + 1, QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _letter(painter, QPointF(edge, edge + metrics.ascent()), text, style, font)
    painter.end()
    return image


def _letter(painter: QPainter, base: QPointF, text: str, style: Style, font: QFont) -> None:
    """Paint letters with their halo, from the left end of the base line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    halo = QColor(style.halo)
    halo.setAlphaF(0.82)
    path = QPainterPath()
    path.addText(base, font, text)
    painter.strokePath(
        path,
        QPen(
            halo,
            2 * HALO,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        ),
    )
    colour = QColor(style.colour)
    colour.setAlphaF(style.alpha)
    painter.setPen(colour)
    painter.drawText(base, text)


def write(painter: QPainter, text: str, style: Style, x: float, y: float) -> None:
    """Write a name with its middle at x, y; whole pixels keep the letters sharp."""
    family = QApplication.font().family()
    wide, high = measure(text, style)
    corner = QPointF(round(x - wide / 2 - HALO - 1), round(y - high / 2 - HALO - 1))
    if strokes_wanted():
        font = font_of(style, family)
        base = corner + QPointF(HALO + 1, HALO + 1 + QFontMetricsF(font).ascent())
        painter.save()
        _letter(painter, base, spoken(text, style), style, font)
        painter.restore()
        return
    ratio = painter.device().devicePixelRatioF() if painter.device() else 1.0
    painter.drawImage(corner, _drawn(spoken(text, style), style, family, ratio))


def drawn(text: str, style: Style, ratio: float) -> tuple[QImage, float, float]:
    """Return the picture of a name, and where its corner lies from the middle of the name."""
    wide, high = measure(text, style)
    image = _drawn(spoken(text, style), style, QApplication.font().family(), ratio)
    return image, -wide / 2 - HALO - 1, -high / 2 - HALO - 1
