"""What every picture of an evaluation is: one way in, one wish out, asleep while hidden."""

from typing import ClassVar, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from siteselect.economics.price_unit import PLAIN, PricesTold
from siteselect.model.evaluation import Evaluation
from siteselect.ui.theme import Theme

Kind = TypeVar("Kind")


class Display(QWidget):
    """Shows an evaluation; keeps the last one while hidden and draws it when shown.

    `selected` is emitted when a person picks sites, with the frozenset of their names; never by
    `show_selection`.
    """

    selected = Signal(object)
    wants: ClassVar[tuple[type, ...]] = ()
    """Kinds of slower conclusions that it shows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.evaluation: Evaluation | None = None
        self.names: frozenset[str] = frozenset()
        self._asleep_with_news = False
        self._concluded: dict[type, object] = {}

    def display(self, evaluation: Evaluation) -> None:
        """Show this evaluation, at once when visible."""
        self.evaluation = evaluation
        if self.isVisible():
            self.draw(evaluation)
        else:
            self._asleep_with_news = True

    def display_conclusion(self, conclusion: object) -> None:
        """Show a slower conclusion of a kind that is wanted; any other is not for this display."""
        if type(conclusion) not in self.wants:
            return
        self._concluded[type(conclusion)] = conclusion
        if self.isVisible():
            self.draw_conclusion(conclusion)
        else:
            self._asleep_with_news = True

    def concluded(self, kind: type[Kind], *, stale: bool = False) -> Kind | None:
        """Return the last conclusion of a kind, `stale` or only if of the evaluation on show."""
        held = self._concluded.get(kind)
        if isinstance(held, kind) and (stale or belongs(held, self.evaluation)):
            return held
        return None

    @property
    def prices(self) -> PricesTold:
        """How prices of power are told, where the display wants to know."""
        return self.concluded(PricesTold, stale=True) or PLAIN

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

    def draw_conclusion(self, conclusion: object) -> None:
        """Bring a slower conclusion on the screen; by default as the evaluation is drawn."""
        del conclusion
        if self.evaluation is not None:
            self.draw(self.evaluation)

    def mark_selection(self, names: frozenset[str]) -> None:
        """Bring the selection on the screen; by default a repaint, which reads `self.names`."""
        del names
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme, where painting alone does not."""


def belongs(conclusion: object, evaluation: Evaluation | None) -> bool:
    """Return whether a conclusion was drawn from this very evaluation."""
    named = getattr(conclusion, "evaluations", (getattr(conclusion, "evaluation", None),))
    return evaluation is not None and any(each is evaluation for each in named)
