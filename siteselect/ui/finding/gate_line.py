"""One demand on a place: what it asks, its bound, and how much land it takes away."""

from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from siteselect.language import later, say
from siteselect.model.gate import Gate
from siteselect.scan.standing import GateShare
from siteselect.ui.figures import shown_unit
from siteselect.ui.session import Session
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.elided import ElidedLabel
from siteselect.ui.widgets.icons import icon
from siteselect.ui.widgets.number_box import NumberBox
from siteselect.ui.widgets.switch_dot import SwitchDot


class Asked(Protocol):
    """What a gate is about: a measure of the program, or one of the user's."""

    @property
    def title(self) -> str:
        """What people call it."""

    @property
    def unit(self) -> str:
        """Of its values."""

    @property
    def about(self) -> str:
        """What a reader must know of it."""


@dataclass(frozen=True, slots=True)
class OwnAsked:
    """A measure of the user's own."""

    title: str
    unit: str = ""
    about: str = later("A measure of your own.")


class GateLine(QWidget):
    """Shows a gate of the scenario at work and asks the session for its edits."""

    def __init__(self, session: Session, measure: Asked, gate: Gate, theme: Theme) -> None:
        super().__init__()
        self._session, self._gate = session, gate
        title = say(measure.title)
        self._unit = measure.unit
        self.switch = SwitchDot(say("{title}: demanded", title=title), theme.warn)
        self.switch.edited.connect(self._switch)
        self._title = ElidedLabel(title)
        self._title.setToolTip(say(measure.about))
        self.share = QLabel()
        self.share.setObjectName("muted")
        self._demand = QLabel()
        self._demand.setObjectName("muted")
        self.bound = NumberBox(say("{title}: bound", title=title), -1e7, 1e7, decimals=1)
        self.bound.setFixedWidth(84)
        self.bound.edited.connect(self._bind)
        self.remove = QToolButton()
        self.remove.setToolTip(say("Ask for this no longer"))
        self.remove.setAccessibleName(say("{title}: remove", title=title))
        self.remove.clicked.connect(self._remove)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.switch)
        head.addWidget(self._title, 1)
        head.addWidget(self.share)
        head.addWidget(self.remove)
        foot = QHBoxLayout()
        foot.setContentsMargins(30, 0, 26, 0)
        foot.addWidget(self._demand, 1)
        foot.addWidget(self.bound)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(9, 2, 14, 2)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(foot)
        self.apply_theme(theme)
        self.show_gate(gate)

    def show_gate(self, gate: Gate) -> None:
        """Show what the gate demands."""
        self._gate = gate
        self.switch.show_state(gate.enabled)
        coded = self._unit == "status"
        one_bound = (gate.at_least is None) != (gate.at_most is None)
        self.bound.setVisible(one_bound and not coded)
        bound = gate.at_least if gate.at_least is not None else gate.at_most
        if bound is not None:
            self.bound.show_value(bound)
        way = say("at least") if gate.at_least is not None else say("at most")
        told = say("on the day") if coded else f"{way}, {shown_unit(self._unit)}"
        if gate.at_least is not None and gate.at_most is not None:
            told = say(
                "{low:g} – {high:g} {unit}",
                low=gate.at_least,
                high=gate.at_most,
                unit=shown_unit(self._unit),
            )
        self._demand.setText(told)
        if not gate.enabled:
            self.share.setText(say("not demanded"))

    def show_share(self, share: GateShare) -> None:
        """Show how much of the land the gate closes, and of how much it knows nothing."""
        parts = [f"−{100 * share.closed:.0f} %"] if share.closed >= 0.005 else []
        if share.unknown >= 0.005:
            parts.append(say("{share:.0f} % unknown", share=100 * share.unknown))
        self.share.setText(" · ".join(parts) or "0 %")
        self.share.setToolTip(
            say("Closes {closed:.1f} % of the land asked for, and knows nothing of {unknown:.1f} %",
                closed=100 * share.closed, unknown=100 * share.unknown)
        )  # fmt: skip

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.remove.setIcon(icon("close", theme.muted, size=10))

    def _switch(self, on: bool) -> None:
        self._put(replace(self._gate, enabled=on), say("Switch a gate"))

    def _bind(self, value: float, gesture: int) -> None:
        gate = self._gate
        if gate.at_least is not None:
            self._put(replace(gate, at_least=value), say("Bound of a gate"), gesture)
        else:
            self._put(replace(gate, at_most=value), say("Bound of a gate"), gesture)

    def _put(self, gate: Gate, text: str, gesture: int = -1) -> None:
        study = self._session.study
        self._session.edit(study.with_scenario(study.scenario.with_gate(gate)), text, gesture)

    def _remove(self) -> None:
        study = self._session.study
        scenario = study.scenario.without_gate(self._gate.measure)
        self._session.edit(study.with_scenario(scenario), say("Remove a gate"))
