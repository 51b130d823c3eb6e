"""The editor of a value function: kind, curve with the sites on it, numbers; the map follows."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import later, say
from siteselect.model.class_value import Category, Step
from siteselect.model.criterion import AnyValueFunction, Criterion
from siteselect.model.evaluation import Evaluation
from siteselect.model.scenario import UnknownPolicy
from siteselect.model.value_function import Objective, Piecewise
from siteselect.ui.curve_kinds import (
    ABOUT,
    CAUTION,
    DIRECTIONS,
    KINDS,
    become,
    can_be,
    title_of_kind,
    turned_round,
)
from siteselect.ui.grouping import title_of
from siteselect.ui.panels.defaults import Defaults
from siteselect.ui.panels.value_form import ValueForm
from siteselect.ui.session import Session
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.curve_picture import SiteMarks
from siteselect.ui.widgets.curve_plot import CurvePlot
from siteselect.ui.widgets.gesture import next_gesture
from siteselect.ui.widgets.icons import icon

_UNKNOWN = {
    UnknownPolicy.PESSIMISTIC: later("count as the worst"),
    UnknownPolicy.NEUTRAL: later("count as 50"),
    UnknownPolicy.EXCLUDE: later("leave this criterion out"),
}
_ROOM = 150
KEYS = later(
    "Page up and down choose a point, arrows move it, Shift moves it "
    "further; Insert adds one, Delete removes it."
)


class ValueEditor(QDialog):
    """A window beside the panel; it stays open while other things are done."""

    def __init__(self, session: Session, defaults: Defaults, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setObjectName("panel")
        self.setWindowTitle(say("Value function"))
        self.key = ""
        """The criterion on show."""
        self._session = session
        self._defaults = defaults
        self._marks = SiteMarks((), np.empty(0), "")
        self._rising = True
        self._heading = QLabel()
        self._heading.setObjectName("subtitle")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self.reset = QToolButton()
        self.reset.setObjectName("quiet")
        self.reset.setText(say("Reset"))
        self.reset.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.reset.setAccessibleName(say("Reset the value function to its default"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(say("Kind of value function"))
        self.kind.addItems([*KINDS])
        self.turn = QPushButton()
        self.turn.setToolTip(say("Turn good and bad round"))
        self._about = self._small("muted")
        self.plot = CurvePlot(say("Value function"), theme)
        self.plot.setToolTip(say(KEYS))
        self._words = self._small("pale")
        self.add = QToolButton()
        self.remove = QToolButton()
        for button, text in ((self.add, say("Add point")), (self.remove, say("Remove"))):
            button.setObjectName("quiet")
            button.setText(text)
        self.form = ValueForm()
        self.caution = self._small("caution")
        self.note = self._small("muted")
        self._lay_out()
        self._wire()
        self.apply_theme(theme)

    def open_for(self, key: str, anchor: QWidget) -> None:
        """Show one criterion, beside `anchor` when the window was closed."""
        self.key = key
        evaluation = self._session.evaluation
        if evaluation is not None:
            self.display(evaluation)
        if not self.isVisible():
            self.adjustSize()
            self._place(anchor)
        self.show()
        self.raise_()
        self.activateWindow()
        self.plot.setFocus(Qt.FocusReason.PopupFocusReason)

    def display(self, evaluation: Evaluation) -> None:
        """Show the criterion as this evaluation judged it; close when it is gone."""
        found = [each for each in evaluation.scenario.criteria if each.key == self.key]
        if not found:
            self.close()
            return
        criterion = found[0]
        info = evaluation.matrix.info(criterion.measure)
        raw = evaluation.matrix.column(criterion.measure).value
        if raw is not self._marks.raw:
            self._marks = SiteMarks(evaluation.matrix.sites.names, raw, info.unit)
            self._forbid_kinds()
        title = title_of(evaluation, criterion)
        self._heading.setText(title)
        self.plot.setAccessibleName(say("{title}: value function", title=title))
        self._show_value(criterion.value)
        self.plot.show_selection(self._session.selection)
        self._tell_unknown(evaluation.scenario.unknown)
        default = self._defaults.criterion(evaluation.scenario, self.key)
        self.reset.setEnabled(default is not None and default.value != criterion.value)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.plot.apply_theme(theme)
        self.reset.setIcon(icon("reset", theme.muted, theme.line))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.reset)
        kinds = QHBoxLayout()
        kinds.setSpacing(8)
        kinds.addWidget(self.kind, 1)
        kinds.addWidget(self.turn)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self._words, 1)
        foot.addWidget(self.add)
        foot.addWidget(self.remove)
        held = QWidget()
        held.setObjectName("panel")
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(held)
        self._scroll.setFixedHeight(150)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(kinds)
        layout.addWidget(self._about)
        layout.addWidget(self.plot, 1)
        layout.addLayout(foot)
        layout.addWidget(self._scroll)
        layout.addWidget(self.caution)
        layout.addWidget(self.note)
        self.setMinimumWidth(400)

    def _wire(self) -> None:
        self.kind.activated.connect(self._change_kind)
        self.turn.clicked.connect(self._turn)
        self.reset.clicked.connect(self._reset)
        self.plot.edited.connect(self._put)
        self.plot.pointed.connect(self._tell_handle)
        self.plot.clicked.connect(lambda name: self._session.select(frozenset({name})))
        self.add.clicked.connect(self.plot.add_point)
        self.remove.clicked.connect(self.plot.remove_point)
        self.form.edited.connect(self._put)
        self.form.refused.connect(self.note.setText)
        self._session.changed.connect(self._follow)
        self._session.selected.connect(self.plot.show_selection)

    def _follow(self, evaluation: Evaluation) -> None:
        if self.isVisible():
            self.display(evaluation)

    def _show_value(self, value: AnyValueFunction) -> None:
        self.kind.setCurrentText(title_of_kind(value))
        if value.objective is not Objective.TARGET:
            self._rising = value.objective is Objective.MAX
        self.turn.setText(say(DIRECTIONS[value.objective]))
        self.turn.setEnabled(turned_round(value) != value)
        self._about.setText(say(ABOUT[type(value)]))
        self.plot.show_function(value, self._marks)
        self.form.show_value(value, self._marks.unit)
        pointed = isinstance(value, Piecewise | Step)
        self.add.setVisible(pointed)
        self.remove.setVisible(pointed)
        self.caution.setText(say(CAUTION) if value.relative else "")
        self.caution.setVisible(value.relative)
        self._scroll.setVisible(bool(self.form.boxes))
        room = _ROOM if pointed else min(max(self.form.sizeHint().height() + 4, 30), _ROOM)
        self._scroll.setFixedHeight(room)  # the plot stays still while points come and go
        self._tell_handle()

    def _tell_handle(self) -> None:
        held = self.plot.held
        self._words.setText(self.plot.words())
        chosen = self.plot.chosen
        self.remove.setEnabled(0 <= chosen < len(held) and held[chosen].removable)

    def _tell_unknown(self, policy: UnknownPolicy) -> None:
        known = len(self.plot.dots)
        unknown = len(self._marks.names) - known
        told = say("The dots are the {known} sites that are known.", known=known)
        if unknown:
            others = say("The other {count} {way}.", count=unknown, way=say(_UNKNOWN[policy]))
            told = f"{told} {others}"
        self.note.setText(told)

    def _forbid_kinds(self) -> None:
        model = self.kind.model()
        if not isinstance(model, QStandardItemModel):
            return
        row = [*KINDS.values()].index(Category)
        model.item(row).setEnabled(can_be(Category, self._marks.raw))

    def _criterion(self) -> Criterion:
        return self._session.study.scenario.criterion(self.key)

    def _put(self, value: AnyValueFunction, gesture: int) -> None:
        study = self._session.study
        changed = replace(self._criterion(), value=value)
        text = say("Value of {words}", words=self._heading.text())
        scenario = study.scenario.with_criterion(changed)
        self._show_value(value)
        self._session.edit(study.with_scenario(scenario), text, gesture)

    def _change_kind(self) -> None:
        kind = KINDS[self.kind.currentText()]
        value = become(self._criterion().value, kind, self._marks.raw, rising=self._rising)
        if value != self._criterion().value:
            self._put(value, next_gesture())

    def _turn(self) -> None:
        self._put(turned_round(self._criterion().value), next_gesture())

    def _reset(self) -> None:
        default = self._defaults.criterion(self._session.study.scenario, self.key)
        if default is not None:
            self._put(default.value, next_gesture())

    def _place(self, anchor: QWidget) -> None:
        at = anchor.mapToGlobal(QPoint(anchor.width() + 12, 12))
        screen = QGuiApplication.screenAt(at) or anchor.screen()
        room = screen.availableGeometry()
        window = anchor.window().mapToGlobal(QPoint(anchor.window().width(), 0))
        at.setX(max(room.left(), min(at.x(), room.right() - self.width(), window.x())))
        at.setY(max(room.top(), min(at.y(), room.bottom() - self.height() - 40)))
        self.move(at)

    def _small(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setWordWrap(name != "pale")
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label
