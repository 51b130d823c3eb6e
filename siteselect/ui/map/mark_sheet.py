"""The parts of cluster marks, drawn once into a sheet: discs, pills and figures, copied from it."""

from functools import cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from siteselect.model.arrays import Floats, Ints
from siteselect.ui.map.cluster_marks import (
    COUNT,
    RADII,
    RANK,
    RISE,
    advance,
    draw_disc,
    draw_pill,
    draw_ring,
    font_of,
    pill_middle,
    pill_width,
    told,
)
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.ramp import STEPS, ink_on, score_colours

CELL = 40
"""Side of a disc's cell."""
WIDE, HIGH = 48, 16
"""Of a pill's cell."""
FIGURE = 14
"""Side of a figure's cell."""
DIGITS = 6
"""At most so many digits has a rank."""
SIGNS = "0123456789k"
INKS = ("#10161D", "#FFFFFF")


class MarkSheet:
    """One pixmap with the parts of marks in one look.

    Three lines of discs, one a radius, by the step of their ring and last in grey; then pills by
    digits and step; then figures: of counts, and of ranks in dark and in white.
    """

    def __init__(self, theme: Theme, ratio: float) -> None:
        self.theme, self.ratio = theme, ratio
        radii = sorted(set(RADII))
        self._radii = {radius: line for line, radius in enumerate(radii)}
        self._pills = len(radii) * CELL
        self._figures = self._pills + DIGITS * HIGH
        wide, high = max((STEPS + 1) * CELL, STEPS * WIDE), self._figures + 3 * FIGURE
        self.pixmap = QPixmap(round(wide * ratio), round(high * ratio))
        self.pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self.pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(ratio, ratio)
        self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        for radius, line in self._radii.items():
            disc = self._disc(radius)  # its shadow is dear: painted once, copied to each step
            for step in (*range(STEPS), -1):
                painter.save()
                painter.translate((step % (STEPS + 1) + 0.5) * CELL, (line + 0.5) * CELL)
                painter.drawImage(QPointF(-CELL / 2, -CELL / 2), disc)
                draw_ring(painter, radius, step, self.theme)
                painter.restore()
        for digits in range(1, DIGITS + 1):
            for step in range(STEPS):
                painter.save()
                middle = QPointF((step + 0.5) * WIDE, self._pills + (digits - 0.5) * HIGH)
                painter.translate(middle)
                draw_pill(painter, pill_width(digits), step, self.theme)
                painter.restore()
        for line, (pixels, ink) in enumerate(
            ((COUNT, self.theme.text), *((RANK, each) for each in INKS))
        ):
            painter.setFont(font_of(pixels))
            painter.setPen(QColor(ink))
            for place, sign in enumerate(SIGNS):
                box = QRectF(place * FIGURE, self._figures + line * FIGURE, FIGURE, FIGURE)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), sign)

    def _disc(self, radius: float) -> QImage:
        side = round(CELL * self.ratio)
        image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(self.ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(CELL / 2, CELL / 2)
        draw_disc(painter, radius, self.theme)
        painter.end()
        return image

    def fragments(self, at: Floats, counts: Ints, ranks: Ints, steps: Ints) -> Floats:
        """Return what to copy for marks at n x 2 pixels; a rank of 0 is none."""
        if not len(at):
            return np.empty((0, 10))
        at = np.round(at)
        texts = list(map(told, counts.tolist()))
        radii = np.array([RADII[min(len(text), len(RADII)) - 1] for text in texts])
        known = ranks > 0
        lines = np.array([self._radii[each] for each in radii.tolist()])
        column = np.where(known, steps, STEPS)
        parts = [self._cells(at, np.column_stack((column, lines)) * CELL, CELL, CELL)]
        rise = np.where(known, RISE, 0.0)
        parts.append(self._figures_of(texts, at - np.column_stack((0 * rise, rise)), 0, COUNT))
        beneath = at + np.column_stack((0 * radii, [pill_middle(each) for each in radii]))
        told_ranks = [str(each) for each in ranks[known].tolist()]
        digits = np.array([len(each) for each in told_ranks], dtype=np.intp)
        corner = np.column_stack((steps[known] * float(WIDE), self._pills + (digits - 1) * HIGH))
        pills = np.round(beneath[known])
        parts.append(self._cells(pills, corner, WIDE, HIGH))
        parts.append(self._figures_of(told_ranks, pills, 1 + _light()[steps[known]], RANK))
        return np.vstack(parts)

    def _figures_of(self, texts: list[str], at: Floats, line: Ints | int, pixels: int) -> Floats:
        """Return the figures of some texts, each text with its middle at a point."""
        sizes = np.array([len(text) for text in texts], dtype=np.intp)
        if not sizes.sum():
            return np.empty((0, 10))
        owner = np.repeat(np.arange(len(texts)), sizes)
        place = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        signs = np.array([SIGNS.index(sign) for text in texts for sign in text])
        shift = (place - (sizes[owner] - 1) / 2) * advance(pixels)
        middles = at[owner] + np.column_stack((shift, np.zeros(len(shift))))
        lines = np.broadcast_to(line, len(texts))[owner]
        corners = np.column_stack((signs, lines)) * FIGURE + (0, self._figures)
        return self._cells(np.round(middles), corners, FIGURE, FIGURE)

    def _cells(self, middles: Floats, corners: Floats, wide: int, high: int) -> Floats:
        table = np.zeros((len(middles), 10))
        table[:, :2] = middles
        table[:, 2:4] = corners * self.ratio
        table[:, 4:6] = (wide * self.ratio, high * self.ratio)
        table[:, 6:8] = 1.0 / self.ratio
        table[:, 9] = 1.0
        return table


@cache
def _light() -> Ints:
    """Return which ink is read on each step: 0 dark, 1 white."""
    white = QColor("#FFFFFF")
    return np.array([int(ink_on(each) == white) for each in score_colours()], dtype=np.intp)
