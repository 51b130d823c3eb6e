"""The sprites of candidate sites: drawn once into a sheet, then copied thousands of times."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QRadialGradient
from PySide6.QtWidgets import QApplication

from siteselect.model.arrays import Floats, Ints
from siteselect.model.gate import Verdict
from siteselect.ui.map.hatches import AMBER
from siteselect.ui.strokes import strokes_wanted
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.ramp import STEPS, ink_on, score_colours

PASS, CONDITIONAL, UNKNOWN, FAIL = range(4)
KINDS = {
    Verdict.PASS: PASS,
    Verdict.CONDITIONAL: CONDITIONAL,
    Verdict.UNKNOWN: UNKNOWN,
    Verdict.FAIL: FAIL,
}
CELL = 32
"""Side of a sprite's cell in pixels."""
DOT_CELL = 16
"""Side of the middle of a cell that is copied for a dot: a quarter of the pixels."""
LARGE, SMALL = 11.5, 4.5
"""Radius of a numbered pin and of a dot."""
STRUCK = 8.5
"""Radius of a numbered pin's place that fails a gate: it needs no room for a number."""
STEM = 19.0
"""How far above its point the middle of a numbered pin stands, so that it hides nothing there."""
NUMBERS = 999
_INKS = 3
Mask = NDArray[np.bool_]


def radii(kinds: Ints, numbered: Mask) -> Floats:
    """Return the radius of each pin as drawn."""
    large: Floats = np.where(kinds == FAIL, STRUCK, LARGE)
    return np.where(numbered, large, SMALL)


def kinds_of(verdicts: tuple[Verdict, ...]) -> Ints:
    """Return the kind of pin of each verdict; looked up by identity, which is quick."""
    kinds = {id(verdict): kind for verdict, kind in KINDS.items()}
    return np.fromiter(map(kinds.__getitem__, map(id, verdicts)), np.intp, len(verdicts))


def stems(kinds: Ints, numbered: Mask) -> Floats:
    """Return where the middle of each pin stands from its point when it has room."""
    rise = np.where(numbered & (kinds != FAIL), -STEM, 0.0)
    return np.column_stack((np.zeros_like(rise), rise))


@dataclass(frozen=True, slots=True)
class Pin:
    """What one pin shows: its kind, the step of its colour, and its rank where it wears one."""

    kind: int
    step: int
    rank: int | None
    """0 is a numbered pin without a rank, None a dot."""


