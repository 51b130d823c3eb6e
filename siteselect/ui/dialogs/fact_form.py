"""One fact of the person's own: its cells, and in whole sentences what is wrong with them."""

from collections.abc import Mapping
from itertools import count

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from siteselect.errors import StudyError
from siteselect.language import later, say
from siteselect.model.own_fact import FactTable, OwnFact
from siteselect.model.sites import Vat
from siteselect.packs.own_facts import columns_of, own_fact_faults, pack_row
from siteselect.packs.pack import Pack
from siteselect.packs.rows import Effect, Route, Status
from siteselect.ui.fact_rows import TITLES

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "route": tuple(each.value for each in Route),
    "vat": tuple(each.value for each in Vat),
    "status": tuple(each.value for each in Status),
    "effect": tuple(each.value for each in Effect),
    "miner": ("false", "true"),
    "case": ("grid", "own plant", "own renewable", "no meter"),
}
_HINTS = {
    "valid_from": "2021-06-02",
    "valid_to": later("empty: still holds"),
    "start": "2021-06-01",
    "end": "2021-06-30",
    "region": later("codes such as KZ-PAV; empty: everywhere"),
}


class FactForm(QDialog):
    """Accepted with `fact` when it is sound."""

    def __init__(
        self,
        pack: Pack,
        table: FactTable,
        held: tuple[OwnFact, ...],
        id_: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pack, self._table = pack, table
        self._others = tuple(each for each in held if (each.table, each.id) != (table, id_))
        own = next((each for each in held if (each.table, each.id) == (table, id_)), None)
        self._theirs = pack_row(pack, table, id_) or {}
        cells = {**self._theirs, **dict(own.cells if own is not None else ())}
        cells["id"] = id_ or _free_id(held)
        if id_ and own is None:
            cells["source"] = ""  # the correction is the person's, whatever the row was from
        self.setWindowTitle(say("Correct a fact") if self._theirs else say("A fact of yours"))
        self.resize(560, 600)
        heading = QLabel(f"{say(TITLES[table])}: {cells['id']}")
        heading.setObjectName("title")
        about = QLabel(
            say("Saved with the project and marked as yours; the pack itself stays as it is.")
        )
        about.setObjectName("muted")
        about.setWordWrap(True)
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self.faults = QLabel()
        self.faults.setObjectName("caution")
        self.faults.setWordWrap(True)
        self.keep = QPushButton(say("Keep"))
        self.keep.setObjectName("primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.accept)
        cancel = QPushButton(say("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.faults, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        for each in (heading, about, self._form(cells)):
            layout.addWidget(each)
        layout.addLayout(buttons)
        self._check()

    @property
    def fact(self) -> OwnFact:
        """The fact as typed; of a correction only the cells that differ."""
        typed = {column: self._words(column) for column in self.fields}
        kept = {
            column: text
            for column, text in typed.items()
            if column == "id" or text.strip() != self._theirs.get(column, "")
        }
        if not kept.get("source", "x"):
            del kept["source"]
        return OwnFact.of(self._table, kept)

    def told(self) -> tuple[str, ...]:
        """Return what is wrong with it, in sentences."""
        try:
            own = self.fact
        except StudyError as fault:
            return (str(fault),)
        return tuple(str(each) for each in own_fact_faults(self._pack, (*self._others, own)))

    def type(self, column: str, text: str) -> None:
        """Put words into a field, as a hand would."""
        field = self.fields[column]
        if isinstance(field, QComboBox):
            field.setCurrentText(text)
        else:
            field.setText(text)

    def _form(self, cells: Mapping[str, str]) -> QScrollArea:
        inner = QWidget()
        form = QFormLayout(inner)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for column in columns_of(self._pack, self._table):
            if column == "confidence":
                continue  # what a person types is the person's
            field = self._field(column, cells.get(column, ""))
            field.setAccessibleName(column.replace("_", " "))
            self.fields[column] = field
            form.addRow(column.replace("_", " "), field)
        self.fields["id"].setEnabled(not self._theirs)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        return area

    def _field(self, column: str, text: str) -> QLineEdit | QComboBox:
        if column in _CHOICES:
            box = QComboBox()
            box.addItems(["", *_CHOICES[column]])
            box.setCurrentText(text)
            box.currentTextChanged.connect(self._check)
            return box
        line = QLineEdit(text)
        line.setPlaceholderText(say(_HINTS.get(column, "")))
        line.textChanged.connect(self._check)
        return line

    def _words(self, column: str) -> str:
        field = self.fields[column]
        return field.currentText() if isinstance(field, QComboBox) else field.text()

    def _check(self) -> None:
        faults = self.told()
        more = say("\nAnd {len} more.", len=len(faults) - 3) if len(faults) > 3 else ""
        self.faults.setText("\n".join(faults[:3]) + more)
        self.keep.setEnabled(not faults)


def _free_id(held: tuple[OwnFact, ...]) -> str:
    taken = {each.id for each in held}
    return next(name for name in (f"U{number}" for number in count(1)) if name not in taken)
