"""A new project: three choices, a name and a day; or the sample, or a template."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDateEdit,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say, say_count, say_name
from siteselect.ui.dialogs.foot import foot

PLACES, NONE, FILE = "places", "none", "file"
TABLES = "*.csv *.xlsx *.txt *.tsv"


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen from."""

    packs: Mapping[str, str]
    """Title of each region by the reference of its pack."""
    scenarios: Sequence[str]
    templates: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen: a template by name, or pack, sites and scenario."""

    title: str
    pack: str = ""
    sites: str = PLACES
    file: Path | None = None
    scenario: str = ""
    day: date = date.min
    template: str = ""


class NewProjectDialog(QDialog):
    """Asks for a new project; `chosen` tells what was wanted, `sample` that the sample was."""

    def __init__(
        self,
        offered: Offered,
        places_of: Callable[[str], int],
        folder: Path,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("New project"))
        self.setMinimumWidth(540)
        self.sample = False
        self._places_of = places_of
        self._folder = folder
        self.title = QLineEdit(say("New project"))
        self.title.setAccessibleName(say("Name"))
        self.title.selectAll()
        self.template = self._combo(say("Begin from"), ["", *offered.templates])
        self.template.setItemText(0, say("Nothing: choose below"))
        self.pack = self._combo(say("Region"), map(say_name, offered.packs.values()))
        self._references = list(offered.packs)
        self._scenarios = list(offered.scenarios)
        self.scenario = self._combo(say("Scenario"), map(say_name, self._scenarios))
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setAccessibleName(say("Facts as of"))
        self._group = QButtonGroup(self)
        self.sites = {
            key: QRadioButton(words)
            for key, words in (
                (PLACES, ""),
                (NONE, say("None yet")),
                (FILE, say("A table of mine")),
            )
        }
        self.file = QLineEdit()
        self.file.setAccessibleName(say("Table of sites"))
        self.file.setPlaceholderText(say("CSV or XLSX"))
        self.browse = QPushButton(say("Browse…"))
        self.fault = QLabel()
        self.fault.setObjectName("caution")
        self.fault.hide()
        self.make = QPushButton(say("Create"))
        self._form = QFormLayout()
        self._lay_out(bool(offered.templates))
        self._wire()
        self._count_places()
        self._show_ways()

    @property
    def chosen(self) -> Chosen:
        """What a person wants."""
        title = self.title.text().strip()
        if self.template.currentIndex() > 0:
            return Chosen(title, template=self.template.currentText())
        day = self.day.date()
        wanted = next(key for key, button in self.sites.items() if button.isChecked())
        return Chosen(
            title,
            self._references[self.pack.currentIndex()],
            wanted,
            Path(self.file.text().strip()).expanduser() if wanted == FILE else None,
            self._scenarios[self.scenario.currentIndex()],
            date(day.year(), day.month(), day.day()),
        )

    def _combo(self, name: str, texts: Iterable[str]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.addItems(list(texts))
        return box

    def _lay_out(self, templates: bool) -> None:
        heading = QLabel(say("New project"))
        heading.setObjectName("title")
        form = self._form
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        ways = QVBoxLayout()
        ways.setSpacing(8)
        for button in self.sites.values():
            self._group.addButton(button)
            ways.addWidget(button)
        self.sites[PLACES].setChecked(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.setContentsMargins(22, 0, 0, 0)
        row.addWidget(self.file, 1)
        row.addWidget(self.browse)
        ways.addLayout(row)
        form.addRow(say("Name"), self.title)
        form.addRow(say("Begin from"), self.template)
        form.setRowVisible(self.template, templates)
        form.addRow(say("Region"), self.pack)
        self._ways = QWidget()
        ways.setContentsMargins(0, 0, 0, 0)
        self._ways.setLayout(ways)
        form.addRow(say("Sites"), self._ways)
        form.addRow(say("Scenario"), self.scenario)
        form.addRow(say("Facts as of"), self.day)
        self.open_sample = QPushButton(say("Open the sample"))
        buttons = foot(self, self.make, self.open_sample)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(14)
        layout.addWidget(heading)
        layout.addLayout(form)
        layout.addWidget(self.fault)
        layout.addStretch(1)
        layout.addLayout(buttons)

    def _wire(self) -> None:
        self.pack.activated.connect(lambda _: self._count_places())
        self.template.activated.connect(lambda _: self._show_ways())
        for button in self.sites.values():
            button.clicked.connect(self._show_ways)
        self.browse.clicked.connect(self._browse)
        self.make.clicked.connect(self._create)
        self.open_sample.clicked.connect(self._take_sample)

    def _count_places(self) -> None:
        count = self._places_of(self._references[self.pack.currentIndex()])
        self.sites[PLACES].setText(
            say_count(
                "{count} place that the region proposes",
                "{count} places that the region proposes",
                count,
            )
        )
        self.sites[PLACES].setEnabled(count > 0)
        if count == 0 and self.sites[PLACES].isChecked():
            self.sites[NONE].setChecked(True)

    def _show_ways(self) -> None:
        """Let a field be filled only where it counts."""
        own = self.template.currentIndex() == 0
        for row in (self.pack, self._ways, self.scenario, self.day):
            row.setEnabled(own)
        wants_file = own and self.sites[FILE].isChecked()
        self.file.setEnabled(wants_file)
        self.browse.setEnabled(wants_file)
        self.fault.hide()

    def _browse(self) -> None:
        text, _ = QFileDialog.getOpenFileName(
            self, say("Table of sites"), str(self._folder), f"{say('Tables of sites')} ({TABLES})"
        )
        if text:
            self.file.setText(text)
            self.fault.hide()

    def _create(self) -> None:
        chosen = self.chosen
        if not chosen.title:
            self._refuse(say("Give the project a name."))
        elif chosen.sites == FILE and not (chosen.file and chosen.file.is_file()):
            self._refuse(say("Choose a table of sites that is there."))
        else:
            self.accept()

    def _refuse(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.show()

    def _take_sample(self) -> None:
        self.sample = True
        self.accept()
