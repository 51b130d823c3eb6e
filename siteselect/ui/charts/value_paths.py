"""Where sites differ: the value of each criterion, one path a site, the weightiest on top."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from siteselect.language import later, say, say_name
from siteselect.model.arrays import Floats, Ints
from siteselect.model.evaluation import Evaluation
from siteselect.ui import figures
from siteselect.ui.charts.chart import Chart
from siteselect.ui.charts.plot import Plot
from siteselect.ui.grouping import title_of
from siteselect.ui.rows import placed
from siteselect.ui.theme import SIZES, Theme
from siteselect.ui.widgets.elided import ElidedLabel
from siteselect.ui.widgets.painting import face, rounded, width_of, write

FIRST, MOST = 3, 5
"""Without a pick so many of the first sites have a path; of those picked at most so many."""
STEP = 17.0
"""Pixels that a criterion needs."""
NAMES = 0.36
"""Part of the width that names of criteria may take."""
COLOURS = ("#0F9D8F", "#3B8FD6", "#9A7CCB", "#CC7722", "#C4625A")
"""Of the paths; each stands out from both panels."""


class Legend(QWidget):
    """Names of the sites in the colours of their paths."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.names: tuple[str, ...] = ()
        self.setFixedHeight(16)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_names(self, names: tuple[str, ...]) -> None:
        """Write other names."""
        if names != self.names:
            self.names = names
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as many as fit."""
        del event
        painter, left, bold = QPainter(self), 2.0, face("small", bold=True)
        for name, colour in zip(self.names, COLOURS, strict=False):
            wide = min(width_of(name, bold) + 2, self.width() / max(len(self.names), 1) - 22)
            rounded(painter, QRectF(left, 4, 8, 8), colour, 4)
            write(painter, QRectF(left + 12, 0, wide, 16), name, bold, self.theme.text)
            left += wide + 24
        painter.end()


class PathPlot(Plot):
    """Criteria down, values across, a path for each of a few sites."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.evaluation: Evaluation | None = None
        self.rows: tuple[int, ...] = ()
        self.places: Ints = np.empty(0, dtype=np.intp)
        """Criteria from the top down, by their place in the evaluation."""
        super().__init__(theme, parent)
        self.paths = [pg.PlotDataItem(connect="finite") for _ in range(MOST)]
        for path in self.paths[::-1]:
            self.box.addItem(path, ignoreBounds=True)
        self.name_steps("bottom", [(float(step), str(step)) for step in (0, 25, 50, 75, 100)])
        self.left.setStyle(tickTextOffset=8)
        self._shown: tuple[object, ...] = ()

    def show_paths(self, evaluation: Evaluation, rows: tuple[int, ...]) -> None:
        """Draw the paths of these sites."""
        self.evaluation = evaluation
        counted = np.flatnonzero(evaluation.shares > 0)
        heavy = counted[np.argsort(-evaluation.shares[counted], kind="stable")]
        places = heavy[: self.room()]
        drawn: Floats = 100.0 * evaluation.values[list(rows)][:, places]
        titles = tuple(title_of(evaluation, evaluation.criteria[place]) for place in places)
        shown = (rows, titles, drawn.tobytes(), self.width())
        if shown == self._shown:
            return  # weights move no value
        self.rows, self.places, self._shown = rows, places, shown
        self._name_criteria(titles)
        down = -np.arange(len(self.places), dtype=np.float64)
        for place, path in enumerate(self.paths):
            path.setVisible(place < len(rows))
            if place < len(rows):
                path.setData(drawn[place], down)
        self.show_range((-7.0, 107.0), (0.5 - max(len(self.places), 1), 0.5))

    def room(self) -> int:
        """Return how many criteria fit."""
        return max(2, int((self.height() - 20) // STEP))

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        super().dress(theme)
        for colour, path in zip(COLOURS, getattr(self, "paths", ()), strict=False):
            path.setPen(pg.mkPen(colour, width=2))
            path.setSymbol("o")
            path.setSymbolSize(7)
            path.setSymbolBrush(QColor(colour))
            path.setSymbolPen(QPen(QColor(theme.panel), 0))

    def explain(self, point: QPointF) -> str:
        """Tell the raw values of one criterion."""
        evaluation, place = self.evaluation, round(-point.y())
        if evaluation is None or not 0 <= place < len(self.places):
            return ""
        criterion = evaluation.criteria[self.places[place]]
        column = evaluation.matrix.column(criterion.measure)
        unit = evaluation.matrix.info(criterion.measure).unit
        share = figures.percent(float(evaluation.shares[self.places[place]]))
        lines = [
            say(
                "{criterion}, {share} of the weight",
                criterion=title_of(evaluation, criterion),
                share=share,
            )
        ]
        for row in self.rows:
            value = figures.points(float(evaluation.values[row, self.places[place]]))
            raw = figures.cell(column, row, unit)
            lines.append(
                say(
                    "{name}: {raw}, value {value}",
                    name=evaluation.matrix.sites.items[row].name,
                    raw=raw,
                    value=value,
                )
            )
        return "\n".join(lines)

    def _name_criteria(self, titles: tuple[str, ...]) -> None:
        wide = int(NAMES * self.width())
        self.left.setWidth(wide)
        metrics = QFontMetricsF(face("small"))
        right = Qt.TextElideMode.ElideRight
        cut = [metrics.elidedText(title, right, wide - 12.0) for title in titles]
        self.name_steps("left", [(-float(down), words) for down, words in enumerate(cut)])


class ValuePathsChart(Chart):
    """Paths of the picked sites, else of the first three."""

    key = "value_paths"
    question = later("Where do the first sites differ?")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.plot = PathPlot(theme, self)
        self.plot.setAccessibleName(say(self.question))
        self.legend = Legend(theme, self)
        self.note = ElidedLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.legend)
        column.addWidget(self.plot, 1)
        column.addWidget(self.note)
        self.dress(theme)

    def draw(self, evaluation: Evaluation) -> None:
        """Show the values of an evaluation."""
        rows = placed(evaluation)
        picked = rows[np.isin(rows, list(self.picked()))][:MOST]
        chosen = tuple(int(row) for row in (picked if len(picked) else rows[:FIRST]))
        for shown in (self.plot, self.legend):
            shown.setVisible(bool(chosen))
        if not chosen:
            self.note.show_text(say("No site has a score."))
            return
        items = evaluation.matrix.sites.items
        self.legend.show_names(tuple(say_name(items[row].name) for row in chosen))
        self.plot.show_paths(evaluation, chosen)
        count, counted = len(self.plot.places), int((evaluation.shares > 0).sum())
        self.note.show_text(
            say(
                "The {count} weightiest of {counted} criteria; a gap is unknown",
                count=count,
                counted=counted,
            )
            if count < counted
            else say("Value of each criterion, 100 is best; a gap is unknown")
        )

    def mark_selection(self, names: frozenset[str]) -> None:
        """Show the paths of these sites."""
        del names
        if self.evaluation is not None:
            self.draw(self.evaluation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many criteria as now fit."""
        super().resizeEvent(event)
        if self.evaluation is not None and self.isVisible():
            self.draw(self.evaluation)

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.plot.dress(theme)
        self.legend.theme = theme
        self.note.setStyleSheet(f"color: {theme.muted}; font-size: {SIZES['small']}px;")
        self.legend.update()
