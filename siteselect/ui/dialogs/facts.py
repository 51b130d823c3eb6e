"""The facts of the day: every price, rule, fee and rate that holds, and those of one's own."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from siteselect.errors import SiteSelectError
from siteselect.language import say, say_count
from siteselect.model.own_fact import FactTable
from siteselect.packs.own_facts import lay_over
from siteselect.ui.dialogs.fact_form import FactForm
from siteselect.ui.fact_rows import HEADINGS, TITLES, FactLine, fact_lines
from siteselect.ui.session import Session
from siteselect.ui.widgets.tips import tip

_WIDTHS = (64, 100, 330, 170, 100, 100, 170, 70)
_WHAT = HEADINGS.index("What")


class FactsDialog(QDialog):
    """Stands beside the window: an edit is one step of undo, and everything follows it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Facts of the day"))
        self.resize(1150, 620)
        self._session = session
        self.lines: tuple[FactLine, ...] = ()
        self.tables = QComboBox()
        self.tables.setAccessibleName(say("Which facts"))
        for table, title in TITLES.items():
            self.tables.addItem(say(title), table)
        self.tables.currentIndexChanged.connect(self.refresh)
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText(say("Filter by place, words, source…"))
        self.wanted.setAccessibleName(say("Filter the facts"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.textChanged.connect(self.refresh)
        self.held_only = QCheckBox()
        self.held_only.setChecked(True)
        self.held_only.clicked.connect(self.refresh)
        self.view = QTableWidget(0, len(HEADINGS))
        self.view.setHorizontalHeaderLabels([say(each) for each in HEADINGS])
        self.view.setAccessibleName(say("Facts"))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.verticalHeader().hide()
        for at, width in enumerate(_WIDTHS):
            self.view.setColumnWidth(at, width)
        head = self.view.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        self.view.itemSelectionChanged.connect(self._enable)
        self.view.itemDoubleClicked.connect(self.correct)
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.add = QPushButton(say("Add…"))
        self.add.clicked.connect(self.add_one)
        self.mend = QPushButton(say("Correct…"))
        self.mend.clicked.connect(self.correct)
        self.drop = QPushButton(say("Take mine out"))
        self.drop.clicked.connect(self.take_out)
        self._lay_out()
        session.changed.connect(self.refresh)
        self.refresh()

    @property
    def table(self) -> FactTable:
        """Which facts are on show."""
        held = self.tables.currentData()
        return FactTable(held)

    @property
    def day(self) -> date:
        """The study's day."""
        return self._session.study.context.as_of

    def refresh(self, *_: object) -> None:
        """Show the facts anew; the picked row stays picked."""
        ground = self._session.ground
        if ground is None or ground.pack is None:
            return
        picked = self._picked()
        self.held_only.setText(say("Only what holds on {day}", day=self.day))
        fault = ""
        try:
            laid = lay_over(ground.pack, self._session.study.facts)
        except SiteSelectError as error:  # a project from elsewhere: the pack's rows are shown
            laid, fault = ground.pack, f" · {error}"
        day = self.day if self.held_only.isChecked() else None
        self.lines = fact_lines(laid, self.table, day, self.wanted.text())
        self.view.setRowCount(len(self.lines))
        for row, line in enumerate(self.lines):
            for at, text in enumerate(line.cells):
                item = QTableWidgetItem(text)
                item.setToolTip(tip("\n".join(each for each in (text, line.note) if each)))
                font = item.font()
                font.setBold(line.yours)
                item.setFont(font)
                self.view.setItem(row, at, item)
            if picked is not None and line.id == picked.id:
                self.view.selectRow(row)
        own = sum(line.yours for line in self.lines)
        self.count.setText(
            say_count("{count} row", "{count} rows", len(self.lines))
            + say(", {own} of them yours", own=own) * bool(own)
            + fault
        )
        self._enable()

    def add_one(self) -> None:
        """Ask for a fact of the person's own."""
        self._ask("")

    def correct(self, *_: object) -> None:
        """Ask for a correction of the picked row."""
        line = self._picked()
        if line is not None:
            self._ask(line.id)

    def take_out(self) -> None:
        """Take the person's row out; the pack's own speaks again."""
        line = self._picked()
        if line is not None and line.yours:
            study = self._session.study.without_fact(self.table, line.id)
            self._session.edit(study, say("Take out fact {id}", id=line.id))

    def _ask(self, id_: str) -> None:
        ground = self._session.ground
        if ground is None:
            return
        form = FactForm(ground.pack, self.table, self._session.study.facts, id_, self)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.accepted.connect(lambda: self._keep(form))
        form.open()

    def _keep(self, form: FactForm) -> None:
        fact = form.fact
        self._session.edit(self._session.study.with_fact(fact), say("Fact {id}", id=fact.id))

    def _picked(self) -> FactLine | None:
        rows = self.view.selectionModel().selectedRows()
        return self.lines[rows[0].row()] if rows and rows[0].row() < len(self.lines) else None

    def _enable(self) -> None:
        line = self._picked()
        self.mend.setEnabled(line is not None)
        self.drop.setEnabled(line is not None and line.yours)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.tables)
        head.addWidget(self.wanted, 1)
        head.addWidget(self.held_only)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.count, 1)
        for button in (self.add, self.mend, self.drop):
            button.setAutoDefault(False)
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
