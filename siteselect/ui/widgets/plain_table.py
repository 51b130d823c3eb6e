"""A table of words and figures to be read: no grid, names left, figures right."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from siteselect.language import say

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_HIGH = 24


class PlainTable(QTableWidget):
    """Shows rows of text; nothing in it can be edited."""

    def __init__(self, name: str, *, picks: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if picks else mode.NoSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_HIGH)

    def show_rows(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        words: Collection[int] = (0,),
        wide: int = 0,
        bold: int = -1,
    ) -> None:
        """Show rows under headings; `words` stand left, the column `wide` takes what is left."""
        self.setColumnCount(len(heads))
        for column, text in enumerate(heads):
            head = QTableWidgetItem(say(text))
            head.setTextAlignment(_LEFT if column in words else _RIGHT)
            self.setHorizontalHeaderItem(column, head)
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                self.setItem(place, column, _cell(text, column in words, bold=column == bold))
        modes = QHeaderView.ResizeMode
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(modes.ResizeToContents)
        if heads:
            header.setSectionResizeMode(wide, modes.Stretch)

    def texts(self) -> list[tuple[str, ...]]:
        """Return what is on show, row by row."""
        return [
            tuple(
                str(self.model().index(row, column).data()) for column in range(self.columnCount())
            )
            for row in range(self.rowCount())
        ]


def _cell(text: str, left: bool, *, bold: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setTextAlignment(_LEFT if left else _RIGHT)
    item.setToolTip(text if left else "")
    if bold:
        font = item.font()
        font.setBold(True)
        item.setFont(font)
    return item
