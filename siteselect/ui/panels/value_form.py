"""The numbers of a value function, typed: anchors, bends, points, codes."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from siteselect.errors import StudyError
from siteselect.language import later, say
from siteselect.model.class_value import Category
from siteselect.model.criterion import AnyValueFunction
from siteselect.ui.figures import shown_unit, shown_value
from siteselect.ui.widgets.number_box import NumberBox

NAMES = {
    "worst": later("Worst (0)"),
    "best": later("Best (100)"),
    "target": later("Target (100)"),
    "spread": later("Half value at ±"),
    "steepness": later("Steepness"),
    "exponent": later("Exponent"),
    "width": later("Standard deviations"),
    "below": later("Below the first"),
}
_IN_UNIT = {"worst", "best", "target", "spread"}
_BOUNDS = {"steepness": (0.1, 200.0), "exponent": (0.01, 100.0), "width": (0.1, 100.0)}
_LARGEST = 1e7


class ValueForm(QWidget):
    """Shows the numbers of a value function.

    `edited` is emitted with the value function and the number of the gesture when a person enters
    a number, `refused` with a sentence when the function cannot have it.
    """

    edited = Signal(object, int)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._value: AnyValueFunction | None = None
        self._unit = ""
        self._plan: tuple[object, ...] = ()
        self._shown: list[Callable[[AnyValueFunction], None]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.boxes: dict[str, NumberBox] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_value(self, value: AnyValueFunction, unit: str) -> None:
        """Show the numbers of `value`; no signal follows."""
        self._value, self._unit = value, unit
        pairs = _pairs(value)[1]
        coded = tuple(raw for raw, _ in pairs) if isinstance(value, Category) else ()
        plan = (type(value), len(pairs), unit, coded)
        if plan != self._plan:
            self._plan = plan
            self._build(value)
        for show in self._shown:
            show(value)

    def _build(self, value: AnyValueFunction) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes, self._shown = {}, []
        for field in fields(value):
            held = getattr(value, field.name)
            if isinstance(held, float | int) and not isinstance(held, bool):
                self._add_number(field.name)
        name, pairs = _pairs(value)
        if pairs:
            self._head(isinstance(value, Category))
        for place in range(len(pairs)):
            self._add_pair(name, place, coded=isinstance(value, Category))

    def _add_number(self, name: str) -> None:
        factor = self._factor if name in _IN_UNIT else 100.0 if name == "below" else 1.0
        low, high = _BOUNDS.get(name, (-_LARGEST, _LARGEST))
        if name == "below":
            low, high = 0.0, 100.0
        title = say(NAMES.get(name, name))
        box = NumberBox(title, low, high, decimals=0 if name == "below" else 2)
        if name in _IN_UNIT and self._unit != "status":
            box.setSuffix(f" {shown_unit(self._unit)}".rstrip())
        row = self._row(title)
        self._grid.addWidget(box, row, 1, 1, 2)
        self.boxes[title] = box
        box.edited.connect(lambda typed, gesture: self._set({name: typed / factor}, gesture))
        self._shown.append(lambda value: _show(box, getattr(value, name) * factor))

    def _add_pair(self, name: str, place: int, *, coded: bool) -> None:
        kind = say("Code") if coded else say("Class") if name == "steps" else say("Point")
        title = f"{kind} {place + 1}"
        row = self._row(title)
        raw = NumberBox(say("{title}: raw value", title=title), -_LARGEST, _LARGEST, decimals=2)
        share = NumberBox(say("{title}: value", title=title), 0, 100, decimals=0, step=5)
        raw.setEnabled(not coded)
        for at, (box, factor) in enumerate(((raw, self._factor), (share, 100.0))):
            self._grid.addWidget(box, row, 1 + at)
            self.boxes[box.accessibleName()] = box
            box.edited.connect(partial(self._set_pair, name, place, at, factor))
            self._shown.append(partial(_show_pair, box, name, place, at, factor))

    def _row(self, title: str) -> int:
        row = self._grid.rowCount()
        label = QLabel(title)
        label.setObjectName("pale")
        self._grid.addWidget(label, row, 0)
        return row

    def _head(self, coded: bool) -> None:
        row = self._grid.rowCount()
        unit = "" if self._unit == "status" else shown_unit(self._unit)
        raw = (
            say("Code")
            if coded
            else say("From {unit}", unit=unit)
            if self._value_has_steps()
            else unit
        )
        for at, text in enumerate((raw, say("Value, 0–100")), 1):
            label = QLabel(text)
            label.setObjectName("muted")
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(label, row, at)

    def _value_has_steps(self) -> bool:
        return self._value is not None and _pairs(self._value)[0] == "steps"

    @property
    def _factor(self) -> float:
        return shown_value(1.0, self._unit)

    def _set_pair(
        self, name: str, place: int, at: int, factor: float, typed: float, gesture: int
    ) -> None:
        pairs = [list(pair) for pair in getattr(self._value, name)]
        pairs[place][at] = typed / factor
        self._set({name: tuple((raw, share) for raw, share in pairs)}, gesture)

    def _set(self, given: dict[str, object], gesture: int) -> None:
        if self._value is None:
            return
        try:
            changed = replace(self._value, **given)  # type: ignore[arg-type]  # it checks itself
        except StudyError as fault:
            self.refused.emit(str(fault))
            return
        self._value = changed
        self.edited.emit(changed, gesture)


def _pairs(value: AnyValueFunction) -> tuple[str, tuple[tuple[float, float], ...]]:
    """Return the field that holds pairs, and them; nothing where a function has none."""
    for field in fields(value):
        held = getattr(value, field.name)
        if isinstance(held, tuple):
            return field.name, held
    return "", ()


def _show_pair(
    box: NumberBox, name: str, place: int, at: int, factor: float, value: AnyValueFunction
) -> None:
    _show(box, getattr(value, name)[place][at] * factor)


def _show(box: NumberBox, number: float) -> None:
    size = abs(number)
    box.setSingleStep(10.0 if size >= 200 else 1.0 if size >= 10 else 0.1)
    box.show_value(number)
