"""The choices beside the form of an export: what, of which day, for which reader."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QDateEdit,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from siteselect.export.languages import written
from siteselect.export.report import PARTS
from siteselect.language import later, say, say_name
from siteselect.ui.print.paper import PAPERS
from siteselect.ui.print.wish import PDF, SURFACES, Wish

_SEPARATORS = ((",", later("comma")), (";", later("semicolon")), ("\t", later("tab")),
               ("|", later("bar")))  # fmt: skip
_DECIMALS = ((".", later("point")), (",", later("comma")))
_PARTS = {
    "map": later("Map"),
    "why": later("Why the first three"),
    "ranking": later("The ranking"),
    "firmness": later("How firm is it?"),
    "money": later("What it costs and earns"),
    "gates": later("Gates, and who failed"),
    "method": later("How it was judged"),
    "values": later("Every value, with its source"),
    "sources": later("Sources and licences"),
}
READ = frozenset({PDF, "html_page"})
"""Forms to be read by people."""


class ExportOptions(QWidget):
    """Shows the choices that a form has; `chosen` is emitted after each."""

    chosen = Signal()

    def __init__(self, wish: Wish, scenarios: Sequence[str], days: tuple[date, date]) -> None:
        super().__init__()
        self._wish = wish
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setVerticalSpacing(6)
        self.scenario = _box([(name, say_name(name)) for name in scenarios], wish.scenario)
        self.day = QDateEdit()
        self.day.lineEdit().setTextMargins(8, 0, 0, 0)  # in line with what the box above says
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setDateRange(*(QDate(each.year, each.month, each.day) for each in days))
        day = wish.as_of or days[1]
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.language = _box(list(written().items()), wish.language)
        self.bom = QCheckBox(say("Begin with the mark by which Excel knows UTF-8"))
        self.bom.setChecked(wish.bom)
        self.separator = _box([(sign, say(name)) for sign, name in _SEPARATORS], wish.separator)
        self.decimal = _box([(sign, say(name)) for sign, name in _DECIMALS], wish.decimal)
        self.paper = _box([(each.name, each.title) for each in PAPERS.values()], wish.paper)
        self.parts = QPushButton()
        self.part_actions = self._part_menu(wish.parts)
        self.house = QLineEdit(wish.house)
        self.house.setPlaceholderText(say("Name of your house"))
        self.logo = QPushButton()
        self.logo.clicked.connect(self._ask_for_logo)
        self.accent = QPushButton()
        self.accent.clicked.connect(self._ask_for_colour)
        self._path, self._colour = wish.logo, wish.accent
        self._lay_out()
        self._listen()
        self._tell()

    def wish(self) -> Wish:
        """Return the wish with every choice as it stands."""
        day = self.day.date()
        return replace(
            self._wish,
            scenario=self.scenario.currentData() or "",
            as_of=date(day.year(), day.month(), day.day()),
            language=self.language.currentData(),
            bom=self.bom.isChecked(),
            separator=self.separator.currentData(),
            decimal=self.decimal.currentData(),
            paper=self.paper.currentData(),
            parts=tuple(key for key, action in self.part_actions.items() if action.isChecked()),
            house=self.house.text().strip(),
            logo=self._path,
            accent=self._colour,
        )

    def show_form(self, form: str) -> None:
        """Show the choices of a form, and hide those of others."""
        for place, kinds in enumerate(self._kinds):
            common = kinds is None and form not in SURFACES  # a surface is written as it is seen
            self._rows.setRowVisible(place, common or (kinds is not None and form in kinds))

    def set_logo(self, path: str) -> None:
        """Take a picture as the logo; none for an empty path."""
        self._path = path
        self._tell()
        self.chosen.emit()

    def set_accent(self, colour: str) -> None:
        """Take a colour."""
        self._colour = colour.upper()
        self._tell()
        self.chosen.emit()

    def _lay_out(self) -> None:
        marks = QWidget()
        beside = QHBoxLayout(marks)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.logo)
        beside.addWidget(self.accent)
        beside.addStretch(1)
        rows: list[tuple[str, QWidget, frozenset[str] | None]] = [
            (say("Scenario"), self.scenario, None),
            (say("Facts as of"), self.day, None),
            (say("Language"), self.language, READ),
            (say("Paper"), self.paper, frozenset({PDF})),
            (say("Tells"), self.parts, READ),
            (say("House"), self.house, READ),
            (say("Logo, colour"), marks, READ),
            (say("Cells parted by"), self.separator, frozenset({"csv_table"})),
            (say("Decimals by"), self.decimal, frozenset({"csv_table"})),
            ("", self.bom, frozenset({"csv_table"})),
        ]
        self._kinds = [kinds for *_, kinds in rows]
        for title, widget, _ in rows:
            self._rows.addRow(title, widget)
            widget.setAccessibleName(title or self.bom.text())

    def _listen(self) -> None:
        boxes = (self.scenario, self.language, self.separator, self.decimal, self.paper)
        for box in boxes:
            box.activated.connect(self._choose)
        self.bom.clicked.connect(self._choose)
        self.day.dateChanged.connect(self._choose)
        self.house.editingFinished.connect(self._choose)

    def _part_menu(self, wanted: Sequence[str]) -> dict[str, QAction]:
        menu = QMenu(self.parts)
        actions = {}
        for key in PARTS:
            action = menu.addAction(say(_PARTS[key]))
            action.setCheckable(True)
            action.setChecked(key in wanted)
            action.triggered.connect(partial(self._choose_part, key))
            actions[key] = action
        self.parts.setMenu(menu)
        return actions

    def _choose_part(self, key: str, _checked: bool = False) -> None:
        """Keep at least one part: a report that tells nothing is none."""
        if not any(action.isChecked() for action in self.part_actions.values()):
            self.part_actions[key].setChecked(True)
        self._choose()

    def _choose(self, *_: object) -> None:
        self._tell()
        self.chosen.emit()

    def _tell(self) -> None:
        count = sum(action.isChecked() for action in self.part_actions.values())
        self.parts.setText(
            say("everything")
            if count == len(PARTS)
            else say("{count} of {all} parts", count=count, all=len(PARTS))
        )
        name = self._path.replace("\\", "/").rpartition("/")[2]
        self.logo.setText(name or say("Choose a logo…"))
        self.accent.setText(self._colour)
        ink = "#FFFFFF" if QColor(self._colour).lightnessF() < 0.6 else "#10161D"
        self.accent.setStyleSheet(f"background: {self._colour}; color: {ink};")

    def _ask_for_logo(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, say("Logo"), self._path, say("Pictures") + " (*.png *.jpg *.jpeg *.svg)"
        )
        self.set_logo(path)

    def _ask_for_colour(self) -> None:
        colour = QColorDialog.getColor(QColor(self._colour), self, say("Colour of the report"))
        if colour.isValid():
            self.set_accent(colour.name())


def _box(choices: Sequence[tuple[str, str]], chosen: str) -> QComboBox:
    box = QComboBox()
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box
