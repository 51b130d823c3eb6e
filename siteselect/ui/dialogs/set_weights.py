"""Set weights by judgement: ways to be told them, the ranking that they would give beside."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from siteselect.errors import StudyError
from siteselect.language import later, say
from siteselect.model.evaluation import Evaluation
from siteselect.model.scenario import Scenario
from siteselect.ui.dialogs.weigh_order import OrderPage
from siteselect.ui.dialogs.weigh_pairs import PairsPage
from siteselect.ui.dialogs.weigh_people import PeoplePage
from siteselect.ui.dialogs.weigh_swing import SwingPage
from siteselect.ui.dialogs.weigh_trade import TradePage
from siteselect.ui.dialogs.weight_page import WeightPage
from siteselect.ui.figures import DASH, percent, points
from siteselect.ui.preview import RankChange, preview, rank_changes, share_rows, weighed
from siteselect.ui.widgets.plain_table import PlainTable
from siteselect.ui.widgets.tips import tip

PAGES: tuple[type[WeightPage], ...] = (OrderPage, SwingPage, PairsPage, TradePage, PeoplePage)
STEPS = {
    "order": later("Weights by order"),
    "swing": later("Weights by swings"),
    "pairs": later("Weights by pairs"),
    "trade": later("Weights by trade-offs"),
    "people": later("Weights of several people"),
}
_SHARES = (later("Criterion"), later("Now"), later("New"), later("Entropy"), "CRITIC", later("Std"))
_SITES = (later("Rank"), later("Site"), later("Score"), later("Now"))
ADVISERS = later(
    "Entropy, CRITIC and standard deviation look at the data alone: they "
    "tell which criteria part the sites, not which matter. They never "
    "take your weights' place."
)


class SetWeightsDialog(QDialog):
    """Asks for weights; `weighed` gives a scenario with them, once it is accepted."""

    def __init__(
        self, evaluation: Evaluation, page: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setWindowTitle(say("Set weights"))
        self.resize(1120, 660)
        self._evaluation = evaluation
        self._shares: dict[str, float] = {}
        self.pages = {kind.key: kind(evaluation) for kind in PAGES}
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(say("Way to set weights"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._stack = QStackedWidget()
        for each in self.pages.values():
            self.tabs.addTab(say(each.title))
            self._stack.addWidget(each)
            each.changed.connect(self._look)
        self.shares = PlainTable(say("Shares now, as judged, and as advised"))
        self.ranking = PlainTable(say("The ranking that these weights give"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.apply = QPushButton(say("Apply"))
        self.apply.setObjectName("primary")
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)
        self.apply.clicked.connect(self.accept)
        self.tabs.setCurrentIndex([*self.pages].index(page) if page in self.pages else 0)
        self._look()

    @property
    def page(self) -> WeightPage:
        """The way at work."""
        return [*self.pages.values()][self.tabs.currentIndex()]

    @property
    def step(self) -> str:
        """What the undo menu calls it."""
        return STEPS[self.page.key]

    def weighed(self, scenario: Scenario) -> Scenario:
        """Return `scenario` with the weights that were judged."""
        return weighed(scenario, self._shares)

    def _lay_out(self) -> None:
        heading = QLabel(say("Set weights by judgement"))
        heading.setObjectName("title")
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(heading)
        head.addWidget(self.tabs, 1)
        right = QVBoxLayout()
        right.setSpacing(6)
        weights = QLabel(say("Weights, with the advisers beside them"))
        weights.setObjectName("subtitle")
        weights.setToolTip(tip(say(ADVISERS)))
        advisers = QLabel(say(ADVISERS))
        advisers.setObjectName("muted")
        advisers.setWordWrap(True)
        ranking = QLabel(say("The ranking that they give"))
        ranking.setObjectName("subtitle")
        right.addWidget(weights)
        right.addWidget(self.shares, 3)
        right.addWidget(advisers)
        right.addWidget(ranking)
        right.addWidget(self.ranking, 2)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._stack, 5)
        middle.addLayout(right, 4)
        cancel = QPushButton(say("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.told, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addLayout(middle, 1)
        layout.addLayout(buttons)

    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._look()

    def _look(self) -> None:
        """Show what the page at work says, and what would follow."""
        try:
            self._shares = self.page.shares()
            fault = ""
        except StudyError as error:
            self._shares, fault = {}, str(error)
        after = preview(self._evaluation, self._shares) if self._shares else None
        self.apply.setEnabled(after is not None)
        self._show_shares()
        self._show_ranking(after)
        if after is None:
            self.told.setText(fault or say("With these weights nothing can be ranked."))
        else:
            self.told.setText(_sentence(self._evaluation, after))

    def _show_shares(self) -> None:
        rows = [
            (
                row.title,
                *map(percent, (row.own, row.judged, row.entropy, row.critic, row.deviation)),
            )
            for row in share_rows(self._evaluation, self._shares)
        ]
        self.shares.show_rows(_SHARES, rows, bold=2)

    def _show_ranking(self, after: Evaluation | None) -> None:
        rows = [
            (str(row.after), row.name, points(row.score), _before(row))
            for row in rank_changes(self._evaluation, after or self._evaluation)
        ]
        self.ranking.show_rows(_SITES, rows, words=(1,), wide=1)


def _before(row: RankChange) -> str:
    """Return the rank as it is, and how far the site would move."""
    if not row.before:
        return DASH
    moved = row.before - row.after
    sign = f"  ▲ {moved}" if moved > 0 else f"  ▼ {-moved}" if moved < 0 else ""
    return f"{row.before}{sign}"


def _sentence(before: Evaluation, after: Evaluation) -> str:
    if before.leader == after.leader:
        return (
            say("{leader} stays first.", leader=after.leader)
            if after.leader
            else say("No site has a rank.")
        )
    return say(
        "{leader} would be first instead of {before}.",
        leader=after.leader,
        before=before.leader,
    )
