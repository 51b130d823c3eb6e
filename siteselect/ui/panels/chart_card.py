"""One chart on a card: its question, which opens a menu, its controls, a way to see it large."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say
from siteselect.ui.charts.chart import Chart
from siteselect.ui.charts.choices import Choice
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.elided import ElidedButton
from siteselect.ui.widgets.icons import icon
from siteselect.ui.widgets.tips import tip

ARROW = 22
"""Pixels beside the title: its padding, and the arrow that tells of a menu."""
NARROWEST = 200
"""A card that a hand makes narrow keeps this many pixels at least."""


class ChartCard(QFrame):
    """A place for one chart, which is made when there is something to show.

    `enlarged` is emitted with whether a hand wants the chart large.
    """

    enlarged = Signal(bool)

    def __init__(self, choice: Choice, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self.choice = choice
        self.theme = theme
        self.chart: Chart | None = None
        self.title = ElidedButton(say(choice.question), ARROW)
        self.title.setObjectName("cardTitle")
        told = say("Show another chart here, or move this one")
        self.title.setToolTip(tip(f"{say(choice.question)}\n{told}"))
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.title.setMinimumWidth(80)
        self.menu = QMenu(self)
        self.menu.setTitle(say(choice.question))
        self.title.setMenu(self.menu)
        self.alone = QToolButton()
        self.alone.setCheckable(True)
        self.alone.setToolTip(say("This chart large, or all of them"))
        self.alone.setAccessibleName(say("{question} large", question=say(choice.question)))
        self.alone.clicked.connect(self.enlarged)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(8, 6, 6, 0)
        self._head.setSpacing(8)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.alone)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(12, 0, 8, 6)
        self._room = QWidget()  # keeps the head above while there is no chart
        self._body.addWidget(self._room)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(self._head)
        whole.addLayout(self._body, 1)
        self.apply_theme(theme)

    def minimumSizeHint(self) -> QSize:
        """Return what the head needs, and no less than a chart is worth looking at."""
        asked = super().minimumSizeHint()
        return QSize(max(NARROWEST, asked.width()), asked.height())

    def fill(self) -> Chart:
        """Make the chart and put it on the card."""
        chart = self.choice.make(self.theme)
        self.chart = chart
        controls = chart.controls()
        if controls is not None:
            self._head.insertWidget(1, controls, 0, Qt.AlignmentFlag.AlignVCenter)
        self._room.hide()
        self._body.addWidget(chart)
        return chart

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = theme
        self.alone.setIcon(icon("enlarge", theme.muted, size=14))
        if self.chart is not None:
            self.chart.apply_theme(theme)
