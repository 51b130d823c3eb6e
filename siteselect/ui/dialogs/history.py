"""All steps since the project was opened, by name: a click goes back to one, or forward again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QUndoStack
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say
from siteselect.ui.theme import Theme


class HistoryDialog(QDialog):
    """Stands beside the window while one works; follows undo and redo from elsewhere too."""

    def __init__(self, history: QUndoStack, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setWindowTitle(say("History"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(320, 440)
        self._history = history
        self._theme = theme
        self.steps = QListWidget()
        self.steps.setAccessibleName(say("Steps since the project was opened"))
        self.undo, self.redo = QPushButton(say("Undo")), QPushButton(say("Redo"))
        self.undo.clicked.connect(history.undo)
        self.redo.clicked.connect(history.redo)
        self._lay_out()
        self._show()
        self.steps.itemActivated.connect(self._go)
        self.steps.itemClicked.connect(self._go)
        history.indexChanged.connect(self._show)
        history.cleanChanged.connect(self._show)

    def texts(self) -> list[str]:
        """Return the steps as they stand in the list."""
        return [self.steps.item(row).text() for row in range(self.steps.count())]

    def _lay_out(self) -> None:
        heading = QLabel(say("History"))
        heading.setObjectName("title")
        about = QLabel(say("Choose a step to go back to it. Later steps stay until you edit."))
        about.setObjectName("pale")
        about.setWordWrap(True)
        close = QPushButton(say("Close"))
        close.setObjectName("primary")
        close.clicked.connect(self.accept)
        for button in (self.undo, self.redo, close):
            button.setAutoDefault(False)  # Return in the list goes to a step, and does no more
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

    def _show(self) -> None:
        """List the steps anew: the one at hand is chosen, those undone are pale."""
        history = self._history
        self.steps.clear()
        for row in range(history.count() + 1):
            words = history.text(row - 1) if row else say("As opened")
            saved = row == history.cleanIndex() and history.count() > 0
            item = QListWidgetItem(say("{step}  ·  saved", step=words) if saved else words)
            if row > history.index():
                item.setForeground(QColor(self._theme.muted))
            self.steps.addItem(item)
        self.steps.setCurrentRow(history.index())
        self.undo.setEnabled(history.canUndo())
        self.redo.setEnabled(history.canRedo())

    def _go(self, item: QListWidgetItem) -> None:
        self._history.setIndex(self.steps.row(item))
