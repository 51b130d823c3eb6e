"""Type of a stage: faces in any size, lines broken and cut to a width."""

from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication


@cache
def type_face(pixels: int, *, bold: bool = False) -> QFont:
    """Return the program's font in a size of the stage, its figures of one width."""
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def broken(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Return `text` in at most so many lines of a width; the last one ends in … where it must."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1.0))
        start = line.textStart()
        if len(lines) == most - 1:
            cut = QFontMetricsF(font).elidedText(
                text[start:], Qt.TextElideMode.ElideRight, max(width, 1.0)
            )
            lines.append(cut)
            break
        lines.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return lines


def fitting(text: str, sizes: tuple[int, ...], width: float, most: int) -> tuple[QFont, list[str]]:
    """Return the largest of the bold faces in which `text` fits into so many lines, and these."""
    for pixels in sizes:
        font = type_face(pixels, bold=True)
        lines = broken(text, font, width, most + 1)
        if len(lines) <= most:
            return font, lines
    return font, broken(text, font, width, most)


def wide(text: str, font: QFont) -> float:
    """Return how wide a line is."""
    return QFontMetricsF(font).horizontalAdvance(text)


def cut(text: str, font: QFont, width: float) -> str:
    """Return a line that ends in … where it is too wide."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(width, 1.0))


def letter(
    painter: QPainter, left: float, base: float, text: str, font: QFont, colour: str | QColor
) -> None:
    """Write one line from a point of its base line."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QPointF(left, base), text)