@dataclass(slots=True)
class Sheet:
    """One pixmap with every pin of one theme: rows of 64 colours, then the numbers.

    Rows 0 and 1 hold large pins (PASS, CONDITIONAL), rows 2 and 3 dots, row 4 what has no colour
    of its own: UNKNOWN and FAIL, large and small. Numbers follow, in dark, white and muted ink.
    """

    theme: Theme
    ratio: float
    count: int
    """Numbers from 1 to this one are there."""
    pixmap: QPixmap = field(init=False)

    def __post_init__(self) -> None:
        self.count = min(max(self.count, 1), NUMBERS)
        lines = 5 + -(-_INKS * self.count // STEPS)
        self.pixmap = QPixmap(round(STEPS * CELL * self.ratio), round(lines * CELL * self.ratio))
        self.pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self.pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.ratio, self.ratio)
        for step, colour in enumerate(score_colours()):
            for line, radius in ((0, LARGE), (2, SMALL)):
                paint_disc(painter, _middle(step, line), radius, colour, self.theme)
                paint_disc(painter, _middle(step, line + 1), radius, colour, self.theme)
                paint_badge(painter, _middle(step, line + 1), radius, self.theme)
        for place, radius in enumerate((LARGE, SMALL)):
            paint_unknown(painter, _middle(2 * place, 4), radius, self.theme)
            struck = STRUCK if radius == LARGE else SMALL
            paint_struck(painter, _middle(2 * place + 1, 4), struck, self.theme)
        self._paint_numbers(painter)
        painter.end()

    def _paint_numbers(self, painter: QPainter) -> None:
        inks = (ink_on(QColor("#FFFFFF")), QColor("#FFFFFF"), QColor(self.theme.muted))
        for number in range(1, self.count + 1):
            painter.setFont(number_font(number))
            for ink, colour in enumerate(inks):
                place = (number - 1) * _INKS + ink
                middle = _middle(place % STEPS, 5 + place // STEPS)
                painter.setPen(colour)
                box = QRectF(middle.x() - CELL / 2, middle.y() - CELL / 2, CELL, CELL)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def pin_cells(self, kinds: Ints, steps: Ints, numbered: Mask) -> Floats:
        """Return left and top of the sprite of each pin, in the pixmap's own pixels."""
        coloured = kinds <= CONDITIONAL
        column = np.where(coloured, steps, (kinds - UNKNOWN) + np.where(numbered, 0, 2))
        line = np.where(coloured, kinds + np.where(numbered, 0, 2), 4)
        return np.column_stack((column, line)) * (CELL * self.ratio)

    def number_cells(self, kinds: Ints, steps: Ints, ranks: Ints) -> Floats:
        """Return left and top of the sprite of each number; an empty cell where there is none."""
        ink = np.where(kinds <= CONDITIONAL, _LIGHT_INK[steps], 2)
        place = (ranks - 1) * _INKS + ink
        shown = (ranks > 0) & (ranks <= self.count) & (kinds != FAIL)
        column = np.where(shown, place % STEPS, STEPS - 1)
        line = np.where(shown, 5 + place // STEPS, 4)
        return np.column_stack((column, line)) * (CELL * self.ratio)


def paint_pin(painter: QPainter, middle: QPointF, pin: Pin, theme: Theme) -> None:
    """Paint one pin by strokes, as the sheet holds it."""
    numbered = pin.rank is not None
    radius = LARGE if numbered else SMALL
    if pin.kind == FAIL:
        paint_struck(painter, middle, STRUCK if numbered else SMALL, theme)
        return
    if pin.kind == UNKNOWN:
        paint_unknown(painter, middle, radius, theme)
    else:
        paint_disc(painter, middle, radius, score_colours()[pin.step], theme)
        if pin.kind == CONDITIONAL:
            paint_badge(painter, middle, radius, theme)
    if pin.rank is not None and 0 < pin.rank <= NUMBERS:
        inks = (ink_on(QColor("#FFFFFF")), QColor("#FFFFFF"))
        light = bool(_LIGHT_INK[pin.step])
        painter.setFont(number_font(pin.rank))
        painter.setPen(inks[light] if pin.kind <= CONDITIONAL else QColor(theme.muted))
        box = QRectF(middle.x() - CELL / 2, middle.y() - CELL / 2, CELL, CELL)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(pin.rank))


def number_font(number: int) -> QFont:
    """Return the font in which a rank stands in its pin."""
    font = QFont(QApplication.font().family())
    font.setPixelSize(12 if number < 10 else 11 if number < 100 else 9)
    font.setWeight(QFont.Weight.Bold)
    return font


def paint_disc(
    painter: QPainter, middle: QPointF, radius: float, colour: QColor, theme: Theme
) -> None:
    """Paint a pin: a disc in the colour of its score, ringed in white, with a soft shadow."""
    paint_shadow(painter, middle, radius, theme)
    ring = 2.0 if radius > SMALL else 1.0
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawEllipse(middle, radius, radius)
    painter.setBrush(colour)
    painter.drawEllipse(middle, radius - ring, radius - ring)


def paint_shadow(painter: QPainter, middle: QPointF, radius: float, theme: Theme) -> None:
    """Paint what lifts a pin off the map."""
    under = middle + QPointF(0, 0.8)
    painter.setPen(Qt.PenStyle.NoPen)
    if strokes_wanted():  # paper knows no gradient that ends in nothing
        for beyond in (0.7, 1.4, 2.1):
            painter.setBrush(QColor(0, 0, 0, 34 if theme.dark else 22))
            painter.drawEllipse(under, radius + beyond, radius + beyond)
        return
    soft = QRadialGradient(under, radius + 2.6)
    dark = QColor(0, 0, 0, 150 if theme.dark else 95)
    soft.setColorAt(max(0.0, (radius - 1.0) / (radius + 2.6)), dark)
    soft.setColorAt(1.0, QColor(0, 0, 0, 0))
    painter.setBrush(soft)
    painter.drawEllipse(under, radius + 2.6, radius + 2.6)


def paint_badge(painter: QPainter, middle: QPointF, radius: float, theme: Theme) -> None:
    """Paint the amber mark of a CONDITIONAL pin at its upper right."""
    large = radius > SMALL
    at = middle + QPointF(radius * 0.76, -radius * 0.76)
    size = 4.4 if large else 2.4
    painter.setPen(QPen(QColor(theme.panel), 1.2 if large else 0.8))
    painter.setBrush(QColor(AMBER))
    painter.drawEllipse(at, size, size)
    if large:
        painter.setPen(QPen(QColor("#2B1B00"), 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QLineF(at.x(), at.y() - 2.5, at.x(), at.y() + 0.5))
        painter.drawLine(QLineF(at.x(), at.y() + 1.3, at.x(), at.y() + 2.6))


def paint_unknown(painter: QPainter, middle: QPointF, radius: float, theme: Theme) -> None:
    """Paint an open ring, dashed in grey: nobody knows whether the site passes."""
    paint_shadow(painter, middle, radius - 1, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.panel))
    painter.drawEllipse(middle, radius, radius)
    large = radius > SMALL
    pen = QPen(QColor(theme.muted), 1.8 if large else 1.2)
    if large:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.78, 1.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = radius - (1.6 if large else 0.8)
    painter.drawEllipse(middle, inner, inner)


def paint_struck(painter: QPainter, middle: QPointF, radius: float, theme: Theme) -> None:
    """Paint a circle struck through: the site fails a gate."""
    large = radius > SMALL
    paint_shadow(painter, middle, radius - 1, theme)
    painter.setPen(QPen(QColor(theme.warn), 2.0 if large else 1.3))
    painter.setBrush(QColor(theme.panel))
    inner = radius - 1.2
    painter.drawEllipse(middle, inner, inner)
    reach = inner * 0.7071
    painter.drawLine(
        QLineF(middle.x() - reach, middle.y() - reach, middle.x() + reach, middle.y() + reach)
    )


def _middle(column: int, line: int) -> QPointF:
    return QPointF((column + 0.5) * CELL, (line + 0.5) * CELL)


_LIGHT_INK: Ints = np.array(
    [int(ink_on(colour) == QColor("#FFFFFF")) for colour in score_colours()], dtype=np.intp
)
"""Which ink is read on each colour: 0 dark, 1 white."""
