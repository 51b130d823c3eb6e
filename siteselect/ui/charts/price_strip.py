"""All-in prices on many days, drawn beneath the ranks: one line a site, pale where guessed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import floor, inf, isfinite, log10

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from siteselect.economics.price_unit import Per, PricesTold, PriceUnit
from siteselect.language import say
from siteselect.model.arrays import Floats, frozen_floats
from siteselect.packs.rates import DOLLAR
from siteselect.project.over_time import OverTime
from siteselect.ui import price_words
from siteselect.ui.figures import number
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import LEFT, RIGHT, face, faded, write

HEAD = 25.0
DOT = 3.0
REACH = 9.0
"""So many pixels from a dot it is still meant."""


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One site: its column in `OverTime`, and its colour."""

    name: str
    column: int
    colour: str


def unit_on(found: OverTime, told: PricesTold, day: int, column: int) -> PriceUnit:
    """Return the unit of a site's price on a day, at the rate of that very day."""
    code = found.moneys[column] if told.local and found.moneys else told.whole.currency
    per = told.whole.per if told.whole.per is Per.MWH or code == DOLLAR else Per.KWH
    return PriceUnit(code, per, found.rate(found.days[day], code))


def scale_unit(told: PricesTold) -> PriceUnit:
    """Return the unit of the scale: where each land has its own, US money holds them together."""
    return replace(told.whole, units_per_usd=1.0) if told.whole.currency == DOLLAR else told.whole


def shown_prices(found: OverTime, told: PricesTold, prices: Floats) -> Floats:
    """Return prices of USD/MWh in the unit of the scale, each day at its own rate."""
    unit = scale_unit(told)
    factors = [
        replace(unit, units_per_usd=found.rate(day, unit.currency)).of(1.0) for day in found.days
    ]
    return frozen_floats(prices * np.array(factors)[:, None])


def ticks(low: float, high: float) -> tuple[float, ...]:
    """Return up to seven round numbers that hold an interval.

    Examples
    --------
    >>> ticks(3.1, 7.4)
    (3.0, 4.0, 5.0, 6.0, 7.0, 8.0)
    """
    if not (isfinite(low) and isfinite(high)):
        return ()
    wide = max(high - low, abs(high) * 0.1, 1e-9)
    step = 10.0 ** floor(log10(wide))
    step = next(step * each for each in (0.2, 0.5, 1.0, 2.0, 5.0) if wide / (step * each) <= 4.5)
    first, last = floor(low / step + 1e-9), -floor(-high / step + 1e-9)
    return tuple(round(step * at, 12) for at in range(first, last + 1))


class PriceStrip:
    """Prices of some sites within a box: paints them, and tells which lies at a point."""

    def __init__(
        self,
        box: QRectF,
        found: OverTime,
        told: PricesTold,
        lines: Sequence[PriceLine],
        across: Callable[[int], float],
    ) -> None:
        self.found, self.told, self.lines = found, told, tuple(lines)
        self._box, self._area, self._across = box, box.adjusted(0, HEAD, 0, -6), across
        self.values, self._low, self._high = (
            shown_prices(found, told, each) for each in (found.price, found.low, found.high)
        )
        columns = [line.column for line in lines]
        ends = [each[:, columns].ravel() for each in (self.values, self._low, self._high)]
        known = np.concatenate(ends) if ends else np.empty(0)
        known = known[np.isfinite(known)]
        self.marks = ticks(float(known.min()), float(known.max())) if known.size else ()

    def spot(self, line: PriceLine, day: int) -> QPointF | None:
        """Return where a price stands; None where it is not known."""
        value = float(self.values[day, line.column])
        return QPointF(self._across(day), self._down(value)) if isfinite(value) else None

    def at(self, point: QPointF) -> tuple[PriceLine, int] | None:
        """Return the site whose price lies nearest to a point, with the day."""
        best: tuple[float, PriceLine, int] | None = None
        for line in self.lines:
            for day in range(len(self.found.days)):
                spot = self.spot(line, day)
                if spot is None:
                    continue
                far = max(abs(spot.x() - point.x()), abs(spot.y() - point.y()))
                if far <= REACH and (best is None or far < best[0]):
                    best = far, line, day
        return (best[1], best[2]) if best else None

    def paint(self, painter: QPainter, picked: frozenset[str], theme: Theme) -> None:
        """Paint title, scale and lines; picked sites above the others, with their intervals."""
        self._paint_title(painter, theme)
        if not self.marks:
            return
        self._paint_scale(painter, theme)
        chosen = picked & {line.name for line in self.lines}
        for line in sorted(self.lines, key=lambda each: each.name in chosen):
            quiet = bool(chosen) and line.name not in chosen
            if line.name in chosen:
                self._paint_intervals(painter, line)
            self._paint_line(painter, line, theme, quiet=quiet)

    def _down(self, value: float) -> float:
        first, last = self.marks[0], self.marks[-1]
        share = (value - first) / ((last - first) or 1.0)
        return self._area.bottom() - share * self._area.height()

    def _paint_title(self, painter: QPainter, theme: Theme) -> None:
        text = say("All-in price, {symbol}", symbol=price_words.symbol(scale_unit(self.told)))
        if not self.marks:
            text += f": {self.told.missing or say('known on none of these days')}"
        room = QRectF(self._box.left(), self._box.top(), self._box.width(), 16)
        write(painter, room, text, face("small", bold=True), theme.muted, LEFT)

    def _paint_scale(self, painter: QPainter, theme: Theme) -> None:
        small, last, left = face("small"), inf, self._across(0) - 10
        step = self.marks[1] - self.marks[0] if len(self.marks) > 1 else 1.0
        places = max(0, -floor(log10(step) + 1e-9))
        for mark in self.marks:
            at = self._down(mark)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(left, at), QPointF(self._area.right(), at))
            if last - at >= 12:  # labels never touch each other
                room = QRectF(self._area.left(), at - 8, left - 6 - self._area.left(), 16)
                write(painter, room, number(mark, places), small, theme.muted, RIGHT)
                last = at

    def _paint_intervals(self, painter: QPainter, line: PriceLine) -> None:
        painter.setPen(QPen(QColor(line.colour), 1.5))
        for day in range(len(self.found.days)):
            low, high = (float(each[day, line.column]) for each in (self._low, self._high))
            if isfinite(low) and isfinite(high) and low < high:
                x = self._across(day)
                painter.drawLine(QPointF(x, self._down(low)), QPointF(x, self._down(high)))

    def _paint_line(self, painter: QPainter, line: PriceLine, theme: Theme, *, quiet: bool) -> None:
        colour = faded(line.colour, 0.22) if quiet else QColor(line.colour)
        badges = [each[line.column] for each in self.found.badges]
        spots = [self.spot(line, day) for day in range(len(self.found.days))]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for day, (first, second) in enumerate(pairwise(spots)):
            if first is not None and second is not None:
                guess = badges[day] or badges[day + 1]
                style = Qt.PenStyle.DotLine if guess else Qt.PenStyle.SolidLine
                painter.setPen(QPen(colour, 1.8, style))
                painter.drawPolyline(QPolygonF([first, second]))
        for spot, badge in zip(spots, badges, strict=True):
            if spot is not None:
                painter.setPen(QPen(colour, 1.5))
                painter.setBrush(QColor(theme.panel) if badge else colour)
                painter.drawEllipse(spot, DOT, DOT)
