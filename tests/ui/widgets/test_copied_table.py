from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel

from siteselect.ui.widgets.copied_table import CopiedTable


def test_picked_rows_are_copied_with_their_heading_and_quoted_where_needed(qtbot):
    model = QStandardItemModel(0, 2)
    model.setHorizontalHeaderLabels(["Site", "Score"])
    for name, score in (("Aksu", "65.4"), ('The "old"\tmill', "12.0"), ("Osh", "3.1")):
        model.appendRow([QStandardItem(name), QStandardItem(score)])
    table = CopiedTable()
    qtbot.addWidget(table)
    table.setModel(model)
    table.setSelectionBehavior(CopiedTable.SelectionBehavior.SelectRows)
    table.setSelectionMode(CopiedTable.SelectionMode.MultiSelection)
    for row in (1, 0):
        table.selectRow(row)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    told = QGuiApplication.clipboard().text()
    assert told == 'Site\tScore\nAksu\t65.4\n"The ""old""\tmill"\t12.0\n'
