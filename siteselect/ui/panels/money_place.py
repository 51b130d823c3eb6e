"""The Money place: what is assumed at the left, what follows from it at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say
from siteselect.model.evaluation import Evaluation
from siteselect.ui.charts.cash_flow import CashFlowChart
from siteselect.ui.charts.money_chart import MoneyChart
from siteselect.ui.charts.money_tornado import MoneyTornadoChart
from siteselect.ui.charts.rank_over_time import RankOverTimeChart
from siteselect.ui.charts.route_prices import RoutePricesChart
from siteselect.ui.money_day import MoneyDay, SiteMoney
from siteselect.ui.money_table import MoneyTable
from siteselect.ui.panels.assumptions import AssumptionsPanel
from siteselect.ui.panels.timeline import Timeline
from siteselect.ui.session import Session
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.elided import ElidedLabel
from siteselect.ui.widgets.icons import icon

LEAST = (240, 120)
"""Pixels below which a card is not made smaller."""
GAP = 10
LOW = 860
"""Below so many pixels of height two cards share one place."""


class MoneyCard(QFrame):
    """One chart under its question, and a way to see it alone."""

    def __init__(self, chart: MoneyChart, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setMinimumSize(*LEAST)  # given, so that words that grow in a chart move no card
        self.chart = chart
        title = ElidedLabel(say(chart.question))
        title.setObjectName("subtitle")
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.turn = QToolButton()
        self.turn.setObjectName("quiet")
        self.turn.hide()
        self.alone = QToolButton()
        self.alone.setCheckable(True)
        self.alone.setToolTip(say("This chart alone, or all of them"))
        self.alone.setAccessibleName(say("{chart} alone", chart=say(chart.question)))
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 6, 0)
        head.setSpacing(8)
        head.addWidget(title, 1)
        controls = chart.controls()
        if controls is not None:
            head.addWidget(controls)
        head.addWidget(self.turn)
        head.addWidget(self.alone)
        body = QVBoxLayout()
        body.setContentsMargins(12, 0, 8, 8)
        body.addWidget(chart)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(head)
        whole.addLayout(body, 1)
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.alone.setIcon(icon("enlarge", theme.muted, size=14))
        self.chart.apply_theme(theme)


class MoneyPlace(QWidget):
    """Shows evaluations and what was reckoned; asks the session for edits, selects in it."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.assumptions = AssumptionsPanel(session, theme)
        self.timeline = Timeline(session, theme)
        self.prices = RoutePricesChart(theme)
        self.table = MoneyTable(theme)
        self.ranks = RankOverTimeChart(theme)
        self.cash = CashFlowChart(theme)
        self.tornado = MoneyTornadoChart(theme)
        self.displays: tuple[MoneyChart, ...] = (
            self.prices, self.table, self.ranks, self.cash, self.tornado,
        )  # fmt: skip
        self.cards = [MoneyCard(chart, theme) for chart in self.displays]
        for card in self.cards:
            card.alone.clicked.connect(lambda on, card=card: self._show_alone(card if on else None))
        self._alone: MoneyCard | None = None
        self._turned = False
        self._lay_out()
        for display in self.displays:
            session.changed.connect(display.display)
            session.concluded.connect(display.display_conclusion)
            session.selected.connect(display.show_selection)
            display.selected.connect(session.select)
            display.show_selection(session.selection)
            if session.evaluation is not None:
                display.display(session.evaluation)
        session.changed.connect(self._display)
        session.concluded.connect(self.conclude)
        if session.evaluation is not None:
            self._display(session.evaluation)
        if session.ground is not None:
            self.conclude(session.ground)

    def conclude(self, value: object) -> None:
        """Hand on what was reckoned, and what held on the day."""
        if isinstance(value, MoneyDay):
            self.assumptions.show_day(value)
        elif isinstance(value, SiteMoney):
            self.assumptions.show_site(value)
        self.timeline.conclude(value)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.assumptions.apply_theme(theme)
        self.timeline.apply_theme(theme)
        for card in self.cards:
            card.apply_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is low, cash and what moves it share a card."""
        super().resizeEvent(event)
        self._arrange()

    def _display(self, evaluation: Evaluation) -> None:
        self.timeline.display(evaluation)

    def _lay_out(self) -> None:
        prices, table, ranks, cash, tornado = self.cards
        self._columns = (_column(prices, table), _column(ranks, cash, tornado))
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setObjectName("gaps")
        across.setHandleWidth(GAP)
        across.setChildrenCollapsible(False)
        for column, share in zip(self._columns, (4, 3), strict=True):
            across.addWidget(column)
            across.setStretchFactor(across.count() - 1, share)
        across.setSizes([540, 400])
        self.right = right = QWidget()
        layout = QVBoxLayout(right)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(across, 1)
        for card, other in ((cash, tornado), (tornado, cash)):
            card.turn.setText(say(other.chart.question))
            card.turn.clicked.connect(self._turn)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.assumptions)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(right, 1)
        beside.addWidget(self.timeline)
        whole.addLayout(beside, 1)

    def _show_alone(self, chosen: MoneyCard | None) -> None:
        self._alone = chosen
        self._arrange()

    def _turn(self) -> None:
        self._turned = not self._turned
        self._arrange()

    def _arrange(self) -> None:
        """Show the cards that are wanted and fit."""
        chosen, low = self._alone, self.height() < LOW
        cash, tornado = self.cards[3:]
        behind = (cash if self._turned else tornado) if low and chosen is None else None
        for card in self.cards:
            card.alone.setChecked(card is chosen)
            card.setVisible(card is chosen if chosen is not None else card is not behind)
            card.turn.setVisible(behind is not None and card in {cash, tornado})
        for column in self._columns:
            column.setVisible(chosen is None or column.isAncestorOf(chosen))


def _column(*cards: MoneyCard) -> QSplitter:
    column = QSplitter(Qt.Orientation.Vertical)
    column.setObjectName("gaps")
    column.setHandleWidth(GAP)
    column.setChildrenCollapsible(False)
    for card in cards:
        column.addWidget(card)
    column.setSizes([round(1000 * card.chart.share) for card in cards])
    return column
