"""How a file is read: encoding, separator, decimal sign, headings, reference system, prices."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from siteselect.economics.price_unit import Per
from siteselect.intake.choices import Choices
from siteselect.intake.encoding import ENCODINGS
from siteselect.intake.said import reading_of
from siteselect.intake.table import SEPARATORS
from siteselect.intake.trial import Trial
from siteselect.language import later, say

_PER = {Per.KWH: later("a kWh"), Per.MWH: later("a MWh"), Per.CENTS: later("a kWh, in cents")}
_SIGNS = {
    ",": later("Comma"),
    ";": later("Semicolon"),
    "\t": later("Tab"),
    "|": later("Bar"),
}
_WORLD = (-180.0, -90.0, 180.0, 90.0)


class ImportChoices(QWidget):
    """Fields for the choices; `changed` is emitted with them when a hand changes one."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = Choices()
        self.encoding = _box(say("Encoding"), {key: say(told) for key, told in ENCODINGS.items()})
        self.separator = _box(
            say("Cells are parted by"), {sign: say(_SIGNS[sign]) for sign in SEPARATORS}
        )
        self.sheet = _box(say("Sheet"), {})
        self.decimal = _box(say("Decimal sign"), {".": say("Point, 0.5"), ",": say("Comma, 0,5")})
        self.header = _box(say("First row"), {"yes": say("Headings"), "no": say("A site")})
        self.per = _box(say("Prices are for"), {each.value: say(_PER[each]) for each in Per})
        self.currency = _line(say("Currency"), say("as the table says"), 3)
        self.crs = _line(say("Reference system"), "EPSG:4326", 40)
        self.swap = QCheckBox(say("Exchange longitude and latitude"))
        self._labels: dict[QWidget, QLabel] = {}
        self._lay_out()
        for box, name in ((self.encoding, "encoding"), (self.separator, "separator"),
                          (self.decimal, "decimal"), (self.sheet, "sheet")):  # fmt: skip
            box.activated.connect(lambda _, box=box, name=name: self._say(**{name: _data(box)}))
        self.header.activated.connect(
            lambda _: self._say(header=_data(self.header) == "yes", columns=())
        )
        self.per.activated.connect(lambda _: self._say(per=Per(_data(self.per))))
        self.currency.editingFinished.connect(
            lambda: self._say(currency=self.currency.text().strip().upper())
        )
        self.crs.editingFinished.connect(lambda: self._say(crs=self.crs.text().strip()))
        self.swap.clicked.connect(lambda on: self._say(swap=on))

    def show_trial(self, trial: Trial) -> None:
        """Show what the choices came to, chosen or found out."""
        self._choices = trial.choices
        source, draft = trial.source, trial.draft
        self._show_part((self.encoding, self.separator), shown=source.is_text)
        self._show_part((self.sheet,), shown=len(source.sheets) > 1)
        self._show_part((self.decimal, self.header, self.swap), shown=not source.is_layer)
        self._show_part((self.crs,), shown=not source.is_layer)
        if source.sheets and not self.sheet.count():
            for name in source.sheets:
                self.sheet.addItem(name, name)
        if draft is None:
            _pick(self.encoding, trial.choices.encoding or _data(self.encoding))
            _pick(self.separator, trial.choices.separator or _data(self.separator))
            return
        plain = draft.encoding.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
        if self.encoding.findData(plain) < 0:
            self.encoding.addItem(plain, plain)
        _pick(self.encoding, plain)
        _pick(self.separator, draft.separator)
        _pick(self.decimal, draft.numerals.decimal)
        _pick(self.header, "yes" if draft.has_header else "no")
        priced = "price" in draft.fields
        self._show_part((self.per, self.currency), shown=priced)
        self.swap.setChecked(trial.choices.swap)
        self.crs.setText(trial.choices.crs)
        if priced and not trial.fault:
            reading = reading_of(draft, _WORLD)
            _pick(self.per, reading.per.value)
            self.currency.setText(reading.currency)

    def _say(self, **told: object) -> None:
        choices = replace(self._choices, **told)  # type: ignore[arg-type] # one field each
        if choices != self._choices:
            self._choices = choices
            self.changed.emit(choices)

    def _show_part(self, widgets: tuple[QWidget, ...], *, shown: bool) -> None:
        for widget in widgets:
            widget.setVisible(shown)
            if widget in self._labels:
                self._labels[widget].setVisible(shown)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        fields = (self.encoding, self.sheet, self.separator, self.decimal, self.header, self.crs,
                  self.per, self.currency)  # fmt: skip
        for at, field in enumerate(fields):
            label = QLabel(field.accessibleName())
            label.setObjectName("muted")
            label.setBuddy(field)
            self._labels[field] = label
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
        grid.setRowMinimumHeight(2, 28)
        grid.addWidget(self.swap, 2, 0, 1, 4, Qt.AlignmentFlag.AlignBottom)
        grid.setColumnStretch(len(fields), 1)


def _box(name: str, items: dict[str, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for key, told in items.items():
        box.addItem(told, key)
    return box


def _line(name: str, hint: str, longest: int) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    line.setMaxLength(longest)
    line.setMaximumWidth(130)
    return line


def _data(box: QComboBox) -> str:
    return str(box.currentData() or "")


def _pick(box: QComboBox, key: str) -> None:
    box.setCurrentIndex(max(0, box.findData(key)))
