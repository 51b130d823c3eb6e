"""How the scores are spread: how many sites lie at each level, and where the first ones stand."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from siteselect.language import later, say, say_name
from siteselect.model.arrays import Floats, Ints
from siteselect.model.evaluation import Evaluation
from siteselect.ui import figures
from siteselect.ui.charts.chart import Chart
from siteselect.ui.charts.plot import Plot
from siteselect.ui.rows import RANKED, tiers
from siteselect.ui.theme import SIZES, Theme
from siteselect.ui.widgets.elided import ElidedLabel
from siteselect.ui.widgets.painting import faded
from siteselect.ui.widgets.ramp import score_colours, score_span, steps_of

NARROW, WIDE = 2.0, 5.0
"""Points that one bar spans, for many sites and for few."""
MANY = 60
NAMED = 6


class Bins:
    """Sites with a score by level; those below the line are counted apart."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.rows: Ints = np.flatnonzero(np.isfinite(evaluation.scores))
        self.points: Floats = 100.0 * evaluation.scores[self.rows]
        self.wide = NARROW if len(self.rows) >= MANY else WIDE
        low, high = (100.0 * end for end in score_span(evaluation.scores))
        self.edges: Floats = np.arange(low, high + self.wide / 2, self.wide)
        last = len(self.edges) - 2
        self.of: Ints = np.clip(((self.points - low + 1e-9) // self.wide).astype(np.intp), 0, last)
        ranked = tiers(evaluation)[self.rows] == RANKED
        self.ranked: Ints = np.bincount(self.of[ranked], minlength=last + 1)
        self.below: Ints = np.bincount(self.of[~ranked], minlength=last + 1)

    def at(self, value: float) -> int | None:
        """Return the bin that holds so many points."""
        place = int((value - self.edges[0]) // self.wide)
        return place if 0 <= place < len(self.ranked) else None


class ScorePlot(Plot):
    """Bars of a histogram, and a line at each site that is picked, or at the leader."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.bins: Bins | None = None
        self.evaluation: Evaluation | None = None
        self._shown: tuple[object, ...] = ()
        super().__init__(theme, parent)
        self.bars = pg.BarGraphItem(x=[0.0], height=[0.0], width=1.0)
        self.lines = pg.PlotCurveItem(connect="pairs")
        for item in (self.bars, self.lines):
            self.box.addItem(item, ignoreBounds=True)
        self.name_axes(say("score, points of 100"), say("sites"))

    def show_bins(self, evaluation: Evaluation, marked: list[int]) -> None:
        """Draw the histogram of an evaluation."""
        bins = Bins(evaluation)
        self.evaluation, self.bins = evaluation, bins
        at = 100.0 * evaluation.scores[marked]
        at = at[np.isfinite(at)]
        parts = (bins.edges, bins.ranked, bins.below, at.round(1))
        shown = (self.theme.name, *(part.tobytes() for part in parts))
        if shown == self._shown:
            return
        self._shown = shown
        top = max(1, int((bins.ranked + bins.below).max(initial=0)))
        middle = (bins.edges[:-1] + bins.edges[1:]) / 2
        steps = steps_of(middle / 100.0, *score_span(evaluation.scores))
        colours = [score_colours()[step] for step in steps]
        pale = faded(self.theme.muted, 0.45)
        self.bars.setOpts(
            x=np.concatenate([middle, middle]),
            y0=np.concatenate([np.zeros(len(middle)), bins.ranked]),
            height=np.concatenate([bins.ranked, bins.below]),
            width=bins.wide * 0.92,
            brushes=[*colours, *[pale] * len(middle)],
            pen=QPen(Qt.PenStyle.NoPen),
        )
        self.lines.setPen(QPen(QColor(self.theme.text), 0))
        self.lines.setData(np.repeat(at, 2), np.tile([0.0, top * 1.12], len(at)))
        self.show_range((float(bins.edges[0]), float(bins.edges[-1])), (0.0, top * 1.12))

    def explain(self, point: QPointF) -> str:
        """Tell how many sites lie at this level, and name the first of them."""
        bins, evaluation = self.bins, self.evaluation
        place = bins.at(point.x()) if bins is not None else None
        if bins is None or evaluation is None or place is None:
            return ""
        first, last = (figures.number(float(bins.edges[place + end]), 0) for end in (0, 1))
        rows = bins.rows[bins.of == place]
        rows = rows[np.argsort(-evaluation.scores[rows], kind="stable")]
        names = [say_name(evaluation.matrix.sites.items[row].name) for row in rows[:NAMED]]
        more = [say("and {count} more", count=len(rows) - NAMED)] if len(rows) > NAMED else []
        return "\n".join(
            [
                say(
                    "{first} to {last} points: {count} sites",
                    first=first,
                    last=last,
                    count=len(rows),
                ),
                *names,
                *more,
            ]
        )


class ScoreSpreadChart(Chart):
    """A histogram of the scores."""

    key = "score_spread"
    question = later("How are the scores spread?")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.plot = ScorePlot(theme, self)
        self.plot.setAccessibleName(say(self.question))
        self.plot.clicked.connect(self._pick_best)
        self.note = ElidedLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.plot, 1)
        column.addWidget(self.note)
        self.dress(theme)

    def draw(self, evaluation: Evaluation) -> None:
        """Show the scores of an evaluation."""
        known = evaluation.scores[np.isfinite(evaluation.scores)]
        self.plot.setVisible(bool(len(known)))
        if not len(known):
            self.note.show_text(say("No site has a score."))
            return
        marked = sorted(self.picked()) or [int(evaluation.order[0])]
        self.plot.show_bins(evaluation, marked)
        low, high = np.quantile(known, [0.25, 0.75])
        spread = figures.span(100 * float(low), 100 * float(high), 1)
        best = figures.points(float(known.max()))
        self.note.show_text(
            say(
                "{count} sites; half within {spread}, the best at {best}",
                count=len(known),
                spread=spread,
                best=best,
            )
        )

    def mark_selection(self, names: frozenset[str]) -> None:
        """Draw a line at each of these sites."""
        del names
        if self.evaluation is not None:
            self.draw(self.evaluation)

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.plot.dress(theme)
        self.note.setStyleSheet(f"color: {theme.muted}; font-size: {SIZES['small']}px;")
        if self.evaluation is not None and self.isVisible():
            self.draw(self.evaluation)

    def _pick_best(self, point: QPointF, together: bool) -> None:
        """Pick the best site of the bar under a click."""
        bins, evaluation = self.plot.bins, self.plot.evaluation
        place = bins.at(point.x()) if bins is not None else None
        if bins is None or evaluation is None or place is None:
            return
        rows = bins.rows[bins.of == place]
        if len(rows):
            self.pick(int(rows[np.argmax(evaluation.scores[rows])]), together)
