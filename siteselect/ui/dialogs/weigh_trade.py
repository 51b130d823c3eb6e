"""Weights from trade-offs: how many units of another criterion one unit of this is worth."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QScrollArea, QWidget

from siteselect.errors import StudyError
from siteselect.language import later, say
from siteselect.mcda.trade_off import weight_for
from siteselect.model.evaluation import Evaluation
from siteselect.model.value_function import Linear, Objective
from siteselect.ui.dialogs.weight_page import WeightPage
from siteselect.ui.figures import shown_unit, shown_value
from siteselect.ui.widgets.number_box import NumberBox


class TradePage(WeightPage):
    """One criterion is the measure of all others: a number for each."""

    key = "trade"
    title = later("Trade-offs")
    about = later(
        "Choose the criterion in which you think, and say what one unit of "
        "it is worth in each other. Only straight value functions can be "
        "traded: on others a unit is not worth the same everywhere."
    )

    def __init__(self, evaluation: Evaluation) -> None:
        super().__init__(evaluation)
        self._scenario = evaluation.scenario
        self.boxes: dict[str, NumberBox] = {}
        self.keys = [
            key
            for key in self.titles
            if isinstance(self._scenario.criterion(key).value, Linear)
            and self._scenario.criterion(key).weight > 0
        ]
        self.reference = QComboBox()
        self.reference.setAccessibleName(say("Criterion in which you think"))
        for key in self.keys:
            self.reference.addItem(self.titles[key], key)
        self.reference.activated.connect(lambda _: self._build())
        self.question = QLabel()
        self.question.setObjectName("subtitle")
        self.question.setWordWrap(True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self._inner = QWidget()
        self._inner.setObjectName("panel")
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(8, 8, 8, 8)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._inner)
        self.body.addWidget(self.reference)
        self.body.addWidget(self.question)
        self.body.addWidget(scroll, 1)
        self._build()

    def shares(self) -> dict[str, float]:
        """Return the weights that the answers make; those that cannot be traded stay."""
        if len(self.keys) < 2:
            raise StudyError(
                say(
                    "A trade-off wants two criteria with straight value functions and "
                    "weights above 0."
                )
            )
        return {key: self._scenario.criterion(key).weight for key in self.titles}

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        if len(self.keys) < 2:
            self.question.setText(say("There are not two criteria that can be traded."))
            return
        reference = str(self.reference.currentData())
        self.question.setText(
            say("{reference} makes good for …", reference=self._worded(reference, gain=True))
        )
        for row, key in enumerate(each for each in self.keys if each != reference):
            label = QLabel(self.titles[key])
            label.setTextFormat(Qt.TextFormat.PlainText)
            amount = self._amount(reference, key)
            places = 0 if amount >= 100 else 1 if amount >= 10 else 3
            least = 10.0**-places
            box = NumberBox(
                say("Worth in {titles}", titles=self.titles[key]), least, 1e7, decimals=places
            )
            box.setFixedWidth(110)
            box.show_value(amount)
            box.setSingleStep(max(round(amount / 10, places), least))
            unit = QLabel(self._worded(key, gain=False))
            unit.setObjectName("pale")
            box.edited.connect(lambda amount, _, key=key: self._take(reference, key, amount))
            for column, widget in enumerate((label, box, unit)):
                self._grid.addWidget(widget, row, column)
            self.boxes[key] = box
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _take(self, reference: str, key: str, amount: float) -> None:
        raw = amount * self._factor(reference) / self._factor(key)
        weight = weight_for(self._scenario, key, reference, 1.0 / raw)
        self._scenario = self._scenario.with_weight(key, weight)
        self.changed.emit()

    def _amount(self, reference: str, key: str) -> float:
        """Return what one unit of the first is worth in the second, both as shown."""
        slope = {
            each: self._scenario.criterion(each).weight / self._span(each)
            for each in (reference, key)
        }
        return slope[reference] / slope[key] * self._factor(key) / self._factor(reference)

    def _span(self, key: str) -> float:
        value = self._scenario.criterion(key).value
        return abs(value.best - value.worst) if isinstance(value, Linear) else 1.0

    def _unit(self, key: str) -> str:
        return self.evaluation.matrix.info(self._scenario.criterion(key).measure).unit

    def _factor(self, key: str) -> float:
        return shown_value(1.0, self._unit(key))

    def _worded(self, key: str, *, gain: bool) -> str:
        low = self._scenario.criterion(key).value.objective is Objective.MIN
        way = say("less") if low is gain else say("more")
        unit = shown_unit(self._unit(key))
        if not gain:
            return f"{unit} {way}"
        return say("1 {unit} {way} of {title}", unit=unit, way=way, title=self.titles[key])
