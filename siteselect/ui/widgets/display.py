"""What every picture of an evaluation is: one way in, one wish out, asleep while hidden."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from siteselect.model.evaluation import Evaluation
from siteselect.ui.theme import Theme


class Display(QWidget):
    """Shows an evaluation; keeps the last one while hidden and draws it when shown.

    `selected` is emitted when a person picks sites, with the frozenset of their names; never by
    `show_selection`.
    """

    selected = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.evaluation: Evaluation | None = None
        self.names: frozenset[str] = frozenset()
        self._asleep_with_news = False

    def display(self, evaluation: Evaluation) -> None:
        """Show this evaluation, at once when visible."""
        self.evaluation = evaluation
        if self.isVisible():
            self.draw(evaluation)
        else:
            self._asleep_with_news = True

    def show_selection(self, names: frozenset[str]) -> None:
        """Mark these sites; no signal follows."""
        if names == self.names:
            return
        self.names = names
        if self.isVisible():
            self.mark_selection(names)
        else:
            self._asleep_with_news = True

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = theme
        self.dress(theme)
        self.update()

    def choose(self, names: frozenset[str]) -> None:
        """Take note of what a hand picked, mark it, and wish for it."""
        if names != self.names:
            self.names = names
            self.mark_selection(names)
            self.selected.emit(names)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while hidden."""
        super().showEvent(event)
        if self._asleep_with_news:
            self._asleep_with_news = False
            if self.evaluation is not None:
                self.draw(self.evaluation)
            self.mark_selection(self.names)

    def draw(self, evaluation: Evaluation) -> None:
        """Bring an evaluation on the screen; each display has its own way."""
        raise TypeError(f"{type(self).__name__} does not say how it draws {evaluation!r}")

    def mark_selection(self, names: frozenset[str]) -> None:
        """Bring the selection on the screen; by default a repaint, which reads `self.names`."""
        del names
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme, where painting alone does not."""
