"""The ranking as an audience reads it: few sites, large, each bar cut by what earns the score."""

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from siteselect.economics.price_unit import PLAIN, PricesTold
from siteselect.language import later, say, say_name
from siteselect.model.arrays import Floats
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.ui import figures
from siteselect.ui.charts.chart import Chart
from siteselect.ui.charts.contributions import scaled
from siteselect.ui.grouping import Grouping, grouping
from siteselect.ui.present.lettering import cut, letter, type_face, wide
from siteselect.ui.price_words import symbol
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import (
    faded,
    paint_open_end,
    paint_struck_circle,
    paint_whisker,
    rounded,
)
from siteselect.ui.widgets.ramp import ink_on, score_colours, score_span, steps_of

LEAST, MOST = 36.0, 56.0
"""Pixels of a row: no lower, no higher."""
BAR = 12.0
DISC = 12.0
FIGURE = 44.0
"""Pixels that the score takes at the right."""
NAMES = 162.0
"""Pixels that disc, name and the words beneath want, also on a screen that is not wide."""
LEGEND = 18.0


class SceneRanking(Chart):
    """Paints the first sites, and the chosen ones wherever they stand."""

    key = "contributions"
    wants = (PricesTold,)
    question = later("Score by what earns it")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.rows: tuple[int, ...] = ()
        self._groups: Grouping | None = None
        self._parts: Floats = np.empty((0, 0))
        self._steps = np.empty(0, np.intp)
        self.setAccessibleName(say(self.question))

    def draw(self, evaluation: Evaluation) -> None:
        """Take an evaluation in."""
        self._groups = grouping(evaluation)
        self._parts = self._groups.sums(scaled(evaluation))
        self._steps = steps_of(evaluation.scores, *score_span(evaluation.scores))
        self._choose()

    def mark_selection(self, names: frozenset[str]) -> None:
        """Show the chosen sites too."""
        del names
        self._choose()

    def _prices(self) -> PricesTold:
        return self.concluded(PricesTold, stale=True) or PLAIN

    def capacity(self) -> int:
        """Return how many rows fit."""
        return max(1, int((self.height() - self._legend_height() - 8) // LEAST))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick the site under a click."""
        place = int(event.position().y() // self._step())
        if 0 <= place < len(self.rows):
            together = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.pick(self.rows[place], together)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def _choose(self) -> None:
        if self.evaluation is not None:
            self.rows = rows_shown(self.evaluation, self.picked(), self.capacity())
        self.update()

    def _step(self) -> float:
        room = self.height() - self._legend_height() - 8
        return min(max(room / max(len(self.rows), 1), LEAST), MOST)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint rows and legend."""
        del event
        if self.evaluation is None or self._groups is None:
            return
        self.rows = rows_shown(self.evaluation, self.picked(), self.capacity())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, picked = self._step(), self.picked()
        for place, row in enumerate(self.rows):
            box = QRectF(0, place * step, self.width(), step)
            if row in picked:
                rounded(painter, box.adjusted(-6, 2, 6, -2), self.theme.chip, 7)
            self._paint_row(painter, box, row)
        self._paint_legend(painter)
        painter.end()

    def _paint_row(self, painter: QPainter, box: QRectF, row: int) -> None:
        evaluation, middle = self.evaluation, box.center().y()
        if evaluation is None:
            return
        self._paint_disc(painter, QPointF(DISC + 1, middle), row)
        names = max(0.47 * self.width(), NAMES)
        name = say_name(evaluation.matrix.sites.items[row].name)
        under = where(evaluation, row, self._prices())
        room = names - 2 * DISC - 12
        left, bold, small = 2 * DISC + 12, type_face(14, bold=True), type_face(11)
        letter(painter, left, middle - 1, cut(name, bold, room), bold, self.theme.text)
        letter(painter, left, middle + 13, cut(under, small, room), small, self.theme.muted)
        ranked = evaluation.verdicts[row].ranks or evaluation.ranks[row] > 0
        bar = QRectF(names + 4, middle - BAR / 2, self.width() - names - FIGURE - 4, BAR)
        if not ranked or not np.isfinite(evaluation.scores[row]):
            failed = evaluation.verdicts[row] is Verdict.FAIL
            told = say("fails a gate") if failed else say("not ranked")
            letter(painter, bar.left(), middle + 4, told, type_face(12), self.theme.warn)
            return
        self._paint_bar(painter, bar, row)
        figure, font = figures.points(float(evaluation.scores[row])), type_face(16, bold=True)
        left = self.width() - wide(figure, font)
        letter(painter, left, middle + 6, figure, font, self.theme.text)

    def _paint_bar(self, painter: QPainter, bar: QRectF, row: int) -> None:
        evaluation, groups = self.evaluation, self._groups
        if evaluation is None or groups is None:
            return
        pale = 1.0 if evaluation.verdicts[row].ranks else 0.5
        rounded(painter, bar, faded(self.theme.muted, 0.12), 2)
        left = bar.left()
        for place, amount in enumerate(self._parts[row]):
            long = float(amount) * bar.width()
            if long > 0:
                box = QRectF(left, bar.top(), max(long - 1.2, 0.8), bar.height())
                rounded(painter, box, faded(groups.colour(place), pale), 1.5)
                left += long
        low, high = (float(each[row]) for each in (evaluation.scores_low, evaluation.scores_high))
        if not np.isfinite([low, high]).all() or high - low < 0.005:
            return
        ends = (bar.left() + low * bar.width(), bar.left() + high * bar.width())
        open_end = bool(evaluation.coverage[row] < 1.0 - 1e-9)
        if open_end:
            rest = QRectF(left, bar.top(), max(ends[1] - left, 0), bar.height())
            paint_open_end(painter, rest, self.theme)
        start, end = (QPointF(x, bar.center().y()) for x in ends)
        paint_whisker(painter, start, end, self.theme.text, open_end=open_end)

    def _paint_disc(self, painter: QPainter, middle: QPointF, row: int) -> None:
        evaluation = self.evaluation
        if evaluation is None:
            return
        if evaluation.verdicts[row] is Verdict.FAIL and not evaluation.ranks[row]:
            paint_struck_circle(painter, middle, DISC - 1, self.theme.warn)
            return
        colour = score_colours()[int(self._steps[row])]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour if evaluation.verdicts[row].ranks else faded(colour, 0.35))
        painter.drawEllipse(middle, DISC, DISC)
        number, font = str(int(evaluation.ranks[row])), type_face(12, bold=True)
        ink = ink_on(colour) if evaluation.verdicts[row].ranks else self.theme.text
        letter(painter, middle.x() - wide(number, font) / 2, middle.y() + 4.4, number, font, ink)

    # legend

    def _legend(self) -> Iterable[tuple[float, float, str, str]]:
        """Yield left end, line, words and colour of each group that earns anything."""
        if self._groups is None:
            return
        left, line, font = 0.0, 0, type_face(11)
        shown = self._parts[list(self.rows)] if self.rows else self._parts
        for place, name in enumerate(self._groups.names):
            if len(shown) and not np.nansum(shown[:, place]) > 0:
                continue
            words = say(name).lower()
            long = wide(words, font) + 30
            if left + long - 14 > self.width() and left > 0:
                left, line = 0.0, line + 1
            yield left, line, words, self._groups.colour(place)
            left += long

    def _legend_height(self) -> float:
        return LEGEND * (1 + max((line for _, line, _, _ in self._legend()), default=0))

    def _paint_legend(self, painter: QPainter) -> None:
        top = self.height() - self._legend_height()
        for left, line, words, colour in self._legend():
            middle = top + LEGEND * (line + 0.5)
            rounded(painter, QRectF(left, middle - 5, 10, 10), colour, 2)
            letter(painter, left + 15, middle + 4, words, type_face(11), self.theme.muted)


def rows_shown(evaluation: Evaluation, picked: frozenset[int], most: int) -> tuple[int, ...]:
    """Return the first sites of the ranking; chosen ones beyond them take the last places."""
    ranked = [int(row) for row in evaluation.order if evaluation.ranks[row] > 0]
    failed = [int(row) for row in evaluation.order if evaluation.ranks[row] <= 0]
    first = ranked[:most]
    beyond = [row for row in (*ranked[most:], *failed) if row in picked][:most]
    kept = [row for row in first if row in picked]
    room = most - len(beyond)
    plain = [row for row in first if row not in picked][: max(room - len(kept), 0)]
    chosen = {*kept[: max(room, 0)], *plain}
    return (*(row for row in first if row in chosen), *beyond)


def where(evaluation: Evaluation, row: int, prices: PricesTold = PLAIN) -> str:
    """Return jurisdiction and price of a site: "KZ · 4.5 ¢/kWh"."""
    site, matrix = evaluation.matrix.sites.items[row], evaluation.matrix
    if figures.PRICE not in [info.key for info in matrix.infos]:
        return site.country
    column, unit = matrix.column(figures.PRICE), prices.of(site.country)
    value, low, high = (unit.of(float(e[row])) for e in (column.value, column.low, column.high))
    if not np.isfinite(value):
        return f"{site.country} · {say('price unknown')}"
    spread, one = figures.span(low, high, 1), figures.number(value, 1)
    told = spread if np.isfinite([low, high]).all() else one
    return f"{site.country} · {told} {symbol(unit)}"
