"""A table whose picked rows are copied as they stand, for a spreadsheet."""

import csv
import io

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView


class CopiedTable(QTableView):
    """A table view that answers Ctrl+C with its picked rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the picked rows on Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
            event.accept()
            return
        super().keyPressEvent(event)

    def selected_text(self) -> str:
        """Return the picked rows, with a heading, as tab-separated text."""
        model = self.model()
        across = range(model.columnCount())
        out = io.StringIO()
        table = csv.writer(out, dialect="excel-tab", lineterminator="\n")
        table.writerow([model.headerData(at, Qt.Orientation.Horizontal) for at in across])
        for row in sorted({index.row() for index in self.selectionModel().selectedRows()}):
            table.writerow([model.index(row, at).data() for at in across])
        return out.getvalue()
