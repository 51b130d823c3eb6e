"""Two scenarios side by side: what they judge otherwise, and how the sites rank in each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.errors import StudyError
from siteselect.language import say, say_as, say_name, say_names
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.scenario_difference import scenario_difference
from siteselect.mcda.scenarios import compare_scenarios
from siteselect.model.evaluation import Evaluation
from siteselect.model.study import Study
from siteselect.ui.difference_words import difference_rows
from siteselect.ui.figures import DASH
from siteselect.ui.widgets.plain_table import PlainTable


class CompareScenariosDialog(QDialog):
    """Shows two scenarios of a study; it changes nothing."""

    def __init__(
        self, study: Study, evaluation: Evaluation, other: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setWindowTitle(say("Compare scenarios"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 620)
        self._study = study
        self._matrix = evaluation.matrix
        self._kept: dict[str, Evaluation] = {study.active: evaluation}
        names = [each.name for each in study.scenarios]
        second = next((n for n in (other, *names) if n in names and n != study.active), names[0])
        self.sides: list[QComboBox] = []
        for words, name in (
            (say("First scenario"), study.active),
            (say("Second scenario"), second),
        ):
            side = QComboBox()
            side.setAccessibleName(words)
            for each in names:
                side.addItem(say_name(each), each)
            side.setCurrentIndex(names.index(name))
            side.activated.connect(lambda _: self._look())
            self.sides.append(side)
        self.differences = PlainTable(say("What they judge otherwise"))
        self.ranks = PlainTable(say("How the sites rank"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._look()

    def _lay_out(self) -> None:
        heading = QLabel(say("Compare scenarios"))
        heading.setObjectName("title")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(heading, 1)
        head.addWidget(self.sides[0])
        head.addWidget(QLabel(say_as("two scenarios", "with")))
        head.addWidget(self.sides[1])
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, words, table in (
            (left, say("What they judge otherwise"), self.differences),
            (right, say("How the sites rank"), self.ranks),
        ):
            label = QLabel(words)
            label.setObjectName("subtitle")
            column.setSpacing(6)
            column.addWidget(label)
            column.addWidget(table, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(left, 3)
        middle.addLayout(right, 2)
        close = QPushButton(say("Close"))
        close.setObjectName("primary")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)

    def _look(self) -> None:
        one, other = (
            next(each for each in self._study.scenarios if each.name == side.currentData())
            for side in self.sides
        )
        rows = difference_rows(scenario_difference(one, other), self._matrix)
        alike = ((say("They judge alike."), "", ""),)
        heads = ("", say_name(one.name), say_name(other.name))
        self.differences.show_rows(heads, rows or alike, words=(0, 1, 2))
        try:
            evaluations = [self._evaluated(each.name) for each in (one, other)]
        except StudyError as fault:
            self.ranks.setRowCount(0)
            self.told.setText(str(fault))
            return
        self._show_ranks(evaluations)

    def _evaluated(self, name: str) -> Evaluation:
        if name not in self._kept:
            scenario = next(each for each in self._study.scenarios if each.name == name)
            self._kept[name] = evaluate(scenario, self._matrix)
        return self._kept[name]

    def _show_ranks(self, evaluations: list[Evaluation]) -> None:
        found = compare_scenarios(evaluations)
        names = self._matrix.sites.names
        rows = []
        for row in evaluations[0].order.tolist():
            before, after = (int(each) for each in found.ranks[:, row])
            moved = before - after if before and after else 0
            sign = f"▲ {moved}" if moved > 0 else f"▼ {-moved}" if moved < 0 else ""
            rows.append((say_name(names[row]), str(before or DASH), str(after or DASH), sign))
        self.ranks.show_rows((say("Site"), *map(say_name, found.scenarios), say("Moves")), rows)
        everywhere = [self._evaluated(each.name) for each in self._study.scenarios]
        robust = compare_scenarios(everywhere).robust(3)
        count = len(self._study.scenarios)
        self.told.setText(
            say(
                "Among the first three in all {count} scenarios: {robust}.",
                count=count,
                robust=say_names(robust),
            )
            if robust
            else say("No site is among the first three in all {count} scenarios.", count=count)
        )
