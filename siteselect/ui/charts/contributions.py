"""What earns each score: bars of the sites in their order, cut by group or by criterion."""

from collections.abc import Iterable

import numpy as np
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from siteselect.language import later, say, say_name
from siteselect.model.arrays import Floats
from siteselect.model.evaluation import Evaluation
from siteselect.ui import figures
from siteselect.ui.charts.chart import Chart
from siteselect.ui.charts.stacked_bars import Bars, StackedBars
from siteselect.ui.grouping import Grouping, grouping, title_of
from siteselect.ui.rows import BELOW, tiers
from siteselect.ui.theme import Theme


class ContributionsChart(Chart):
    """Stacked bars of every site that has a score."""

    key = "contributions"
    question = later("What earns each score?")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.bars = StackedBars(theme, self)
        self.bars.setAccessibleName(say(self.question))
        self.bars.clicked.connect(self.pick)
        self.by_criterion = QToolButton()  # shown by the card that takes it into its head
        self.by_criterion.setObjectName("quiet")
        self.by_criterion.setCheckable(True)
        self.by_criterion.setText(say("by group"))
        self.by_criterion.setToolTip(say("Cut the bars by group or by criterion"))
        self.by_criterion.clicked.connect(self._cut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bars)

    def controls(self) -> QWidget | None:
        """Return the switch between groups and criteria."""
        return self.by_criterion

    def draw(self, evaluation: Evaluation) -> None:
        """Show the bars of an evaluation."""
        made = bars_of(evaluation, by_criterion=self.by_criterion.isChecked())
        self.bars.show_bars(made, self.picked())

    def mark_selection(self, names: frozenset[str]) -> None:
        """Mark the bars of these sites and bring a lone one into view."""
        picked = self.picked()
        self.bars.mark(picked)
        if len(names) == 1:
            for row in picked:
                self.bars.reveal(row)

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.bars.theme = theme
        self.bars.viewport().update()

    def state(self) -> dict[str, str]:
        """Return how the bars are cut."""
        return {"cut": "criterion" if self.by_criterion.isChecked() else "group"}

    def restore(self, state: Iterable[tuple[str, str]]) -> None:
        """Cut the bars as they were."""
        self.by_criterion.setChecked(dict(state).get("cut") == "criterion")
        self._cut()

    def _cut(self) -> None:
        fine = self.by_criterion.isChecked()
        self.by_criterion.setText(say("by criterion") if fine else say("by group"))
        if self.evaluation is not None and self.isVisible():
            self.draw(self.evaluation)


def bars_of(evaluation: Evaluation, *, by_criterion: bool) -> Bars:
    """Return the bars of every site with a score, in their order."""
    groups = grouping(evaluation)
    order = evaluation.order
    sites = order[np.isfinite(evaluation.scores[order])]
    parts = scaled(evaluation)[sites]
    colours = shades(groups)
    if not by_criterion:
        parts = groups.sums(parts)
        colours = tuple(groups.colour(place) for place in range(len(groups.names)))
    cut = _Cut(evaluation, groups, by_criterion)
    return Bars(
        sites=sites,
        parts=parts,
        low=evaluation.scores_low[sites],
        high=evaluation.scores_high[sites],
        open_end=evaluation.coverage[sites] < 1.0 - 1e-9,
        pale=tiers(evaluation)[sites] == BELOW,
        top=1.0,
        colours=colours,
        legend=tuple(say(name) for name in groups.names),
        legend_colours=tuple(groups.colour(place) for place in range(len(groups.names))),
        name=lambda row: say_name(evaluation.matrix.sites.items[row].name),
        rank=lambda row: str(int(evaluation.ranks[row])),
        figure=lambda row: figures.points(float(evaluation.scores[row])),
        absent=lambda _: "",
        segment=cut.figure,
        explain=cut.explain,
    )


def shades(groups: Grouping) -> tuple[str, ...]:
    """Return a colour for each criterion: its group's, lighter from one to the next."""
    made = []
    for place, group in enumerate(groups.of):
        before = int((groups.of[:place] == group).sum())
        within = int((groups.of == group).sum())
        colour = QColor(groups.colour(int(group)))
        made.append(colour.lighter(100 + round(70 * before / max(within, 1))).name())
    return tuple(made)


def scaled(evaluation: Evaluation) -> Floats:
    """Return contributions that end at the score, also where a method does not add them up."""
    total = evaluation.contributions.sum(axis=1)
    scale = np.divide(evaluation.scores, total, out=np.zeros(len(total)), where=total > 0)
    made: Floats = evaluation.contributions * np.nan_to_num(scale)[:, None]
    return made


class _Cut:
    """The words of a bar that is cut by group or by criterion."""

    def __init__(self, evaluation: Evaluation, groups: Grouping, by_criterion: bool) -> None:
        self._evaluation, self._groups, self._fine = evaluation, groups, by_criterion

    def figure(self, row: int, part: int) -> str:
        earned = self._evaluation.contributions[row]
        if self._fine:
            return figures.points(float(earned[part]))
        return figures.points(float(earned[self._groups.of == part].sum()))

    def explain(self, row: int, part: int | None) -> str:
        evaluation, groups = self._evaluation, self._groups
        name = say_name(evaluation.matrix.sites.items[row].name)
        if part is None:
            known = figures.percent(float(evaluation.coverage[row]))
            spread = figures.span(
                100 * float(evaluation.scores_low[row]), 100 * float(evaluation.scores_high[row]), 1
            )
            score = figures.points(float(evaluation.scores[row]))
            return say(
                "{name}: score {score} (between {spread})\n{known} of the weight is known",
                name=name,
                score=score,
                spread=spread,
                known=known,
            )
        places = [part] if self._fine else np.flatnonzero(groups.of == part).tolist()
        head = name if self._fine else f"{name}: {say(groups.names[part])} {self.figure(row, part)}"
        return "\n".join([head, *(self._line(row, int(place)) for place in places)])

    def _line(self, row: int, place: int) -> str:
        evaluation = self._evaluation
        criterion = evaluation.criteria[place]
        column = evaluation.matrix.column(criterion.measure)
        raw = figures.cell(column, row, evaluation.matrix.info(criterion.measure).unit)
        earned = figures.points(float(evaluation.contributions[row, place]))
        share = figures.points(float(evaluation.shares[place]))
        return say(
            "{evaluation}: {raw}, earns {earned} of {share}",
            evaluation=title_of(evaluation, criterion),
            raw=raw,
            earned=earned,
            share=share,
        )
