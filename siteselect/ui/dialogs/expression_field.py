"""A field for an expression over measures; the names are offered while they are typed."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say
from siteselect.model.expression import FUNCTIONS

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*$")


class _Line(QLineEdit):
    """A line in which the word at the cursor is completed."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._completer = QCompleter(QStringListModel([*words], self), self)
        self._completer.setWidget(self)
        self._list = QListView()
        self._list.setObjectName("popup")
        self._completer.setPopup(self._list)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.activated.connect(self.complete)
        self.textEdited.connect(self._offer)

    def complete(self, word: str) -> None:
        """Put a name in place of the word at the cursor."""
        text, at = self.text(), self.cursorPosition()
        start = at - len(self._word())
        self.setText(text[:start] + word + text[at:])
        self.setCursorPosition(start + len(word))
        self.textEdited.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Return to the list of names while it is open."""
        taken = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
        if self._list.isVisible() and Qt.Key(event.key()) in taken:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _word(self) -> str:
        found = _WORD.search(self.text()[: self.cursorPosition()])
        return found.group() if found else ""

    def _offer(self) -> None:
        word = self._word()
        self._completer.setCompletionPrefix(word)
        done = self._completer.currentCompletion() == word
        if len(word) >= 2 and self._completer.completionCount() and not done:
            self._completer.complete()
        else:
            self._list.hide()


class ExpressionField(QWidget):
    """The line, and a list from which a measure is put in.

    `edited` is emitted when a person changes the text.
    """

    edited = Signal()

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.line = _Line([*names, *FUNCTIONS])
        self.line.setPlaceholderText(say("power_price * 1.2 + station_distance / 100"))
        self.line.setAccessibleName(say("Expression"))
        self.line.setMaxLength(600)
        self.names = QComboBox()
        self.names.setAccessibleName(say("Put in a measure"))
        self.names.addItem(say("Put in…"))
        self.names.addItems([*names])
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.names)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        self.line.textEdited.connect(lambda _: self.edited.emit())
        self.names.activated.connect(self._put_in)

    def text(self) -> str:
        """Return the expression."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Show an expression; no signal follows."""
        self.line.setText(text)

    def _put_in(self, place: int) -> None:
        if place > 0:
            self.line.insert(self.names.itemText(place))
            self.names.setCurrentIndex(0)
            self.line.setFocus()
            self.edited.emit()
