"""Two criteria against each other: which sites no other beats, and what is given up for what."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from siteselect.language import later, say
from siteselect.model.criterion import Criterion
from siteselect.model.evaluation import Evaluation
from siteselect.ui import figures
from siteselect.ui.charts.chart import Chart
from siteselect.ui.charts.cloud import cloud_of, variety
from siteselect.ui.charts.scatter import Scatter
from siteselect.ui.grouping import title_of
from siteselect.ui.theme import SIZES, Theme
from siteselect.ui.widgets.elided import ElidedLabel
from siteselect.ui.widgets.tips import tip

PAIRS = (
    (figures.PRICE, "political_stability"),
    (figures.PRICE, "xinjiang_distance"),
    (figures.PRICE, "capacity_50km"),
    ("xinjiang_distance", "capacity_50km"),
)
"""What is worth comparing, the first choice first."""
VARIETY = 6
"""A pair is a choice when its ranked sites have so many different values on either side."""


NAMED = 8
"""So many of the sites that share a place are named in a tool tip."""


class AxisButton(QToolButton):
    """The title of an axis, which opens a menu of criteria. `chosen` is emitted with a key."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quiet")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self._choices = QActionGroup(self)

    def offer(self, listed: tuple[tuple[str, str], ...]) -> None:
        """Offer these criteria, as pairs of key and title."""
        self.menu().clear()
        self._choices = QActionGroup(self)
        for key, title in listed:
            action = QAction(title.replace("&", "&&"), self._choices)
            action.setCheckable(True)
            action.setData(key)
            action.triggered.connect(lambda _=False, key=key: self.chosen.emit(key))
            self.menu().addAction(action)

    def show_choice(self, key: str, title: str, better: int, *, upright: bool) -> None:
        """Show which criterion stands on the axis, with an arrow to its better side."""
        arrow = {1: "↑" if upright else "→", -1: "↓" if upright else "←"}.get(better, "")
        side = f"   {arrow} {say('better')}" if arrow else ""
        self.setText(f"{title} ▾{side}".replace("&", "&&"))
        for action in self._choices.actions():
            action.setChecked(action.data() == key)


