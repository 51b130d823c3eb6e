"""A noted chart whose picture is lines from place to place."""

from PySide6.QtWidgets import QWidget

from siteselect.ui.charts.noted_chart import NotedChart
from siteselect.ui.charts.rank_lines import RankLines
from siteselect.ui.theme import Theme


class RankChart(NotedChart):
    """Shows places of sites in several rankings as lines, which a click picks."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        """`words` stand in the note until there is a conclusion."""
        super().__init__(theme, words, parent)
        self.lines = RankLines(theme, self)
        self.lines.clicked.connect(self.pick)
        self.hang(self.lines)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        super().dress(theme)
        self.lines.theme = theme
        self.lines.update()
