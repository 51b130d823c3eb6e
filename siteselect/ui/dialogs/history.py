"""All steps since the project was opened, by name: a click goes back to one, or forward again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QUndoView,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.icons import icon


class HistoryDialog(QDialog):
    """Stands beside the window while one works; follows undo and redo from elsewhere too."""

    def __init__(self, history: QUndoStack, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setWindowTitle(say("History"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(320, 440)
        self.steps = QUndoView(history)
        self.steps.setObjectName("history")
        self.steps.setAccessibleName(say("Steps since the project was opened"))
        self.steps.setEmptyLabel(say("As opened"))
        self.steps.setCleanIcon(icon("check-dark" if theme.dark else "check-light", theme.accent))
        heading = QLabel(say("History"))
        heading.setObjectName("title")
        about = QLabel(say("Choose a step to go back to it. Later steps stay until you edit."))
        about.setObjectName("pale")
        about.setWordWrap(True)
        self._history = history
        self.undo, self.redo = QPushButton(say("Undo")), QPushButton(say("Redo"))
        for button, act, can, told in (
            (self.undo, history.undo, history.canUndo(), history.canUndoChanged),
            (self.redo, history.redo, history.canRedo(), history.canRedoChanged),
        ):
            button.clicked.connect(act)
            button.setEnabled(can)
            told.connect(button.setEnabled)
        close = QPushButton(say("Close"))
        close.setObjectName("primary")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.undo)
        buttons.addWidget(self.redo)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(about)
        layout.addWidget(self.steps, 1)
        layout.addLayout(buttons)
