"""One criterion: name and unit, value function, slider, share, lock, on and off, its menu."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say
from siteselect.model.criterion import AnyValueFunction, Criterion
from siteselect.model.decision_matrix import Column
from siteselect.model.evaluation import Evaluation
from siteselect.ui.criteria_edits import CriteriaEdits
from siteselect.ui.curve_kinds import DIRECTIONS
from siteselect.ui.figures import shown_unit
from siteselect.ui.grouping import title_of
from siteselect.ui.panels.criterion_menu import fill_criterion_menu
from siteselect.ui.panels.defaults import Defaults
from siteselect.ui.panels.missing import what_is_missing
from siteselect.ui.widgets.elided import ElidedLabel
from siteselect.ui.widgets.icons import icon
from siteselect.ui.widgets.name_label import NameLabel
from siteselect.ui.widgets.number_box import ShareBox
from siteselect.ui.widgets.switch_dot import SwitchDot
from siteselect.ui.widgets.tips import tip
from siteselect.ui.widgets.value_curve import ValueCurve
from siteselect.ui.widgets.weight_slider import WeightSlider


@dataclass(frozen=True, slots=True)
class Standing:
    """What a row shows beside its criterion."""

    share: int
    """In per cent: of the whole, or of its group."""
    told: str
    """Both shares in words."""
    colour: str
    local: bool
    total_100: bool


class CriterionRow(QWidget):
    """Shows one criterion of the scenario at work and asks for its edits.

    `curve_wanted` is emitted with its key when a person wants to see its value function,
    `wished` with a wish and the key when what is wanted needs a dialog.
    """

    curve_wanted = Signal(str)
    wished = Signal(str, str)

    def __init__(self, edits: CriteriaEdits, defaults: Defaults, key: str, title: str) -> None:
        super().__init__()
        self._edits = edits
        self._defaults = defaults
        self.key = key
        self._measure = edits.scenario.criterion(key).measure
        self._column: Column | None = None
        self._value: AnyValueFunction | None = None
        self._live: bool | None = None
        self._standing: Standing | None = None
        self._shown: tuple[str, Criterion, Standing] | None = None
        self._locked = False
        self._colour = "#000000"
        self._unit = ""
        self.switch = SwitchDot(say("{title}: counts", title=title), "#000000")
        self.curve = ValueCurve(say("{title}: value function", title=title))
        self.slider = WeightSlider(say("{title}: weight", title=title))
        self.share = ShareBox(say("{title}: share in per cent", title=title))
        self.name = NameLabel(title)
        self.lock = self._button(
            say("{title}: lock the share", title=title), say("Keep this share")
        )
        self.lock.setCheckable(True)
        self.reset = self._button(
            say("{title}: back to the default", title=title), say("Back to the default")
        )
        self._about = ElidedLabel()
        self._about.setObjectName("muted")
        self._lay_out()
        self._wire()
        self._add_keys()

    @property
    def title(self) -> str:
        """The name on show."""
        return self.name.name

    @property
    def about(self) -> str:
        """The small grey words under the name."""
        return self._about.text()

    def show_criterion(
        self, evaluation: Evaluation, criterion: Criterion, standing: Standing
    ) -> None:
        """Show the criterion as the evaluation judged it."""
        column = evaluation.matrix.column(criterion.measure)
        shown = (evaluation.scenario.name, criterion, standing)
        if column is self._column and shown == self._shown:
            return
        self._shown = shown
        title = title_of(evaluation, criterion)
        if column is not self._column:
            self._take_column(column, evaluation.matrix.info(criterion.measure).unit, title)
        live = column.known > 0 and criterion.enabled
        self.name.show_name(title)
        if live != self._live:
            self._live = live
            self.name.label.setObjectName("" if live else "pale")
            _restyle(self.name.label)
            for part in (self.curve, self.slider, self.share, self.lock):
                part.setEnabled(live)
        if criterion.value != self._value:
            self._value = criterion.value
            self._tell_direction()
        self.switch.show_state(criterion.enabled, standing.colour)
        self.curve.show_function(criterion.value, column.value)
        self.slider.show_value(criterion.weight)
        if standing != self._standing or criterion.locked != self._locked:
            self._show_standing(standing, locked=criterion.locked)
        default = self._defaults.criterion(evaluation.scenario, self.key)
        changed = default is not None and _changed(
            criterion, default, weighed=not standing.total_100
        )
        if changed is self.reset.isHidden():
            self.reset.setVisible(changed)

    def take_icons(self, colour: str) -> None:
        """Draw the icons in another colour."""
        self._colour = colour
        self.reset.setIcon(icon("reset", colour))
        self.lock.setIcon(icon("locked" if self._locked else "unlocked", colour))

    def menu(self) -> QMenu:
        """Return the menu of what can be done with this criterion."""
        made = QMenu(self)
        fill_criterion_menu(made, self._edits, self.key, self._keys, self.wished.emit)
        return made

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu at the pointer, or under the row for the keyboard."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()) if keyboard else event.globalPos())

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(2)
        first.addWidget(self.name, 1)
        first.addWidget(self.reset)
        first.addWidget(self.lock)
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
        row.setContentsMargins(5, 2, 8, 2)
        row.setSpacing(1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _wire(self) -> None:
        edits, key = self._edits, self.key
        self.switch.edited.connect(lambda on: edits.switch(key, on=on))
        self.slider.edited.connect(lambda weight, gesture: edits.weigh(key, weight, gesture))
        self.share.edited.connect(self._give_share)
        self.curve.clicked.connect(lambda: self.curve_wanted.emit(key))
        self.lock.clicked.connect(lambda on: edits.lock(key, locked=on))
        self.reset.clicked.connect(self._reset)
        self.name.edited.connect(lambda name: edits.rename(key, name))

    def _add_keys(self) -> None:
        edits, key = self._edits, self.key
        wishes: tuple[tuple[str, str, Callable[[], object]], ...] = (
            (say("Edit value function…"), "F4", lambda: self.curve_wanted.emit(key)),
            (say("Rename"), "F2", self.name.rename),
            (say("Duplicate"), "Ctrl+D", lambda: edits.duplicate(key)),
            (say("Remove"), say("Del"), lambda: edits.remove(key)),
        )
        self._keys: dict[str, QAction] = {}
        for text, keys, wish in wishes:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, wish=wish: wish())
            self.addAction(action)
            self._keys[text.removesuffix("…").split(maxsplit=1)[0].lower()] = action

    def _button(self, name: str, told: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setAccessibleName(name)
        button.setToolTip(told)
        button.hide()
        return button

    def _take_column(self, column: Column, unit: str, title: str) -> None:
        self._column, self._unit = column, unit
        known = column.known > 0
        words = say(
            "{column}\nRight click: rename, move, duplicate, remove.", column=_known(column, title)
        )
        self.name.setToolTip(tip(words))
        self._about.setToolTip(tip(words))
        self.switch.setEnabled(known)
        for part in (self.curve, self.slider, self.share):
            part.setVisible(known)
        self._tell_direction()

    def _tell_direction(self) -> None:
        if self._column is None or self._value is None:
            return
        known = self._column.known > 0
        direction = say(DIRECTIONS[self._value.objective])
        unit = shown_unit(self._unit)
        told = f"{unit} · {direction}" if unit else direction
        self._about.setText(told if known else what_is_missing(self._measure))

    def _show_standing(self, standing: Standing, *, locked: bool) -> None:
        self.share.show_share(standing.share)
        self.share.setToolTip(tip(standing.told))
        known = self._column is not None and self._column.known > 0
        self.lock.setVisible(known and standing.total_100)
        self.lock.setChecked(locked)
        if locked != self._locked:
            self._locked = locked
            self.take_icons(self._colour)
        frozen = locked and standing.total_100
        self.slider.setEnabled(bool(self._live) and not frozen)
        self.share.setEnabled(bool(self._live) and not frozen)
        self._standing = standing

    def _give_share(self, per_cent: float, gesture: int) -> None:
        local = self._standing is not None and self._standing.local
        give = self._edits.give_local_share if local else self._edits.give_share
        give(self.key, per_cent, gesture)

    def _reset(self) -> None:
        default = self._defaults.criterion(self._edits.scenario, self.key)
        if default is not None:
            self._edits.reset(self.key, default)


def _changed(criterion: Criterion, default: Criterion, *, weighed: bool) -> bool:
    """Return whether a criterion is not as shipped; points of 100 are on a scale of their own."""
    own = replace(default, title=criterion.title, name=criterion.name, locked=criterion.locked)
    return own != criterion if weighed else replace(own, weight=criterion.weight) != criterion


def _restyle(label: QLabel) -> None:
    label.style().unpolish(label)
    label.style().polish(label)


def _known(column: Column, title: str) -> str:
    """Return for how many sites the value is known, and the reason where it is not."""
    count = len(column.value)
    words = say(
        "{title}: known for {known} of {count} sites.", title=title, known=column.known, count=count
    )
    unknown = np.flatnonzero(np.isnan(column.value))
    return f"{words}\n{column.provenance[unknown[0]].source}" if unknown.size else words
