"""The charts beside each other, each on a card whose title is the question that it answers."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.ui.charts.chart import Chart
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.icons import icon

LEAST = (220, 130)
"""Pixels below which a card is not made smaller."""


class ChartCard(QFrame):
    """One chart with its question, its controls, and a way to see it alone."""

    def __init__(self, chart: Chart, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self.chart = chart
        self.setMinimumSize(*LEAST)  # given, so that words that grow in a chart move no card
        title = QLabel(chart.question)
        title.setObjectName("subtitle")
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        title.setMinimumWidth(80)
        self.alone = QToolButton()
        self.alone.setCheckable(True)
        self.alone.setToolTip("This chart alone, or all of them")
        self.alone.setAccessibleName(f"{chart.question} alone")
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 6, 0)
        head.setSpacing(8)
        head.addWidget(title, 1)
        controls = chart.controls()
        if controls is not None:
            head.addWidget(controls)
        head.addWidget(self.alone)
        body = QVBoxLayout()
        body.setContentsMargins(12, 0, 8, 8)
        body.addWidget(chart)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(head)
        whole.addLayout(body, 1)
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.alone.setIcon(icon("enlarge", theme.muted, size=14))
        self.chart.apply_theme(theme)


class ChartRow(QWidget):
    """Cards in a row whose widths a hand can change."""

    def __init__(self, charts: Iterable[Chart], theme: Theme) -> None:
        super().__init__()
        self.cards = [ChartCard(chart, theme) for chart in charts]
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("gaps")
        self._splitter.setHandleWidth(10)
        self._splitter.setChildrenCollapsible(False)
        for card in self.cards:
            self._splitter.addWidget(card)
            card.alone.clicked.connect(lambda on, card=card: self._show_alone(card if on else None))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.addWidget(self._splitter)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        for card in self.cards:
            card.apply_theme(theme)

    def widths(self) -> QByteArray:
        """Return the widths as they can be stored."""
        return self._splitter.saveState()

    def take_widths(self, state: QByteArray | None) -> None:
        """Take stored widths; None makes all cards equal."""
        if state is None or not self._splitter.restoreState(state):
            self._splitter.setSizes([1000] * len(self.cards))

    def _show_alone(self, chosen: ChartCard | None) -> None:
        for card in self.cards:
            card.alone.setChecked(card is chosen)
            card.setVisible(chosen is None or card is chosen)
