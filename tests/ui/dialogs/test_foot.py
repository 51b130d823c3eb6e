from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout

from siteselect.ui.dialogs.foot import foot


def _dialog(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    do, more = QPushButton("Add"), QPushButton("More")
    do.clicked.connect(dialog.accept)
    QVBoxLayout(dialog).addLayout(foot(dialog, do, more))
    dialog.show()
    return dialog, do, more


def test_what_it_does_stands_last_and_return_presses_it(qtbot):
    dialog, do, more = _dialog(qtbot)
    cancel = next(each for each in dialog.findChildren(QPushButton) if each not in (do, more))
    qtbot.waitUntil(lambda: more.x() < cancel.x() < do.x())
    assert (do.objectName(), cancel.text()) == ("primary", "Cancel")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_cancel_is_the_way_out(qtbot):
    dialog, do, more = _dialog(qtbot)
    cancel = next(each for each in dialog.findChildren(QPushButton) if each not in (do, more))
    cancel.click()
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected
