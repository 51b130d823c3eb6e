"""The criteria of the scenario at work: groups, rows, gates, unknown values, the method."""

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say
from siteselect.mcda.balance import whole_parts
from siteselect.mcda.group_weights import GroupWeight, group_of, group_weights
from siteselect.mcda.methods import METHODS
from siteselect.mcda.sensitivity import WeightStability
from siteselect.model.evaluation import Evaluation
from siteselect.ui.criteria_edits import CriteriaEdits
from siteselect.ui.grouping import grouping, title_of
from siteselect.ui.panels.bands import Bands
from siteselect.ui.panels.criteria_menu import fill_panel_menu
from siteselect.ui.panels.criterion_row import CriterionRow, Standing
from siteselect.ui.panels.defaults import Defaults
from siteselect.ui.panels.gates_box import GatesBox
from siteselect.ui.panels.group_row import GroupRow
from siteselect.ui.panels.method_box import MethodBox
from siteselect.ui.panels.unknown_box import UnknownBox
from siteselect.ui.session import Session
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.elided import ElidedLabel
from siteselect.ui.widgets.icons import icon

if TYPE_CHECKING:  # imports what draws axes, so it waits until a curve is opened
    from siteselect.ui.panels.value_editor import ValueEditor


class CriteriaPanel(QWidget):
    """Shows the scenario as it was last evaluated and asks the session for edits.

    `wished` is emitted with a wish and what it is about when a dialog is wanted.
    """

    wished = Signal(str, str)

    def __init__(self, session: Session, theme: Theme, defaults: Defaults | None = None) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(288)
        self._session = session
        self._theme = theme
        self._defaults = defaults or Defaults()
        self._edits = CriteriaEdits(session)
        self._plan: tuple[object, ...] = ()
        self._editor: ValueEditor | None = None
        self.local = False
        """Whether shares are shown within their group."""
        self.rows: dict[str, CriterionRow] = {}
        self.groups: dict[str, GroupRow] = {}
        self._bands = Bands(self.rows)
        self.method = QComboBox()
        self.method.setAccessibleName(say("Method"))
        self.method.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.method.setMinimumContentsLength(8)
        self.method.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for key, method in METHODS.items():
            self.method.addItem(say(method.title), key)
        self.method.activated.connect(self._choose_method)
        self.method_box = MethodBox(session)
        self.gates_box = GatesBox(session, theme)
        self.unknown_box = UnknownBox(session)
        self.more = self._button("", say("More"), say("What else can be done with the criteria"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        self.add = self._button(say("Add"), say("Add a criterion"), say("Add a criterion"))
        self.weigh = self._button(
            say("Weights"),
            say("Set weights by judgement"),
            say("Set weights by order, swings, pairs, trade-offs, or several people"),
        )
        self.reset_all = self._button(
            "",
            say("Reset all criteria"),
            say("Reset all criteria, gates and the method to their defaults"),
        )
        self._total = ElidedLabel()
        self._total.setObjectName("muted")
        self._lay_out()
        self._wire()
        self.method.setCurrentIndex(self.method.findData(session.study.scenario.method))
        self.apply_theme(theme)

    def display(self, evaluation: Evaluation) -> None:
        """Show the scenario of this evaluation."""
        scenario = evaluation.scenario
        plan = tuple((each.key, group_of(evaluation, each)) for each in scenario.criteria)
        if plan != self._plan or not self.rows:
            self._build(evaluation)
            self._plan = plan
        self._show_shares(evaluation)
        self._bands.follow(evaluation, self.rows)
        self.gates_box.display(evaluation)
        self.unknown_box.show_scenario(scenario)
        self.method_box.show_scenario(scenario)
        counting = int((evaluation.shares > 0).sum())
        self._total.setText(
            say("{counting} of {count} count", counting=counting, count=len(scenario.criteria))
        )
        self.method.setCurrentIndex(self.method.findData(scenario.method))

    def conclude(self, value: object) -> None:
        """Show on the sliders between which weights the leader stays."""
        if isinstance(value, WeightStability):
            self._bands.show(value, self._session.evaluation)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        self.reset_all.setIcon(icon("reset", theme.muted))
        self.more.setIcon(icon("more", theme.muted))
        self.add.setIcon(icon("plus", theme.muted, size=12))
        self.weigh.setIcon(icon("scales", theme.muted))
        for row in self.rows.values():
            row.take_icons(theme.muted)
        self.gates_box.apply_theme(theme)
        if self._editor is not None:
            self._editor.apply_theme(theme)
        if self._session.evaluation is not None and self._plan:
            self.display(self._session.evaluation)

    def edit_curve(self, key: str) -> None:
        """Open the editor of one value function; the library that draws it is imported now."""
        from siteselect.ui.panels.value_editor import ValueEditor

        if self._editor is None:
            self._editor = ValueEditor(self._session, self._defaults, self._theme, self)
        self._editor.open_for(key, self)

    def show_local(self, *, local: bool) -> None:
        """Show shares within their group, or of the whole."""
        self.local = local
        if self._session.evaluation is not None:
            self.display(self._session.evaluation)

    def _show_shares(self, evaluation: Evaluation) -> None:
        groups, scenario = grouping(evaluation), evaluation.scenario
        tree = group_weights(evaluation)
        keys = [member.key for group in tree for member in group.members]
        shares = np.array([member.share for group in tree for member in group.members])
        whole = dict(zip(keys, whole_parts(shares).tolist(), strict=True))
        criteria = {each.key: each for each in scenario.criteria}
        for place, group in enumerate(tree):
            parts = _local_parts(group, whole=self.local)
            self.groups[group.name].show_share(
                sum(whole[member.key] for member in group.members), counts=group.share > 0
            )
            for member, part in zip(group.members, parts, strict=True):
                told = say(
                    "{whole} % of all, {part} % of {name}",
                    whole=whole[member.key],
                    part=part,
                    name=say(group.name),
                )
                standing = Standing(
                    part if self.local else whole[member.key],
                    told,
                    groups.colour(place),
                    self.local,
                    scenario.total_100,
                )
                self.rows[member.key].show_criterion(evaluation, criteria[member.key], standing)

    def _lay_out(self) -> None:
        title = QLabel(say("Criteria"))
        title.setObjectName("title")
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 8, 6)
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self.method, 1)
        head.addWidget(self.more)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        inner = QWidget()
        inner.setObjectName("panel")
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 0, 0, 12)
        column.setSpacing(0)
        column.addWidget(self.method_box)
        column.addLayout(self._body)
        column.addWidget(self.gates_box)
        column.addWidget(self.unknown_box)
        column.addStretch(1)
        self.scroller = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 4, 8, 6)
        foot.setSpacing(2)
        foot.addWidget(self.add)
        foot.addWidget(self.weigh)
        foot.addStretch(1)
        foot.addWidget(self._total)
        foot.addWidget(self.reset_all)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def _wire(self) -> None:
        self.reset_all.clicked.connect(self._reset_all)
        self.add.clicked.connect(lambda: self.wished.emit("criterion", ""))
        self.weigh.clicked.connect(lambda: self.wished.emit("weights", ""))
        self.gates_box.wished.connect(self.wished)

    def _fill_menu(self) -> None:
        self._menu.clear()
        fill_panel_menu(self._menu, self._edits, self.wished.emit, self._reset_all)
        self._menu.addSeparator()
        local = self._menu.addAction(say("Shares within the group"))
        local.setCheckable(True)
        local.setChecked(self.local)
        local.triggered.connect(lambda on: self.show_local(local=on))

    def _build(self, evaluation: Evaluation) -> None:
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows, self.groups = {}, {}
        for name in grouping(evaluation).names:
            heading = GroupRow(self._edits, name)
            heading.wished.connect(self.wished)
            self.groups[name] = heading
            self._body.addWidget(heading)
            for each in evaluation.scenario.criteria:
                if group_of(evaluation, each) == name:
                    row = CriterionRow(
                        self._edits, self._defaults, each.key, title_of(evaluation, each)
                    )
                    row.take_icons(self._theme.muted)
                    row.curve_wanted.connect(self.edit_curve)
                    row.wished.connect(self.wished)
                    self.rows[each.key] = row
                    self._body.addWidget(row)
        sliders = [row.slider for row in self.rows.values()]
        for one, other in pairwise(sliders):
            QWidget.setTabOrder(one, other)

    def _button(self, text: str, name: str, told: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setText(text)
        if text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(name)
        button.setToolTip(told)
        return button

    def _choose_method(self) -> None:
        study = self._session.study
        method = str(self.method.currentData())
        scenario = replace(study.scenario, method=method)
        self._session.edit(
            study.with_scenario(scenario), say("Method: {title}", title=say(METHODS[method].title))
        )

    def _reset_all(self) -> None:
        study = self._session.study
        self._session.edit(
            study.with_scenario(self._defaults.reset(study.scenario)), say("Reset all criteria")
        )


def _local_parts(group: GroupWeight, *, whole: bool) -> list[int]:
    """Return the shares within a group in per cent; `whole` ones sum to 100."""
    known = group.share > 0  # else no local share is a number
    shares = [member.local if known else 0.0 for member in group.members]
    if whole:
        return [int(part) for part in whole_parts(np.array(shares))]
    return [round(100.0 * share) for share in shares]
