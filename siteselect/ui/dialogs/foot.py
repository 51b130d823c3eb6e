"""The foot of a dialog: what it does, the way out before it, and whatever else on the left."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from siteselect.language import say


def foot(dialog: QDialog, do: QPushButton, *beside: QWidget) -> QHBoxLayout:
    """Return the row of buttons of a dialog: `do`, which Return presses, after Cancel."""
    do.setObjectName("primary")
    do.setDefault(True)
    cancel = QPushButton(say("Cancel"))
    cancel.clicked.connect(dialog.reject)
    row = QHBoxLayout()
    row.setSpacing(8)
    for each in beside:
        row.addWidget(each)
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(do)
    return row
