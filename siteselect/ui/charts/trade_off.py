"""Two criteria against each other: which sites no other beats, and what is given up for what."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from siteselect.model.criterion import Criterion
from siteselect.model.evaluation import Evaluation
from siteselect.ui import figures
from siteselect.ui.charts.chart import Chart
from siteselect.ui.charts.cloud import cloud_of
from siteselect.ui.charts.scatter import Scatter
from siteselect.ui.grouping import title_of
from siteselect.ui.theme import SIZES, Theme

DEFAULTS = (figures.PRICE, "political_stability")


class TradeOffChart(Chart):
    """A scatter of two criteria, coloured by score, with the front that no site beats."""

    key = "trade_off"
    question = "What is traded off?"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.scatter = Scatter(theme, self)
        self.scatter.setAccessibleName(self.question)
        self.scatter.clicked.connect(self.pick)
        self.scatter.explain = self._explain
        self.note = QLabel(self)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self._wanted = list(DEFAULTS)
        self._listed: tuple[tuple[str, str], ...] = ()
        self._controls = QWidget(self)
        self._controls.hide()  # until a card takes it into its head
        row = QHBoxLayout(self._controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.across, self.up = self._box("Criterion across"), self._box("Criterion upwards")
        row.addWidget(self.across)
        row.addWidget(QLabel("×", self._controls))
        row.addWidget(self.up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.scatter, 1)
        column.addWidget(self.note)
        self.dress(theme)

    def controls(self) -> QWidget | None:
        """Return the two boxes that choose the axes."""
        return self._controls

    def draw(self, evaluation: Evaluation) -> None:
        """Show the sites of an evaluation on the two axes chosen."""
        self._list(evaluation)
        pair = self._pair(evaluation)
        self.scatter.setVisible(pair is not None)
        if pair is None:
            self.note.setText("Two criteria are needed to trade one for the other.")
            self.note.show()
            return
        cloud = cloud_of(evaluation, *pair)
        self.scatter.show_cloud(cloud, self.picked())
        self.note.setText(_missing_words(cloud.missing))
        self.note.setVisible(cloud.missing > 0)

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
        return {"across": self._wanted[0], "up": self._wanted[1]}

    def restore(self, state: Iterable[tuple[str, str]]) -> None:
        """Put the criteria on the axes that stood there."""
        held = dict(state)
        self._wanted = [held.get("across", DEFAULTS[0]), held.get("up", DEFAULTS[1])]
        if self.evaluation is not None and self.isVisible():
            self.draw(self.evaluation)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self._controls)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(9)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        box.activated.connect(self._chosen)
        return box

    def _list(self, evaluation: Evaluation) -> None:
        """Offer every criterion of the scenario that is known for some site."""
        listed = tuple(
            (each.measure, title_of(evaluation, each))
            for each in evaluation.scenario.criteria
            if evaluation.matrix.column(each.measure).known
        )
        if listed != self._listed:
            self._listed = listed
            for box in (self.across, self.up):
                box.clear()
                for key, title in listed:
                    box.addItem(title, key)
        keys = [key for key, _ in listed]
        for box, place in ((self.across, 0), (self.up, 1)):
            if self._wanted[place] in keys:
                box.setCurrentIndex(keys.index(self._wanted[place]))
            else:
                others = [n for n, key in enumerate(keys) if key not in self._wanted]
                box.setCurrentIndex(others[min(place, len(others) - 1)] if others else -1)

    def _pair(self, evaluation: Evaluation) -> tuple[Criterion, Criterion] | None:
        keys = [box.currentData() for box in (self.across, self.up)]
        if None in keys:
            return None
        return evaluation.scenario.criterion(keys[0]), evaluation.scenario.criterion(keys[1])

    def _chosen(self) -> None:
        self._wanted = [str(box.currentData()) for box in (self.across, self.up)]
        if self.evaluation is not None:
            self.draw(self.evaluation)

    def _explain(self, row: int) -> str:
        evaluation = self.evaluation
        pair = self._pair(evaluation) if evaluation is not None else None
        if evaluation is None or pair is None:
            return ""
        place, name = int(evaluation.ranks[row]), evaluation.matrix.sites.items[row].name
        head = f"{figures.ordinal(place)}: {name}" if place else f"{name} fails a gate"
        lines = [f"{head}, score {figures.points(float(evaluation.scores[row]))}"]
        for criterion in pair:
            column = evaluation.matrix.column(criterion.measure)
            raw = figures.cell(column, row, evaluation.matrix.info(criterion.measure).unit)
            lines.append(f"{title_of(evaluation, criterion)}: {raw}")
        return "\n".join(lines)


def _missing_words(missing: int) -> str:
    """Return how many sites are left out."""
    if missing == 1:
        return "1 site unknown on an axis is not drawn"
    return f"{missing} sites unknown on an axis are not drawn" if missing else ""
