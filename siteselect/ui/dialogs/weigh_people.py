"""Several people's weights: files averaged, with their disagreement in sight."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
)

from siteselect.errors import StudyError
from siteselect.language import later, say
from siteselect.mcda.weights import PeopleWeights, average
from siteselect.model.evaluation import Evaluation
from siteselect.project.weights_file import read_weights
from siteselect.ui.dialogs.weight_page import WeightPage
from siteselect.ui.figures import percent
from siteselect.ui.widgets.plain_table import PlainTable

OWN = later("This scenario")


class PeoplePage(WeightPage):
    """A column for each person, their mean, and how far they lie apart."""

    key = "people"
    title = later("People")
    about = later(
        "Each person hands over a file of weights by criterion, as the "
        'command line takes it: {"power_price": 30, "rule_of_law": 10}. Each '
        "person counts the same."
    )

    def __init__(self, evaluation: Evaluation) -> None:
        super().__init__(evaluation)
        self._people: dict[str, dict[str, float]] = {}
        self.add = QPushButton(say("Add files…"))
        self.clear = QPushButton(say("Remove all"))
        self.own = QCheckBox(say("This scenario's weights count as a person's"))
        self.own.setChecked(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.clear)
        buttons.addWidget(self.own)
        buttons.addStretch(1)
        self.table = PlainTable(say("Shares by person"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.fault = QLabel()
        self.fault.setObjectName("caution")
        self.fault.setWordWrap(True)
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.body.addLayout(buttons)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.told)
        self.body.addWidget(self.fault)
        self.add.clicked.connect(self._ask)
        self.clear.clicked.connect(self._clear)
        self.own.clicked.connect(self._look)
        self._look()

    def read(self, paths: list[Path]) -> None:
        """Take in files of weights; a person is called as the file is."""
        faults = []
        for path in paths:
            try:
                given = read_weights(path)
            except StudyError as fault:
                faults.append(str(fault))
                continue
            known = {key: weight for key, weight in given.items() if key in self.titles}
            left = sorted(given.keys() - known.keys())
            if left:
                faults.append(
                    say(
                        "{name} weighs {left}, which is not judged here.",
                        name=path.name,
                        left=", ".join(left),
                    )
                )
            if known:
                self._people[path.stem] = known
        self.fault.setText(" ".join(faults))
        self._look()

    def together(self) -> PeopleWeights:
        """Return all people's weights; StudyError when nobody has given any."""
        people = dict(self._people)
        if self.own.isChecked():
            shares = zip(self.evaluation.criteria, self.evaluation.shares.tolist(), strict=True)
            people[OWN] = {each.key: share for each, share in shares if each.key in self.titles}
        if not self._people:
            raise StudyError(say("Nobody has handed over weights yet: add one file or more."))
        return average(people)

    def shares(self) -> dict[str, float]:
        """Return the mean."""
        found = self.together()
        return dict(zip(found.measures, found.mean.tolist(), strict=True))

    def _ask(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, say("Weights"), "", say("Weights (*.json)"))
        if paths:
            self.read([Path(each) for each in paths])

    def _clear(self) -> None:
        self._people = {}
        self._look()

    def _look(self) -> None:
        self.clear.setEnabled(bool(self._people))
        try:
            found = self.together()
        except StudyError:
            self.table.show_rows((), ())
            self.told.setText("")
        else:
            self._show(found)
        self.changed.emit()

    def _show(self, found: PeopleWeights) -> None:
        rows = []
        for row, key in enumerate(found.measures):
            spread = f"{percent(float(found.least[row]))} to {percent(float(found.greatest[row]))}"
            people = (percent(float(share)) for share in found.shares[:, row])
            rows.append((self.titles[key], *people, percent(float(found.mean[row])), spread))
        self.table.show_rows((say("Criterion"), *found.people, say("Mean"), say("Range")), rows)
        at = found.measures.index(found.disputed)
        apart = ", ".join(
            f"{person} {percent(float(far))}"
            for person, far in zip(found.people, found.distances, strict=True)
        )
        self.told.setText(
            say(
                "They agree least on {titles}: {least} to {greatest}. Weight that "
                "lies elsewhere than the mean's: {apart}.",
                titles=self.titles[found.disputed],
                least=percent(float(found.least[at])),
                greatest=percent(float(found.greatest[at])),
                apart=apart,
            )
        )
