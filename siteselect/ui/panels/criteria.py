"""The criteria of the scenario at work: groups, rows, gates, the method."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.mcda.methods import METHODS
from siteselect.model.evaluation import Evaluation
from siteselect.ui.figures import percent
from siteselect.ui.grouping import group_of, grouping, title_of
from siteselect.ui.panels.criterion_row import CriterionRow
from siteselect.ui.panels.defaults import Defaults
from siteselect.ui.panels.gate_row import GateRow
from siteselect.ui.session import Session
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.icons import icon


class CriteriaPanel(QWidget):
    """Shows the scenario as it was last evaluated and asks the session for edits."""

    def __init__(self, session: Session, theme: Theme, defaults: Defaults | None = None) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(288)
        self._session = session
        self._theme = theme
        self._defaults = defaults or Defaults()
        self._plan: tuple[object, ...] = ()
        self.rows: dict[str, CriterionRow] = {}
        self.gates: dict[str, GateRow] = {}
        self._shares: dict[str, QLabel] = {}
        self.method = QComboBox()
        self.method.setAccessibleName("Method")
        for key, method in METHODS.items():
            self.method.addItem(method.title, key)
        self.method.activated.connect(self._choose_method)
        self.reset_all = QToolButton()
        self.reset_all.setObjectName("quiet")
        self.reset_all.setText("Reset all")
        self.reset_all.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.reset_all.setAccessibleName("Reset all criteria")
        self.reset_all.setToolTip("Reset all criteria, gates and the method to their defaults")
        self.reset_all.clicked.connect(self._reset_all)
        self._total = QLabel()
        self._total.setObjectName("muted")
        self._lay_out()
        self.method.setCurrentIndex(self.method.findData(session.study.scenario.method))
        self.apply_theme(theme)

    def display(self, evaluation: Evaluation) -> None:
        """Show the scenario of this evaluation."""
        scenario = evaluation.scenario
        plan = (
            tuple((each.measure, group_of(evaluation, each)) for each in scenario.criteria),
            tuple(each.measure for each in scenario.gates),
        )
        if plan != self._plan:
            self._build(evaluation)
            self._plan = plan
        groups = grouping(evaluation)
        shares = dict(zip([c.measure for c in evaluation.criteria], evaluation.shares, strict=True))
        for each in scenario.criteria:
            colour = groups.colour(groups.names.index(group_of(evaluation, each)))
            share = float(shares.get(each.measure, np.nan))
            self.rows[each.measure].show_criterion(evaluation, each, share, colour)
        sums = dict.fromkeys(groups.names, 0.0)
        for place, share in zip(groups.of, evaluation.shares, strict=True):
            sums[groups.names[place]] += float(share)
        for name, total in sums.items():
            self._shares[name].setText(percent(total))
        for gate in scenario.gates:
            self.gates[gate.measure].show_gate(evaluation, gate)
        counting = int((evaluation.shares > 0).sum())
        self._total.setText(f"{counting} of {len(scenario.criteria)} criteria count")
        self.method.setCurrentIndex(self.method.findData(scenario.method))

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        self.reset_all.setIcon(icon("reset", theme.muted))
        for row in self.rows.values():
            row.take_icons(theme.muted)
        for gate in self.gates.values():
            gate.apply_theme(theme)
        if self._session.evaluation is not None and self._plan:
            self.display(self._session.evaluation)

    def _lay_out(self) -> None:
        title = QLabel("Criteria")
        title.setObjectName("title")
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 6)
        head.setSpacing(16)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.method)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(4, 0, 0, 12)
        self._body.setSpacing(0)
        inner = QWidget()
        inner.setObjectName("panel")
        inner.setLayout(self._body)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 6)
        foot.addWidget(self._total, 1)
        foot.addWidget(self.reset_all)
        whole.addLayout(foot)

    def _build(self, evaluation: Evaluation) -> None:
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows, self.gates, self._shares = {}, {}, {}
        scenario = evaluation.scenario
        for name in grouping(evaluation).names:
            self._shares[name] = self._heading(name)
            for each in scenario.criteria:
                if group_of(evaluation, each) != name:
                    continue
                title = title_of(evaluation, each)
                row = CriterionRow(self._session, self._defaults, each.measure, title)
                row.take_icons(self._theme.muted)
                self.rows[each.measure] = row
                self._body.addWidget(row)
        if scenario.gates:
            self._heading("Must be met")
        for gate in scenario.gates:
            title = evaluation.matrix.info(gate.measure).title
            self.gates[gate.measure] = GateRow(self._session, gate, title, self._theme)
            self._body.addWidget(self.gates[gate.measure])
        self._body.addStretch(1)
        sliders = [row.slider for row in self.rows.values()]
        for one, other in pairwise(sliders):
            QWidget.setTabOrder(one, other)

    def _heading(self, name: str) -> QLabel:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(8, 10, 12, 2)
        label = QLabel(name.upper())
        label.setObjectName("group")
        share = QLabel()
        share.setObjectName("group")
        share.setFixedSize(48, 16)  # a fixed label asks nobody to lay out the panel anew
        share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label, 1)
        row.addWidget(share)
        self._body.addWidget(held)
        return share

    def _choose_method(self) -> None:
        study = self._session.study
        method = str(self.method.currentData())
        scenario = replace(study.scenario, method=method)
        self._session.edit(study.with_scenario(scenario), f"Method: {METHODS[method].title}")

    def _reset_all(self) -> None:
        study = self._session.study
        self._session.edit(
            study.with_scenario(self._defaults.reset(study.scenario)), "Reset all criteria"
        )
