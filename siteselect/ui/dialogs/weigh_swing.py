"""Weights from swings: what it is worth to bring each criterion from its worst to its best."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from siteselect.language import later, say
from siteselect.mcda.weights import swing
from siteselect.model.evaluation import Evaluation
from siteselect.ui.dialogs.weight_page import WeightPage
from siteselect.ui.figures import decimals, number, shown_unit, shown_value
from siteselect.ui.widgets.number_box import NumberBox
from siteselect.ui.widgets.weight_slider import WeightSlider


class SwingPage(WeightPage):
    """A slider of 0 to 100 points for each criterion."""

    key = "swing"
    title = later("Swings")
    about = later(
        "Give 100 points to the swing from worst to best that you want most, "
        "and each other one its part of that (von Winterfeldt and Edwards "
        "1986)."
    )

    def __init__(self, evaluation: Evaluation) -> None:
        super().__init__(evaluation)
        self.boxes: dict[str, NumberBox] = {}
        self.sliders: dict[str, WeightSlider] = {}
        inner = QWidget()
        inner.setObjectName("panel")
        grid = QGridLayout(inner)
        grid.setContentsMargins(8, 8, 8, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 1)
        shares = dict(
            zip((each.key for each in evaluation.criteria), evaluation.shares, strict=True)
        )
        most = max((shares.get(key, 0.0) for key in self.titles), default=0.0) or 1.0
        for row, (key, title) in enumerate(self.titles.items()):
            words = QLabel(title)
            words.setTextFormat(Qt.TextFormat.PlainText)
            span = QLabel(self._span(key))
            span.setObjectName("muted")
            slider = WeightSlider(say("{title}: points of the swing", title=title), maximum=100.0)
            box = NumberBox(say("{title}: points", title=title), 0, 100, step=5)
            box.setFixedWidth(64)
            grid.addWidget(words, 2 * row, 0)
            grid.addWidget(span, 2 * row + 1, 0)
            grid.addWidget(slider, 2 * row, 1, 2, 1)
            grid.addWidget(box, 2 * row, 2, 2, 1)
            self.sliders[key], self.boxes[key] = slider, box
            points = round(100.0 * shares.get(key, 0.0) / most)
            slider.show_value(points)
            box.show_value(points)
            slider.edited.connect(lambda value, _, key=key: self._take(key, value))
            box.edited.connect(lambda value, _, key=key: self._take(key, value))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        self.body.addWidget(scroll, 1)

    def shares(self) -> dict[str, float]:
        """Return the points as shares."""
        return swing({key: box.value() for key, box in self.boxes.items()})

    def _take(self, key: str, points: float) -> None:
        self.sliders[key].show_value(points)
        self.boxes[key].show_value(points)
        self.changed.emit()

    def _span(self, key: str) -> str:
        """Return from what to what the criterion would swing."""
        criterion = self.evaluation.scenario.criterion(key)
        column = self.evaluation.matrix.column(criterion.measure)
        unit = self.evaluation.matrix.info(criterion.measure).unit
        low, high = criterion.value.reach(column.value)
        worst, best = (low, high)
        if criterion.value.objective.value == "min":
            worst, best = high, low
        ends = [shown_value(each, unit) for each in (worst, best)]
        told = " → ".join(number(each, decimals(max(map(abs, ends)))) for each in ends)
        return f"{told} {shown_unit(unit)}".rstrip() if unit != "status" else say("worst → best")
