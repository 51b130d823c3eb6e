"""The notes of a scene: plain text that only the speaker sees."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from siteselect.language import say


class NotesField(QPlainTextEdit):
    """Notes of one scene. `written` is emitted with the text when the hand goes elsewhere."""

    written = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Notes to the scene"))
        self.setPlaceholderText(say("Notes: what you say to this scene. Only you see them."))
        self.setTabChangesFocus(True)
        self._held = ""

    def show_notes(self, text: str) -> None:
        """Show the notes of a scene; no signal follows."""
        if text != self._held:
            self._held = text
            self.setPlainText(text)

    def keep(self) -> None:
        """Hand over what was written, if anything was."""
        if self.toPlainText() != self._held:
            self._held = self.toPlainText()
            self.written.emit(self._held)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand over what was written."""
        super().focusOutEvent(event)
        self.keep()
