"""One gate: what it demands, how many sites meet it, its bound and the wanted load."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Gate, GateResult
from siteselect.ui.session import Session
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.number_box import NumberBox
from siteselect.ui.widgets.switch_dot import SwitchDot
from siteselect.ui.widgets.tips import tip
from siteselect.ui.widgets.verdict_bar import VerdictBar, counted

REASONS = 6
"""How many different reasons the tool tip tells."""
LOAD = "load_cover"
"""The gate that asks for the wanted load."""


class GateRow(QWidget):
    """Shows one gate of the scenario at work and asks the session for its edits."""

    def __init__(self, session: Session, gate: Gate, title: str, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.measure = gate.measure
        self._title = title
        self._theme = theme
        self._shown: tuple[Gate, tuple[GateResult, ...]] | None = None
        self.switch = SwitchDot(f"{title}: demanded", theme.warn)
        self.bar = VerdictBar(theme)
        self.bound = NumberBox(f"{title}: bound", -1e6, 1e6, decimals=2, step=0.1)
        self.load = NumberBox("Wanted load in MW", 0.1, 100_000, decimals=1, step=5)
        self._demand = QLabel()
        self._demand.setObjectName("muted")
        self._counts = QLabel()
        self._counts.setObjectName("muted")
        self._counts.setWordWrap(True)
        self._name = QLabel(title)
        self._name.setWordWrap(True)
        self._lay_out()
        self.switch.edited.connect(self._switch)
        self.bound.edited.connect(self._bind)
        self.load.edited.connect(self._load)

    @property
    def counts(self) -> str:
        """How many sites meet the gate, in words."""
        return self._counts.text()

    def show_gate(self, evaluation: Evaluation, gate: Gate) -> None:
        """Show the gate and what it says of the sites."""
        self.load.show_value(self._session.study.context.load_mw)
        results = tuple(each for row in evaluation.gates for each in row if each.gate == gate)
        if (gate, results) == self._shown:
            return
        self._shown = (gate, results)
        info = evaluation.matrix.info(gate.measure)
        verdicts = [each.verdict for each in results]
        self.switch.show_state(gate.enabled, self._theme.warn)
        self.bar.show_verdicts(verdicts)
        self.bar.setVisible(gate.enabled)
        self._counts.setText(counted(verdicts) if gate.enabled else "not demanded")
        self._demand.setText(_demand(gate, info.unit, coded=info.coded))
        self.bound.setVisible(gate.measure != LOAD and not info.coded)
        self.bound.show_value(_bound(gate))
        self.load.setVisible(gate.measure == LOAD)
        reasons = dict.fromkeys(each.reason for each in results)
        self.setToolTip(tip("\n".join([*reasons][:REASONS])))

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        self.bar.apply_theme(theme)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._demand)
        numbers = QHBoxLayout()
        numbers.setSpacing(4)
        numbers.addLayout(words, 1)
        for box in (self.bound, self.load):
            box.setFixedWidth(84)
            numbers.addWidget(box, 0, Qt.AlignmentFlag.AlignVCenter)
        self.load.setSuffix(" MW")
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addLayout(numbers)
        right.addWidget(self.bar)
        right.addWidget(self._counts)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 12, 6)
        row.setSpacing(4)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _gate(self) -> Gate:
        gates = self._session.study.scenario.gates
        return next(each for each in gates if each.measure == self.measure)

    def _put(self, gate: Gate, text: str, gesture: int = -1) -> None:
        study = self._session.study
        self._session.edit(study.with_scenario(study.scenario.with_gate(gate)), text, gesture)

    def _switch(self, on: bool) -> None:
        text = f"Demand {self._title}" if on else f"Do not demand {self._title}"
        self._put(replace(self._gate(), enabled=on), text)

    def _bind(self, value: float, gesture: int) -> None:
        gate = self._gate()
        bound = (
            replace(gate, at_least=value)
            if gate.at_least is not None
            else replace(gate, at_most=value)
        )
        self._put(bound, f"Bound of {self._title}", gesture)

    def _load(self, load: float, gesture: int) -> None:
        self._session.edit(self._session.study.with_load(load), "Wanted load", gesture)


def _bound(gate: Gate) -> float:
    bound = gate.at_least if gate.at_least is not None else gate.at_most
    return bound if bound is not None else float(np.nan)


def _demand(gate: Gate, unit: str, *, coded: bool) -> str:
    """Return what the gate asks for, in words."""
    if coded:
        return "must be allowed on the day"
    if gate.measure == LOAD:
        return f"at least {_bound(gate):g} × the wanted load"
    side = "at least" if gate.at_least is not None else "at most"
    return f"{side} {_bound(gate):g} {unit}".rstrip()
