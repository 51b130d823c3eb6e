"""A chart of a slower conclusion: a picture, and beneath it a line that says what it shows."""

from abc import abstractmethod

from PySide6.QtWidgets import QVBoxLayout, QWidget

from siteselect.language import say
from siteselect.model.evaluation import Evaluation
from siteselect.ui.charts.chart import Chart
from siteselect.ui.theme import SIZES, Theme
from siteselect.ui.widgets.elided import ElidedLabel
from siteselect.ui.widgets.tips import tip


class NotedChart(Chart):
    """Lays a picture over a note. Who inherits makes the picture and says in `tell` what is so."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        """`words` stand in the note until there is a conclusion."""
        super().__init__(theme, parent)
        self.note = ElidedLabel(words)

    @abstractmethod
    def tell(self) -> None:
        """Show the conclusion at hand; as stale when it belongs to an earlier evaluation."""

    def draw(self, evaluation: Evaluation) -> None:
        """Show what was concluded before as stale."""
        del evaluation
        self.tell()

    def mark_selection(self, names: frozenset[str]) -> None:
        """Mark what belongs to these sites."""
        del names
        self.tell()

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.note.setStyleSheet(f"color: {theme.muted}; font-size: {SIZES['small']}px;")

    def hang(self, picture: QWidget) -> None:
        """Lay the picture over the note."""
        picture.setAccessibleName(say(self.question))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(picture, 1)
        column.addWidget(self.note)

    def write(self, words: str) -> None:
        """Write the note; its whole words are in the tool tip too, where it is cut."""
        if self.note.text() != words:
            self.note.setText(words)
            self.note.setToolTip(tip(words))
