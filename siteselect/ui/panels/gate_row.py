"""One gate: what it demands, who meets it, its bound, the wanted load, its menu."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from siteselect.language import say
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Gate, GateResult, Verdict
from siteselect.ui.figures import shown_unit, shown_value
from siteselect.ui.session import Session
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.number_box import NumberBox
from siteselect.ui.widgets.switch_dot import SwitchDot
from siteselect.ui.widgets.tips import tip
from siteselect.ui.widgets.verdict_bar import WORDS, VerdictBar, counted

REASONS = 6
"""How many different reasons the tool tip tells."""
LOAD = "load_cover"
"""The gate that asks for the wanted load."""


class GateRow(QWidget):
    """Shows one gate of the scenario at work and asks the session for its edits.

    `wished` is emitted with a wish and the measure when what is wanted needs a dialog.
    """

    wished = Signal(str, str)

    def __init__(self, session: Session, gate: Gate, title: str, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.measure = gate.measure
        self._title = title
        self._theme = theme
        self._shown: tuple[Gate, tuple[GateResult, ...]] | None = None
        self._known: object = None
        self._names: tuple[str, ...] = ()
        self._unit = ""
        self.switch = SwitchDot(say("{title}: demanded", title=title), theme.warn)
        self.bar = VerdictBar(theme)
        self.bound = NumberBox(say("{title}: bound", title=title), -1e7, 1e7, decimals=2, step=0.1)
        self.load = NumberBox(say("Wanted load in MW"), 0.1, 100_000, decimals=1, step=5)
        self._demand = QLabel()
        self._demand.setObjectName("muted")
        self._demand.setWordWrap(True)
        self._counts = QLabel()
        self._counts.setObjectName("muted")
        self._counts.setWordWrap(True)
        self._counts.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self._counts.setToolTip(say("A click selects these sites"))
        self._name = QLabel(title)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._lay_out()
        self.switch.edited.connect(self._switch)
        self.bound.edited.connect(self._bind)
        self.load.edited.connect(self._load)
        self._counts.linkActivated.connect(lambda word: self.select(Verdict[word]))
        remove = QShortcut(QKeySequence(Qt.Key.Key_Delete), self)
        remove.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        remove.activated.connect(self.remove)

    @property
    def counts(self) -> str:
        """How many sites meet the gate, in words."""
        if self._shown is None or not self._shown[0].enabled:
            return say("not demanded")
        return counted(each.verdict for each in self._shown[1])

    def show_gate(self, evaluation: Evaluation, gate: Gate) -> None:
        """Show the gate and what it says of the sites."""
        self.load.show_value(self._session.study.context.load_mw)
        self._names = evaluation.matrix.sites.names
        known = (gate, evaluation.matrix, evaluation.scenario.gates)
        if known == self._known:
            return  # a weight moved: the gates say of each site what they said
        self._known = known
        enabled = [each for each in evaluation.scenario.gates if each.enabled]
        place = enabled.index(gate) if gate.enabled else None
        results = () if place is None else tuple(row[place] for row in evaluation.gates)
        if (gate, results) == self._shown:
            return
        self._shown = (gate, results)
        info = evaluation.matrix.info(gate.measure)
        self._unit = info.unit
        self.switch.show_state(gate.enabled, self._theme.warn)
        self.bar.show_verdicts([each.verdict for each in results])
        self.bar.setVisible(gate.enabled)
        self._counts.setText(self._links() if gate.enabled else say("not demanded"))
        self._demand.setText(demand(gate, info.unit, coded=info.coded))
        one_bound = gate.at_least is None or gate.at_most is None
        self.bound.setVisible(gate.measure != LOAD and not info.coded and one_bound)
        self.bound.show_value(shown_value(_bound(gate), info.unit))
        self.load.setVisible(gate.measure == LOAD)
        reasons = dict.fromkeys(each.reason for each in results)
        told = tip("\n".join([*reasons][:REASONS]))
        self._name.setToolTip(told)
        self.bar.setToolTip(told)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        self.bar.apply_theme(theme)
        if self._shown is not None and self._shown[0].enabled:
            self._counts.setText(self._links())

    def select(self, verdict: Verdict) -> None:
        """Select the sites of which the gate says so."""
        if self._shown is not None:
            named = zip(self._names, self._shown[1], strict=True)
            self._session.select(frozenset(name for name, each in named if each.verdict is verdict))

    def remove(self) -> None:
        """Take the gate out of the scenario."""
        study = self._session.study
        scenario = study.scenario.without_gate(self.measure)
        self._session.edit(
            study.with_scenario(scenario), say("Remove the gate {title}", title=self._title)
        )

    def menu(self) -> QMenu:
        """Return the menu of what can be done with the gate."""
        made = QMenu(self)
        made.addAction(say("Bounds, band and margins…")).triggered.connect(
            lambda: self.wished.emit("gate", self.measure)
        )
        if self._shown is not None and self._shown[0].enabled:
            for verdict, number in self._numbers():
                action = made.addAction(
                    say(
                        "Select the {number} that {verdict}",
                        number=number,
                        verdict=_does(verdict, number),
                    )
                )
                action.triggered.connect(lambda _=False, verdict=verdict: self.select(verdict))
        made.addSeparator()
        remove = made.addAction(say("Remove"))
        remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        remove.triggered.connect(self.remove)
        return made

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu at the pointer."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

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
        self.load.setSuffix(f" {shown_unit('MW')}")
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addLayout(numbers)
        right.addWidget(self.bar)
        right.addWidget(self._counts)
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 6, 12, 6)
        row.setSpacing(1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _numbers(self) -> list[tuple[Verdict, int]]:
        results = self._shown[1] if self._shown else ()
        found = [each.verdict for each in results]
        return [(verdict, found.count(verdict)) for verdict in WORDS if verdict in found]

    def _links(self) -> str:
        """Return how many sites meet the gate, each number to be clicked."""
        style = f"color: {self._theme.muted}; text-decoration: none"
        return " · ".join(
            f'<a style="{style}" href="{verdict.name}">{number} {say(WORDS[verdict])}</a>'
            for verdict, number in self._numbers()
        )

    def _gate(self) -> Gate:
        gates = self._session.study.scenario.gates
        return next(each for each in gates if each.measure == self.measure)

    def _put(self, gate: Gate, text: str, gesture: int = -1) -> None:
        study = self._session.study
        self._session.edit(study.with_scenario(study.scenario.with_gate(gate)), text, gesture)

    def _switch(self, on: bool) -> None:
        text = (
            say("Demand {title}", title=self._title)
            if on
            else say("Do not demand {title}", title=self._title)
        )
        self._put(replace(self._gate(), enabled=on), text)

    def _bind(self, typed: float, gesture: int) -> None:
        gate = self._gate()
        value = typed / shown_value(1.0, self._unit)
        bound = (
            replace(gate, at_least=value)
            if gate.at_least is not None
            else replace(gate, at_most=value)
        )
        self._put(bound, say("Bound of {title}", title=self._title), gesture)

    def _load(self, load: float, gesture: int) -> None:
        self._session.edit(self._session.study.with_load(load), say("Wanted load"), gesture)


def demand(gate: Gate, unit: str, *, coded: bool) -> str:
    """Return what a gate asks for, in words."""
    if coded:
        return say("must be allowed on the day")
    if gate.measure == LOAD:
        return say("at least {gate:g} × the wanted load", gate=_bound(gate))
    sides = [(say("at least"), gate.at_least), (say("at most"), gate.at_most)]
    told = say(" and ").join(
        f"{word} {shown_value(b, unit):g}" for word, b in sides if b is not None
    )
    bounds = f"{told} {shown_unit(unit)}".rstrip()
    if not gate.band:
        return bounds
    band = shown_value(gate.band, unit)
    return say("{bounds}, conditional within {band:g}", bounds=bounds, band=band)


def _bound(gate: Gate) -> float:
    bound = gate.at_least if gate.at_least is not None else gate.at_most
    return bound if bound is not None else float(np.nan)


def _does(verdict: Verdict, number: int) -> str:
    """Return what the sites do, in the words of a menu."""
    one = number == 1
    return {
        Verdict.PASS: say("passes") if one else say("pass"),
        Verdict.CONDITIONAL: say("is conditional") if one else say("are conditional"),
        Verdict.UNKNOWN: say("is not known") if one else say("are not known"),
        Verdict.FAIL: say("fails") if one else say("fail"),
    }[verdict]
