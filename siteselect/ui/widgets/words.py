"""Words that a hand can mark and copy, laid out as quickly as plain ones while no hand is near."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Words(QLabel):
    """A label whose text is never markup, and can be marked once the pointer is over it.

    Qt lays a label that can be marked out as a whole document, several times as slowly as plain
    words and to the same size. So only the one beneath the pointer, or with words marked, is one.
    """

    def __init__(self, parent: QWidget | None = None, *, wrap: bool = True) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def put(self, text: str) -> None:
        """Set a text only where it is another one: a layout is dear."""
        if self.text() != text:
            self.setText(text)

    def sizeHint(self) -> QSize:
        """Return one line for words that wrap: how high they are is asked with the width.

        Qt would try several widths, at eight times the cost of asking for the one that is given.
        """
        return self._line() if self.wordWrap() else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return one line for words that wrap."""
        return self._line() if self.wordWrap() else super().minimumSizeHint()

    def _line(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the words be marked."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Be plain again, where nothing is marked."""
        if not self.hasSelectedText():
            self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        super().leaveEvent(event)
