"""The answers of the site card: how sure it is, what would change it, what to find out next."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from siteselect.language import later, say
from siteselect.mcda.comparison import Comparison
from siteselect.mcda.dominance import Dominance
from siteselect.mcda.finding_out import Questions
from siteselect.mcda.flips import ValueFlips
from siteselect.mcda.sensitivity import WeightStability
from siteselect.mcda.verdict import Conclusion
from siteselect.ui import firm_words
from siteselect.ui.theme import SIZES, Theme
from siteselect.ui.widgets.display import Display
from siteselect.ui.widgets.words import Words

HOW_SURE = later("How sure is the first place?")
DETHRONE = later("What would change it?")
TURN = later("What would turn them round?")
NEXT = later("What to find out next?")
ANSWERED = (Comparison, Conclusion, Dominance, Questions, ValueFlips, WeightStability)
"""Kinds of conclusions that the answers are made of."""


class Answer(QWidget):
    """A question as a small heading, and its answer; gone while there is none."""

    def __init__(self, question: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = Words(self, wrap=False)
        self.answer = Words(self)
        self.question.setText(question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.question)
        column.addWidget(self.answer)
        self.hide()

    def show_answer(self, question: str, answer: str, theme: Theme, *, stale: bool) -> None:
        """Answer a question; a stale answer is pale."""
        self.question.put(question)
        self.answer.put(answer)
        ink = theme.muted if stale else theme.text
        dress(self.question, f"color: {theme.muted}; font-size: {SIZES['small']}px;", bold=True)
        dress(self.answer, f"color: {ink};")
        if self.isHidden() is bool(answer):
            self.setVisible(bool(answer))

    def text(self) -> str:
        """Return question and answer as one line of text; empty where there is no answer."""
        return f"{self.question.text()}\t{self.answer.text()}" if self.answer.text() else ""


class Answers(QWidget):
    """Up to three answers beneath each other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sure, self.change, self.next = (
            Answer(say(question), self) for question in (HOW_SURE, DETHRONE, NEXT)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self.sure, self.change, self.next):
            column.addWidget(each)

    def text(self) -> list[str]:
        """Return a line for each answer that is given."""
        told = [each.text() for each in (self.sure, self.change, self.next)]
        return [line for line in told if line]

    def speak_of(self, row: int, card: Display) -> None:
        """Answer for one site with what the card was told."""
        theme = card.theme
        verdict = card.concluded(Conclusion, stale=True)
        words = firm_words.sureness(verdict, card.concluded(Dominance), row)
        fresh = card.concluded(Conclusion) is not None
        self.sure.show_answer(say(HOW_SURE), words, theme, stale=not fresh)
        stability, values = (
            card.concluded(WeightStability, stale=True),
            card.concluded(ValueFlips, stale=True),
        )
        words = firm_words.dethroning(stability, values)
        fresh = card.concluded(ValueFlips) is not None
        self.change.show_answer(say(DETHRONE), words, theme, stale=not fresh)
        words = firm_words.asking(card.concluded(Questions, stale=True))
        fresh = card.concluded(Questions) is not None
        self.next.show_answer(say(NEXT), words, theme, stale=not fresh)

    def speak_of_two(self, one: str, other: str, card: Display) -> None:
        """Answer what would turn two sites round, once they have been compared."""
        held = card.concluded(Comparison, stale=True)
        told = held is not None and {held.site, held.other} == {one, other}
        words = firm_words.turning(held) if held is not None and told else ""
        fresh = card.concluded(Comparison) is not None
        self.change.show_answer(say(TURN), words, card.theme, stale=not fresh)
        for each in (self.sure, self.next):
            each.show_answer(each.question.text(), "", card.theme, stale=True)


def dress(label: QLabel, style: str, *, bold: bool = False) -> None:
    """Set a style only where it is another one: polishing is dear."""
    whole = f"{style} font-weight: 600;" if bold else style
    if label.styleSheet() != whole:
        label.setStyleSheet(whole)
