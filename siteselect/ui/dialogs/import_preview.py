"""The first rows of a table, and above each column what it holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from siteselect.intake.draft import Draft
from siteselect.intake.fields import FIELDS, TITLES
from siteselect.intake.own_columns import own_columns, own_values
from siteselect.language import say
from siteselect.ui.widgets.tips import tip

_SHOWN = 60
_NARROW, _WIDE = 138, 240
CRITERION = "criterion"
OWN = ""


class ImportPreview(QTableWidget):
    """A table whose first row says what each column holds.

    `chosen` is emitted with the number of a column and a field (empty: none, `criterion`: a
    column to judge by) when a person picks one.
    """

    chosen = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("First rows of the table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        self.boxes: list[QComboBox] = []

    def show_draft(
        self, draft: Draft, left_out: dict[int, str], criteria: frozenset[str] = frozenset()
    ) -> None:
        """Show the rows of a draft; those that are left out are pale, and say why."""
        rows = draft.rows[:_SHOWN]
        self.clearContents()
        self.setColumnCount(len(draft.header))
        self.setRowCount(len(rows) + 1)
        names = [cell or str(at + 1) for at, cell in enumerate(draft.header)]
        for at, name in enumerate(names):
            self.setHorizontalHeaderItem(at, QTableWidgetItem(name))
        self._show_boxes(draft, criteria)
        marks = [""]
        pale = self.palette().color(QPalette.ColorRole.PlaceholderText)
        for place, (number, cells) in enumerate(rows, 1):
            why = left_out.get(number, "")
            marks.append(f"× {number}" if why else str(number))
            for at in range(len(names)):
                item = QTableWidgetItem(cells[at] if at < len(cells) else "")
                item.setToolTip(tip(why or item.text()))
                if why:
                    item.setForeground(pale)
                self.setItem(place, at, item)
        self.setVerticalHeaderLabels(marks)
        self.resizeColumnsToContents()
        for at in range(len(names)):
            self.setColumnWidth(at, min(_WIDE, max(_NARROW, self.columnWidth(at) + 12)))
        self.setRowHeight(0, 38)

    def show_nothing(self) -> None:
        """Show no rows: they cannot be read as chosen."""
        self.boxes = []
        self.setRowCount(0)
        self.setColumnCount(0)

    def _show_boxes(self, draft: Draft, criteria: frozenset[str]) -> None:
        self.boxes = []
        fields = {at: field for field, at in draft.places}
        own = own_columns(draft.header, fields) if draft.has_header else {}
        filled = {
            at
            for name, at in own.items()
            if any(own_values(row, {name: at}, draft.numerals) for _, row in draft.rows[:_SHOWN])
        }
        for at in range(len(draft.header)):
            box = QComboBox()
            box.setAccessibleName(say("What column {name} holds", name=draft.heading(at)))
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.setMaxVisibleItems(20)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(9)
            numbers = at in filled
            box.addItem(say("Own value") if numbers else say("Not read"), OWN)
            if numbers:
                box.addItem(say("Own criterion"), CRITERION)
            box.insertSeparator(box.count())
            for field in FIELDS:
                box.addItem(say(TITLES[field]), field)
            held = CRITERION if draft.heading(at) in criteria else fields.get(at, OWN)
            box.setCurrentIndex(max(0, box.findData(held)))
            box.setEnabled(not (draft.source.is_layer and held in ("lon", "lat")))
            box.activated.connect(lambda index, at=at, box=box: self._choose(at, box, index))
            self.setCellWidget(0, at, box)
            self.boxes.append(box)

    def _choose(self, at: int, box: QComboBox, index: int) -> None:
        self.chosen.emit(at, str(box.itemData(index) or ""))
