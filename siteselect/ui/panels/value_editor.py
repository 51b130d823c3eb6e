"""The editor of a value function: its kind, its anchors in units, and the curve with the sites."""

from dataclasses import fields, replace
from functools import partial

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from siteselect.errors import StudyError
from siteselect.model.arrays import Floats
from siteselect.model.criterion import AnyValueFunction
from siteselect.model.relative_value import Percentile
from siteselect.model.value_function import (
    Gaussian,
    Linear,
    Logistic,
    Objective,
    Piecewise,
    Power,
    Relative,
)
from siteselect.ui.figures import shown_unit, shown_value
from siteselect.ui.widgets.gesture import next_gesture
from siteselect.ui.widgets.number_box import NumberBox
from siteselect.ui.widgets.value_curve import ValueCurve, domain

KINDS: dict[str, type] = {
    "Straight line": Linear,
    "S curve": Logistic,
    "Bow": Power,
    "Points": Piecewise,
    "Bell round a target": Gaussian,
    "Relative to these sites": Relative,
    "Place among these sites": Percentile,
}
NAMES = {
    "worst": "Worst (0)",
    "best": "Best (100)",
    "target": "Target (100)",
    "spread": "Half value at ±",
    "steepness": "Steepness",
    "exponent": "Exponent",
    "width": "Width",
    "below": "Before the first",
}
_IN_UNIT = {"worst", "best", "target", "spread"}
_CAUTION = "Adding or removing a site can reorder the others."


def made(kind: type, low: float, high: float, *, rising: bool) -> AnyValueFunction:
    """Return a value function of a kind that runs between two raw values."""
    worst, best = (low, high) if rising else (high, low)
    if kind is Logistic:
        return Logistic(worst, best)
    if kind is Power:
        return Power(worst, best)
    if kind is Piecewise:
        ends = (0.0, 1.0) if rising else (1.0, 0.0)
        return Piecewise(((low, ends[0]), ((low + high) / 2, 0.5), (high, ends[1])))
    if kind is Gaussian:
        return Gaussian((low + high) / 2, (high - low) / 4)
    if kind is Relative:
        return Relative(rising)
    if kind is Percentile:
        return Percentile(rising)
    return Linear(worst, best)


class ValueFunctionEditor(QFrame):
    """A small window beside a spark line.

    `edited` is emitted with the value function and the number of the gesture at each change.
    """

    edited = Signal(object, int)

    def __init__(
        self, title: str, value: AnyValueFunction, raw: Floats, unit: str, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.value = value
        self._raw = raw
        self._unit = unit
        heading = QLabel(title)
        heading.setObjectName("subtitle")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.kind = QComboBox()
        self.kind.setAccessibleName("Kind of value function")
        self.kind.addItems([*KINDS])
        if self._kind() is None:
            self.kind.insertItem(0, type(value).__name__)
        self.kind.setCurrentText(self._kind() or type(value).__name__)
        self.kind.activated.connect(self._change_kind)
        self.curve = ValueCurve(title, large=True)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(6)
        self._note = QLabel()
        self._note.setObjectName("muted")
        self._note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self.kind)
        layout.addWidget(self.curve)
        layout.addLayout(self._form)
        layout.addWidget(self._note)
        self.setFixedWidth(300)
        self._fill_form()
        self._show()

    def open_beside(self, anchor: QWidget) -> None:
        """Open to the right of `anchor`, within the screen."""
        self.adjustSize()
        at = anchor.mapToGlobal(QPoint(anchor.width() + 8, -40))
        screen = QGuiApplication.screenAt(at) or anchor.screen()
        room = screen.availableGeometry()
        at.setX(min(at.x(), room.right() - self.width()))
        at.setY(max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.move(at)
        self.show()
        self.kind.setFocus()

    def _kind(self) -> str | None:
        return next((name for name, kind in KINDS.items() if type(self.value) is kind), None)

    def _change_kind(self) -> None:
        kind = KINDS.get(self.kind.currentText())
        if kind is None or type(self.value) is kind:
            return
        low, high = domain(self.value, self._raw)
        rising = self.value.objective is not Objective.MIN
        self._take(made(kind, low, high, rising=rising))
        self._fill_form()

    def _fill_form(self) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        for field in fields(self.value):
            held = getattr(self.value, field.name)
            if isinstance(held, bool):
                box = QCheckBox("Higher is better")
                box.setChecked(held)
                box.clicked.connect(partial(self._set, field.name, gesture=-1))
                self._form.addRow(box)
            elif isinstance(held, float | int):
                self._form.addRow(NAMES.get(field.name, field.name), self._number(field.name, held))
            elif isinstance(held, tuple):
                for place, (raw, share) in enumerate(held):
                    self._form.addRow(
                        f"Point {place + 1}", self._pair(field.name, place, raw, share)
                    )

    def _number(self, name: str, held: float) -> NumberBox:
        factor = shown_value(1.0, self._unit) if name in _IN_UNIT else 1.0
        box = NumberBox(NAMES.get(name, name), -1e7, 1e7, decimals=2, step=_step(held * factor))
        if name in _IN_UNIT:
            box.setSuffix(f" {shown_unit(self._unit)}")
        box.show_value(held * factor)
        box.edited.connect(lambda value, gesture: self._set(name, value / factor, gesture=gesture))
        return box

    def _pair(self, name: str, place: int, raw: float, share: float) -> QWidget:
        factor = shown_value(1.0, self._unit)
        first = NumberBox(f"Point {place + 1}: raw value", -1e7, 1e7, decimals=2)
        first.show_value(raw * factor)
        second = NumberBox(f"Point {place + 1}: value", 0, 100, decimals=0, step=5)
        second.show_value(100 * share)

        def change(at: int, value: float, gesture: int) -> None:
            pairs = [list(pair) for pair in getattr(self.value, name)]
            pairs[place][at] = value
            self._set(name, tuple((x, y) for x, y in pairs), gesture=gesture)

        first.edited.connect(lambda value, gesture: change(0, value / factor, gesture))
        second.edited.connect(lambda value, gesture: change(1, value / 100, gesture))
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(first, 1)
        row.addWidget(second, 1)
        return held

    def _set(self, name: str, held: object, *, gesture: int) -> None:
        try:
            changed = replace(self.value, **{name: held})  # type: ignore[arg-type] # checked by itself
        except StudyError as fault:
            self._note.setText(str(fault))
            return
        self._take(changed, gesture)

    def _take(self, value: AnyValueFunction, gesture: int = -1) -> None:
        self.value = value
        self._show()
        self.edited.emit(value, gesture if gesture >= 0 else next_gesture())

    def _show(self) -> None:
        self.curve.show_function(self.value, self._raw)
        known = int(np.isfinite(self._raw).sum())
        self._note.setText(
            _CAUTION if self.value.relative else f"The dots are the {known} sites that are known."
        )


def _step(value: float) -> float:
    """Return a step that suits the size of a number."""
    size = abs(value)
    return 10.0 if size >= 200 else 1.0 if size >= 10 else 0.1
