"""Undo: a frozen study is its own memento, so one command serves every edit."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from siteselect.model.study import Study


class StudyEdit(QUndoCommand):
    """The step from one study to another.

    Edits of one gesture merge into one step; a gesture that ends where it began removes itself.
    """

    def __init__(
        self, before: Study, after: Study, text: str, gesture: int, put: Callable[[Study], None]
    ) -> None:
        super().__init__(text)
        self.before = before
        self.after = after
        self._gesture = gesture
        self._put = put

    def id(self) -> int:
        """Return the number of the gesture; -1 never merges."""
        return self._gesture

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over where a later edit of the same gesture ended."""
        if not isinstance(other, StudyEdit):
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True

    def redo(self) -> None:
        """Put the study as it was after the edit."""
        self._put(self.after)

    def undo(self) -> None:
        """Put the study as it was before the edit."""
        self._put(self.before)