class TradeOffChart(Chart):
    """A scatter of two criteria, coloured by score, with the front that no site beats."""

    key = "trade_off"
    question = later("What is traded off?")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.scatter = Scatter(theme, self)
        self.scatter.setAccessibleName(say(self.question))
        self.scatter.clicked.connect(self.pick)
        self.scatter.explain = self._explain
        self.scatter.moved.connect(self._show_note)
        self._missing = 0
        self.note = ElidedLabel()
        self._wanted: list[str] = []
        """Measures across and upwards; empty until a hand, a memory or the first sites choose."""
        self._listed: tuple[tuple[str, str], ...] = ()
        self.across = AxisButton(say("Criterion across"), self)
        self.up = AxisButton(say("Criterion upwards"), self)
        self.across.chosen.connect(lambda key: self._choose(0, key))
        self.up.chosen.connect(lambda key: self._choose(1, key))
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.across, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.up, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.scatter, 1)
        column.addLayout(foot)
        self.dress(theme)

    def draw(self, evaluation: Evaluation) -> None:
        """Show the sites of an evaluation on the two axes chosen."""
        pair = self._pair(evaluation)
        for shown in (self.scatter, self.across, self.up):
            shown.setVisible(pair is not None)
        if pair is None:
            self.note.show_text(say("No criterion is known for any site."))
            return
        cloud = cloud_of(evaluation, *pair)
        self.scatter.show_cloud(cloud, self.picked())
        self.across.show_choice(pair[0].key, cloud.across.title, cloud.across.better, upright=False)
        self.up.show_choice(pair[1].key, cloud.up.title, cloud.up.better, upright=True)
        self._missing = cloud.missing
        self._show_note()

    def mark_selection(self, names: frozenset[str]) -> None:
        """Ring the dots of these sites."""
        del names
        self.scatter.mark(self.picked())

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.scatter.theme = theme
        self.note.setStyleSheet(f"color: {theme.muted}; font-size: {SIZES['small']}px;")
        self.scatter.update()

    def state(self) -> dict[str, str]:
        """Return which criteria stand on the axes."""
        return dict(zip(("across", "up"), self._wanted, strict=False))

    def restore(self, state: Iterable[tuple[str, str]]) -> None:
        """Put the criteria on the axes that stood there."""
        held = dict(state)
        if held.get("across") and held.get("up"):
            self._wanted = [held["across"], held["up"]]
        if self.evaluation is not None and self.isVisible():
            self.draw(self.evaluation)

    def _pair(self, evaluation: Evaluation) -> tuple[Criterion, Criterion] | None:
        """Return the criteria of the two axes: as chosen, else the first that are known."""
        listed = tuple(
            (each.key, title_of(evaluation, each))
            for each in evaluation.scenario.criteria
            if evaluation.matrix.column(each.measure).known
        )
        if listed != self._listed:
            self._listed = listed
            self.across.offer(listed)
            self.up.offer(listed)
        keys = [key for key, _ in listed]
        if not keys:
            return None
        self._wanted = self._wanted or _first_choice(evaluation, keys)
        spare = [key for key in keys if key not in self._wanted] or keys
        across, up = (
            wanted if wanted in keys else spare[min(place, len(spare) - 1)]
            for place, wanted in enumerate(self._wanted)
        )
        return evaluation.scenario.criterion(across), evaluation.scenario.criterion(up)

    def _show_note(self) -> None:
        beyond = self.scatter.beyond()
        words = [
            *(
                [say("{missing} unknown on an axis", missing=self._missing)]
                if self._missing
                else []
            ),
            *([say("{beyond} beyond the edge", beyond=beyond)] if beyond else []),
        ]
        told = " · ".join(words)
        why = say("These sites are not drawn; a double click shows all that are known.")
        self.note.setText(told)
        self.note.setToolTip(tip(f"{told}\n{why}" if told else ""))

    def _choose(self, place: int, key: str) -> None:
        self._wanted[place] = key
        if self.evaluation is not None:
            self.draw(self.evaluation)

    def _explain(self, rows: list[int]) -> str:
        evaluation = self.evaluation
        pair = self._pair(evaluation) if evaluation is not None else None
        if evaluation is None or pair is None or not rows:
            return ""
        row, others = rows[0], rows[1:]
        place, name = int(evaluation.ranks[row]), evaluation.matrix.sites.items[row].name
        head = (
            f"{figures.ordinal(place)}: {name}" if place else say("{name} fails a gate", name=name)
        )
        lines = [
            say(
                "{head}, score {points}",
                head=head,
                points=figures.points(float(evaluation.scores[row])),
            )
        ]
        for criterion in pair:
            column = evaluation.matrix.column(criterion.measure)
            raw = figures.cell(column, row, evaluation.matrix.info(criterion.measure).unit)
            lines.append(f"{title_of(evaluation, criterion)}: {raw}")
        if others:
            names = [evaluation.matrix.sites.items[other].name for other in others[:NAMED]]
            more = say("and {count} more", count=len(others) - NAMED) if len(others) > NAMED else ""
            lines.append(say("Here too: {names}", names=" ".join([", ".join(names), more]).strip()))
        return "\n".join(lines)


def _first_choice(evaluation: Evaluation, keys: list[str]) -> list[str]:
    """Return the first pair worth comparing in which the sites at hand differ."""
    held = [pair for pair in PAIRS if set(pair) <= set(keys)]
    best, widest = list((*keys, *keys)[:2]), 0
    for across, up in held:
        scenario = evaluation.scenario
        cloud = cloud_of(evaluation, scenario.criterion(across), scenario.criterion(up))
        found = variety(cloud)
        if found >= VARIETY:
            return [across, up]
        if found > widest:
            best, widest = [across, up], found
    return best
