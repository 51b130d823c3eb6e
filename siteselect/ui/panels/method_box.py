"""The parameters of the method at work, its reference, and whether it compares sites."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from siteselect.language import later, say
from siteselect.mcda.method import Method, Parameter
from siteselect.mcda.methods import METHODS
from siteselect.model.scenario import Scenario
from siteselect.ui.session import Session
from siteselect.ui.widgets.gesture import next_gesture
from siteselect.ui.widgets.number_box import NumberBox
from siteselect.ui.widgets.tips import tip
from siteselect.ui.widgets.weight_slider import WeightSlider

ENDS = {
    "attitude": (later("cautious"), later("bold")),
    "majority": (later("worst loss"), later("all together")),
}
"""What the two ends of a dial mean."""
USED = {
    "indifference": {2, 4, 5},
    "preference": {3, 4, 5},
    "spread": {6},
}
"""For which preference functions of PROMETHEE a threshold counts."""
RELATIVE = later("It compares sites with each other: adding a site can reorder the others.")
_FULL = 50.0


class MethodBox(QWidget):
    """Shows what a person may set about the method, and asks for edits."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[str, tuple[tuple[str, float], ...]] | None = None
        self.controls: dict[str, WeightSlider | NumberBox | QComboBox] = {}
        self._labels: dict[str, QLabel] = {}
        self._show: list[Callable[[dict[str, float]], None]] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.reference = self._small("muted")
        self.caution = self._small("caution")
        self.caution.setText(say(RELATIVE))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 2)
        layout.setSpacing(4)
        layout.addLayout(self._grid)
        layout.addWidget(self.caution)
        layout.addWidget(self.reference)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the method of a scenario and its parameters; no signal follows."""
        wanted = (scenario.method, scenario.method_parameters)
        if wanted == self._shown:
            return
        method = METHODS[scenario.method]
        if self._shown is None or self._shown[0] != scenario.method:
            self._build(method)
        self._shown = wanted
        settings = method.settings(dict(scenario.method_parameters))
        for show in self._show:
            show(settings)
        shape = int(settings.get("shape", 0))
        for key, shapes in USED.items():
            if key in self.controls and "shape" in settings:
                self.controls[key].setVisible(shape in shapes)
                self._labels[key].setVisible(shape in shapes)

    def _build(self, method: Method) -> None:
        for widget in self.findChildren(QWidget, "setting"):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.controls, self._labels, self._show = {}, {}, []
        for row, each in enumerate(method.parameters):
            label = self._small("pale")
            label.setText(say(each.title))
            label.setToolTip(tip(say(each.about)))
            label.setObjectName("setting")
            control = self._control(each)
            self._labels[each.key] = label
            held = self._between_ends(each, control)
            held.setObjectName("setting")
            held.setToolTip(tip(say(each.about)))
            wide = each.key in ENDS
            self._grid.addWidget(label, 2 * row, 0, 1, 2 if wide else 1)
            self._grid.addWidget(held, 2 * row + wide, 0 if wide else 1, 1, 2 if wide else 1)
        self.caution.setVisible(not method.rowwise)
        self.reference.setText(_short(method.reference))
        self.reference.setToolTip(tip(method.reference))

    def _control(self, each: Parameter) -> QWidget:
        if each.choices:
            combo = QComboBox()
            combo.setAccessibleName(say(each.title))
            combo.addItems([say(word) for word in each.choices])
            combo.setMinimumContentsLength(8)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.activated.connect(lambda place: self._set(each, each.low + place, next_gesture()))
            self._show.append(lambda found: combo.setCurrentIndex(int(found[each.key] - each.low)))
            self.controls[each.key] = combo
            return combo
        wide = each.high - each.low
        if each.key in ENDS:
            slider = WeightSlider(say(each.title), maximum=_FULL)
            slider.edited.connect(
                lambda at, gesture: self._set(each, each.low + wide * at / _FULL, gesture)
            )
            self._show.append(
                lambda found: slider.show_value(_FULL * (found[each.key] - each.low) / wide)
            )
            self.controls[each.key] = slider
            return slider
        box = NumberBox(say(each.title), each.low, each.high, decimals=3, step=0.05)
        box.edited.connect(partial(self._set, each))
        self._show.append(lambda found: box.show_value(found[each.key]))
        self.controls[each.key] = box
        return box

    def _between_ends(self, each: Parameter, control: QWidget) -> QWidget:
        if each.key not in ENDS:
            return control
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for place, word in enumerate(map(say, ENDS[each.key])):
            label = self._small("muted")
            label.setText(word)
            row.addWidget(label)
            if place == 0:
                row.addWidget(control, 1)
        return held

    def _set(self, each: Parameter, value: float, gesture: int) -> None:
        study = self._session.study
        value = min(max(round(value, 4), each.low), each.high)
        default = value == each.default
        kept = tuple(pair for pair in study.scenario.method_parameters if pair[0] != each.key)
        scenario = (
            replace(study.scenario, method_parameters=kept)
            if default
            else study.scenario.with_parameter(each.key, value)
        )
        self._session.edit(study.with_scenario(scenario), each.title, gesture)

    def _small(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(name in {"caution", "muted"})
        return label


def _short(reference: str) -> str:
    """Return authors and year."""
    head, _, _ = reference.partition(").")
    return f"{head})" if "(" in head else reference
