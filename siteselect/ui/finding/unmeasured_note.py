"""Says which demands no cell can answer, and leaves them out at one click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from siteselect.language import say
from siteselect.ui.finding.unmeasured import Unmeasured


class UnmeasuredNote(QFrame):
    """Hidden where all can be measured; `wished` is emitted when the rest is to be left out."""

    wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("note")
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.button = QPushButton(say("Search without"))
        self.button.setToolTip(
            say("Makes a scenario beside this one without what no cell has; this one stays.")
        )
        self.button.clicked.connect(self.wished)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def display(self, held: Unmeasured) -> None:
        """Show what no cell knows, or nothing."""
        self.label.setText(held.words)
        self.setVisible(bool(held.keys))
