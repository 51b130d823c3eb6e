"""One gate in full: both bounds, the band, and every site with its margin; it stays open."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import later, say, say_count, say_name
from siteselect.mcda.gate_summary import GateCount, Margin, gate_summary
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Gate
from siteselect.ui.figures import DASH, decimals, number, shown_unit, shown_value
from siteselect.ui.session import Session
from siteselect.ui.widgets.number_box import NumberBox
from siteselect.ui.widgets.plain_table import PlainTable

_COLUMNS = (later("Site"), later("Verdict"), later("Value"), later("Margin"))


class GateDetails(QDialog):
    """Shows one gate and asks the session for its edits; a click on a row selects the site."""

    def __init__(self, session: Session, measure: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setObjectName("panel")
        self.setWindowTitle(say("Gate"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(420, 520)
        self.measure = measure
        self._session = session
        self._unit = ""
        self._showing = False
        self._sites: tuple[str, ...] = ()
        self._heading = QLabel()
        self._heading.setObjectName("subtitle")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self.sides: dict[str, QCheckBox] = {}
        self.boxes: dict[str, NumberBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for row, (name, text) in enumerate(
            (("at_least", say("At least")), ("at_most", say("At most")))
        ):
            side = QCheckBox(text)
            side.clicked.connect(lambda on, name=name: self._switch(name, on))
            self.sides[name] = side
            grid.addWidget(side, row, 0)
        grid.addWidget(QLabel(say("Conditional within")), 2, 0)
        for row, name in enumerate(("at_least", "at_most", "band")):
            box = NumberBox(name.replace("_", " "), 0 if name == "band" else -1e7, 1e7, decimals=2)
            box.edited.connect(lambda typed, gesture, name=name: self._set(name, typed, gesture))
            self.boxes[name] = box
            grid.addWidget(box, row, 1)
        grid.setColumnStretch(1, 1)
        self.summary = QLabel()
        self.summary.setObjectName("pale")
        self.summary.setWordWrap(True)
        self.table = PlainTable(say("Sites by their margin"), picks=True)
        self.table.itemSelectionChanged.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addLayout(grid)
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 1)
        session.changed.connect(self.display)
        if session.evaluation is not None:
            self.display(session.evaluation)

    def display(self, evaluation: Evaluation) -> None:
        """Show the gate as this evaluation has it; close when it is gone."""
        gate = next((g for g in evaluation.scenario.gates if g.measure == self.measure), None)
        if gate is None:
            if self.measure in self._asked():
                return  # it is being measured
            self.close()
            return
        info = evaluation.matrix.info(self.measure)
        self._unit = info.unit
        self._heading.setText(info.title)
        for name, box in self.boxes.items():
            bound = getattr(gate, name)
            box.setSuffix("" if info.coded else f" {shown_unit(info.unit)}".rstrip())
            box.setEnabled(bound is not None)
            if bound is not None:
                box.show_value(shown_value(bound, info.unit))
        for name, side in self.sides.items():
            side.setChecked(getattr(gate, name) is not None)
        counts = {each.gate.measure: each for each in gate_summary(evaluation).gates}
        count = counts.get(self.measure)
        self.summary.setText(_summary(count))
        self._fill(count, evaluation)

    def _asked(self) -> set[str]:
        return {each.measure for each in self._session.study.scenario.gates}

    def _fill(self, count: GateCount | None, evaluation: Evaluation) -> None:
        self._showing = True
        margins = count.margins if count else ()
        names = evaluation.matrix.sites.names
        raw = dict(zip(names, evaluation.matrix.column(self.measure).value, strict=True))
        self._sites = tuple(each.site for each in margins)
        rows = [self._cells(each, float(raw[each.site])) for each in margins]
        self.table.clearSelection()
        self.table.show_rows(_COLUMNS, rows, words=(0, 1))
        for row, name in enumerate(self._sites):
            if name in self._session.selection:
                self.table.selectRow(row)
        self._showing = False

    def _cells(self, margin: Margin, raw: float) -> tuple[str, ...]:
        value, far = shown_value(raw, self._unit), shown_value(margin.margin, self._unit)
        sign = "+" if np.isfinite(far) and far > 0 else ""
        return (
            say_name(margin.site),
            say(margin.verdict.value).lower(),
            number(value, decimals(value)) if np.isfinite(value) else say("unknown"),
            sign + number(far, decimals(far)) if np.isfinite(far) else DASH,
        )

    def _pick(self) -> None:
        if not self._showing:
            rows = {index.row() for index in self.table.selectionModel().selectedRows()}
            self._session.select(frozenset(self._sites[row] for row in rows))

    def _gate(self) -> Gate:
        gates = self._session.study.scenario.gates
        return next(each for each in gates if each.measure == self.measure)

    def _switch(self, name: str, on: bool) -> None:
        gate = self._gate()
        other = gate.at_most if name == "at_least" else gate.at_least
        if not on and other is None:
            self.sides[name].setChecked(True)
            self.summary.setText(say("A gate wants one bound: switch the other on first."))
            return
        bound = self._widest(name, other) if on and other is not None else None
        self._put(replace(gate, **{name: bound}))  # type: ignore[arg-type]

    def _widest(self, name: str, other: float) -> float:
        """Return a bound that keeps no known value out, on the right side of the other bound."""
        evaluation = self._session.evaluation
        raw = evaluation.matrix.column(self.measure).value if evaluation else np.empty(0)
        known: list[float] = [*raw[np.isfinite(raw)].tolist(), other]
        return min(known) if name == "at_least" else max(known)

    def _set(self, name: str, typed: float, gesture: int) -> None:
        gate = self._gate()
        value = typed / shown_value(1.0, self._unit)
        crossed = (name == "at_least" and gate.at_most is not None and value > gate.at_most) or (
            name == "at_most" and gate.at_least is not None and value < gate.at_least
        )
        if crossed:
            self.summary.setText(say("At least lies above at most: no site could meet both."))
            return
        self._put(replace(gate, **{name: value}), gesture)  # type: ignore[arg-type]

    def _put(self, gate: Gate, gesture: int = -1) -> None:
        study = self._session.study
        text = say("Bound of {words}", words=self._heading.text())
        self._session.edit(study.with_scenario(study.scenario.with_gate(gate)), text, gesture)


def _summary(count: GateCount | None) -> str:
    if count is None:
        return say("The gate is switched off: it demands nothing.")
    alone = len(count.alone)
    told = say_count("It fails {count} site.", "It fails {count} sites.", count.removed)
    if not alone:
        return say("{told} No site ranks less for this gate alone.", told=told)
    return say_count(
        "{told} Without it {count} site more would rank: {names}{end}",
        "{told} Without it {count} sites more would rank: {names}{end}",
        alone,
        told=told,
        names=", ".join(count.alone[:4]),
        end="…" if alone > 4 else ".",
    )
