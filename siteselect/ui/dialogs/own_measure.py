"""A measure of the user's own: a column of the sites' table, typed values, or an expression."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from siteselect.errors import StudyError
from siteselect.language import later, say
from siteselect.model.arrays import Floats
from siteselect.model.evaluation import Evaluation
from siteselect.model.study import Study
from siteselect.model.user_measure import UserMeasure
from siteselect.ui.dialogs.expression_field import ExpressionField
from siteselect.ui.figures import decimals, number
from siteselect.ui.own_measure import (
    checked,
    columns_of_sites,
    key_for,
    known_keys,
    preview,
    with_criterion_on,
)

WAYS = {
    "column": later("Column of the sites' table"),
    "typed": later("Typed"),
    "expression": later("Expression"),
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class OwnMeasureDialog(QDialog):
    """Asks for a measure; `study` is the study with it, once it is accepted."""

    def __init__(
        self, study: Study, evaluation: Evaluation, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._study = study
        self._evaluation = evaluation
        self._before = next((each for each in study.measures if each.key == key), None)
        self._typed: dict[str, float] = dict(self._before.typed) if self._before else {}
        self._measure: UserMeasure | None = None
        self._showing = False
        self._names = evaluation.matrix.sites.names
        self._cells: list[QTableWidgetItem] = []
        self.setWindowTitle(say("A measure of your own"))
        self.resize(600, 600)
        self.title = QLineEdit()
        self.title.setPlaceholderText(say("What it is called: Rent per rack"))
        self.title.setAccessibleName(say("Title"))
        self.unit = QLineEdit()
        self.unit.setPlaceholderText("USD")
        self.unit.setAccessibleName(say("Unit"))
        self.group = QComboBox()
        self.group.setEditable(True)
        self.group.setAccessibleName(say("Group"))
        line = self.group.lineEdit()
        if line is not None:
            line.setAccessibleName(say("Group"))
        self.group.addItems(_groups(evaluation))
        self.ways: dict[str, QRadioButton] = {}
        self.column = QComboBox()
        self.column.setAccessibleName(say("Column"))
        self.column.addItems(columns_of_sites(study))
        self.expression = ExpressionField(known_keys(study, but=key))
        self.values = QTableWidget(0, 2)
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.take = QPushButton(say("Save") if self._before else say("Add"))
        self.take.setObjectName("primary")
        self._lay_out()
        self._fill()
        self._wire()
        self._look()

    @property
    def step(self) -> str:
        """What the undo menu calls it."""
        word = say("Change") if self._before else say("Add")
        return f"{word} {self.title.text().strip()}"

    def study(self) -> Study:
        """Return the study with the measure, judged by the scenario at work."""
        if self._measure is None:
            return self._study
        return with_criterion_on(self._study, self._measure, self._evaluation)

    @property
    def way(self) -> str:
        """How the values are got."""
        return next(key for key, button in self.ways.items() if button.isChecked())

    def _lay_out(self) -> None:
        heading = QLabel(say("A measure of your own"))
        heading.setObjectName("title")
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.addRow(say("Title"), self.title)
        form.addRow(say("Unit"), self.unit)
        form.addRow(say("Group"), self.group)
        ways = QHBoxLayout()
        ways.setSpacing(16)
        group = QButtonGroup(self)
        for key, text in WAYS.items():
            self.ways[key] = QRadioButton(say(text))
            group.addButton(self.ways[key])
            ways.addWidget(self.ways[key])
        ways.addStretch(1)
        self.values.setHorizontalHeaderLabels([say("Site"), say("Value")])
        self.values.verticalHeader().hide()
        self.values.setShowGrid(False)
        self.values.setAccessibleName(say("Value of each site"))
        self.values.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        cancel = QPushButton(say("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addLayout(form)
        layout.addLayout(ways)
        layout.addWidget(self.column)
        layout.addWidget(self.expression)
        layout.addWidget(self.values, 1)
        layout.addWidget(self.fault)
        layout.addLayout(buttons)

    def _fill(self) -> None:
        held = self._before
        self.ways["column"].setEnabled(self.column.count() > 0)
        way = "column" if self.column.count() else "typed"
        self.group.setCurrentText(say("Your own"))
        if held is not None:
            self.title.setText(held.title)
            self.unit.setText(held.unit)
            self.group.setCurrentText(held.group or say("Your own"))
            self.column.setCurrentText(held.column)
            self.expression.set_text(held.expression)
            way = "expression" if held.expression else "column" if held.column else "typed"
        self.ways[way].setChecked(True)
        names = self._names
        self.values.setRowCount(len(names))
        for row, name in enumerate(names):
            site = QTableWidgetItem(name)
            site.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.values.setItem(row, 0, site)
            value = QTableWidgetItem("")
            value.setTextAlignment(_RIGHT)
            self.values.setItem(row, 1, value)
            self._cells.append(value)

    def _wire(self) -> None:
        self.title.textEdited.connect(self._look)
        self.unit.textEdited.connect(self._look)
        self.group.editTextChanged.connect(self._look)
        self.column.activated.connect(self._look)
        self.expression.edited.connect(self._look)
        for button in self.ways.values():
            button.clicked.connect(self._look)
        self.values.cellChanged.connect(self._type)
        self.take.clicked.connect(self.accept)

    def _type(self, row: int, column: int) -> None:
        if self._showing or column != 1 or self.way != "typed":
            return
        name = self._names[row]
        text = self._cells[row].text().strip().replace("\u2212", "-")
        try:
            if text:
                self._typed[name] = float(text)
            else:
                self._typed.pop(name, None)
        except ValueError:
            self._say(
                say(
                    "{words!r} for {name} is no number: type one such as 12.5.",
                    words=text,
                    name=name,
                ),
                fault=True,
            )
            self.take.setEnabled(False)
            return
        self._look()

    def _look(self) -> None:
        """Check what was entered, say what is wrong, and show the values that it gives."""
        way = self.way
        self.column.setVisible(way == "column")
        self.expression.setVisible(way == "expression")
        trigger = QAbstractItemView.EditTrigger
        typing = trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed
        self.values.setEditTriggers(typing if way == "typed" else trigger.NoEditTriggers)
        try:
            self._measure = checked(self._asked(), self._study)
        except StudyError as fault:
            self._measure = None
            self._say(str(fault), fault=bool(self.title.text().strip()))
            self._show(np.full(self.values.rowCount(), np.nan))
            self.take.setEnabled(False)
            return
        self.take.setEnabled(True)
        try:
            column = preview(self._measure, self._evaluation)
        except StudyError as fault:
            self._say(str(fault), fault=False)
            self._show(np.full(self.values.rowCount(), np.nan))
            return
        self._say(
            say("Known for {known} of {count} sites.", known=column.known, count=len(column.value)),
            fault=False,
        )
        self._show(column.value)

    def _asked(self) -> UserMeasure:
        title = self.title.text().strip()
        key = self._before.key if self._before else key_for(title, known_keys(self._study))
        bare = UserMeasure(key, title, self.unit.text().strip(), self.group.currentText().strip())
        if self.way == "column":
            return replace(bare, column=self.column.currentText())
        if self.way == "expression":
            text = self.expression.text()
            if not text.strip():
                raise StudyError(
                    say("The expression is empty: write one such as power_price * 1.2.")
                )
            return replace(bare, expression=text)
        return replace(bare, typed=tuple(sorted(self._typed.items())))

    def _say(self, text: str, *, fault: bool) -> None:
        self.fault.setText(text)
        self.fault.setObjectName("caution" if fault else "muted")
        self.fault.style().unpolish(self.fault)
        self.fault.style().polish(self.fault)

    def _show(self, values: Floats) -> None:
        typed = self.way == "typed"
        self._showing = True
        for row, value in enumerate(values.tolist()):
            item = self._cells[row]
            if typed:
                held = self._typed.get(self._names[row])
                item.setText("" if held is None else f"{held:g}")
            else:
                item.setText(number(value, decimals(value)))
        self._showing = False


def _groups(evaluation: Evaluation) -> list[str]:
    named = [each.group for each in evaluation.matrix.infos if each.group]
    return list(dict.fromkeys([*named, say("Your own")]))
