"""One criterion: name and unit, value function, slider, share, on and off, back to the default."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from siteselect.model.criterion import AnyValueFunction, Criterion
from siteselect.model.decision_matrix import Column
from siteselect.model.evaluation import Evaluation
from siteselect.model.value_function import Objective
from siteselect.ui.figures import shown_unit
from siteselect.ui.grouping import title_of
from siteselect.ui.panels.defaults import Defaults
from siteselect.ui.panels.value_editor import ValueFunctionEditor
from siteselect.ui.session import Session
from siteselect.ui.widgets.icons import icon
from siteselect.ui.widgets.number_box import ShareBox
from siteselect.ui.widgets.switch_dot import SwitchDot
from siteselect.ui.widgets.tips import tip
from siteselect.ui.widgets.value_curve import ValueCurve
from siteselect.ui.widgets.weight_slider import WeightSlider

DIRECTIONS = {
    Objective.MIN: "lower is better",
    Objective.MAX: "higher is better",
    Objective.TARGET: "a middle is best",
}
UNKNOWN = "unknown here: needs a layer"


class CriterionRow(QWidget):
    """Shows one criterion of the scenario at work and asks the session for its edits."""

    def __init__(self, session: Session, defaults: Defaults, measure: str, title: str) -> None:
        super().__init__()
        self._session = session
        self._defaults = defaults
        self.measure = measure
        self.title = title
        self._column: Column | None = None
        self._value: AnyValueFunction | None = None
        self._live: bool | None = None
        self._unit = ""
        self.switch = SwitchDot(f"{title}: counts", "#000000")
        self.curve = ValueCurve(f"{title}: value function")
        self.slider = WeightSlider(f"{title}: weight")
        self.share = ShareBox(f"{title}: share in per cent")
        self.reset = QToolButton()
        self.reset.setObjectName("quiet")
        self.reset.setAccessibleName(f"{title}: back to the default")
        self.reset.setToolTip("Back to the default")
        self.reset.hide()
        self._name = QLabel(title)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._about = QLabel()
        self._about.setObjectName("muted")
        self._lay_out()
        self.switch.edited.connect(self._switch)
        self.slider.edited.connect(self._weigh)
        self.share.edited.connect(self._give_share)
        self.curve.clicked.connect(self._open_editor)
        self.reset.clicked.connect(self._reset)

    @property
    def about(self) -> str:
        """The small grey words under the name."""
        return self._about.text()

    def show_criterion(
        self, evaluation: Evaluation, criterion: Criterion, share: float, colour: str
    ) -> None:
        """Show the criterion as the evaluation judged it; NaN is the share of one switched off."""
        column = evaluation.matrix.column(self.measure)
        if column is not self._column:
            self._take_column(column, evaluation)
        known = column.known > 0
        live = known and criterion.enabled
        title = title_of(evaluation, criterion)
        if title != self.title:
            self.title = title
            self._name.setText(title)
        if live != self._live:
            self._live = live
            self._name.setObjectName("" if live else "pale")
            _restyle(self._name)
            for part in (self.curve, self.slider, self.share):
                part.setEnabled(live)
        if criterion.value != self._value:
            self._value = criterion.value
            self._tell_direction()
        self.switch.show_state(criterion.enabled, colour)
        self.curve.show_function(criterion.value, column.value)
        self.slider.show_value(criterion.weight)
        self.share.show_share(100.0 * share if np.isfinite(share) else 0.0)
        default = self._defaults.criterion(evaluation.scenario, self.measure)
        changed = default is not None and replace(default, title=criterion.title) != criterion
        if changed is self.reset.isHidden():
            self.reset.setVisible(changed)

    def take_icons(self, colour: str) -> None:
        """Draw the icons in another colour."""
        self.reset.setIcon(icon("reset", colour))

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self._name, 1)
        first.addWidget(self.reset)
        first.addWidget(self.share)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self._about, 3)
        second.addWidget(self.curve)
        second.addWidget(self.slider, 2)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(first)
        words.addLayout(second)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(4)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for label in (self._name, self._about):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _take_column(self, column: Column, evaluation: Evaluation) -> None:
        self._column = column
        self._unit = evaluation.matrix.info(self.measure).unit
        known = column.known > 0
        self.setToolTip(tip(_standing(column, self.title)))
        self.switch.setEnabled(known)
        for part in (self.curve, self.slider, self.share):
            part.setVisible(known)
        self._tell_direction()

    def _tell_direction(self) -> None:
        if self._column is None or self._value is None:
            return
        known = self._column.known > 0
        direction = DIRECTIONS[self._value.objective]
        self._about.setText(f"{shown_unit(self._unit)} · {direction}" if known else UNKNOWN)

    def _criterion(self) -> Criterion:
        return self._session.study.scenario.criterion(self.measure)

    def _put(self, criterion: Criterion, text: str, gesture: int = -1) -> None:
        study = self._session.study
        changed = study.with_scenario(study.scenario.with_criterion(criterion))
        self._session.edit(changed, text, gesture)

    def _weigh(self, weight: float, gesture: int) -> None:
        self._put(replace(self._criterion(), weight=weight), f"Weight of {self.title}", gesture)

    def _give_share(self, per_cent: float, gesture: int) -> None:
        """Give the weight that makes the share, the other weights left as they are."""
        evaluation = self._session.evaluation
        if evaluation is None:
            return
        others = sum(
            each.weight
            for each in self._session.study.scenario.criteria
            if each.enabled
            and each.measure != self.measure
            and evaluation.matrix.column(each.measure).known
        )
        share = per_cent / 100.0
        weight = round(others * share / (1.0 - share), 4)
        self._put(replace(self._criterion(), weight=weight), f"Share of {self.title}", gesture)

    def _switch(self, on: bool) -> None:
        text = f"Count {self.title}" if on else f"Leave out {self.title}"
        self._put(replace(self._criterion(), enabled=on), text)

    def _reset(self) -> None:
        default = self._defaults.criterion(self._session.study.scenario, self.measure)
        if default is not None:
            self._put(replace(default, title=self._criterion().title), f"Reset {self.title}")

    def _open_editor(self) -> None:
        raw = self._column.value if self._column is not None else np.empty(0)
        editor = ValueFunctionEditor(self.title, self._criterion().value, raw, self._unit, self)
        editor.edited.connect(
            lambda value, gesture: self._put(
                replace(self._criterion(), value=value), f"Value of {self.title}", gesture
            )
        )
        editor.open_beside(self.curve)


def _restyle(label: QLabel) -> None:
    label.style().unpolish(label)
    label.style().polish(label)


def _standing(column: Column, title: str) -> str:
    """Return for how many sites the value is known, and the reason where it is not."""
    count = len(column.value)
    words = f"{title}: known for {column.known} of {count} sites."
    unknown = np.flatnonzero(np.isnan(column.value))
    return f"{words}\n{column.provenance[unknown[0]].source}" if unknown.size else words
