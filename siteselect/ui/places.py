"""The five places of the window: where they lie, how large they are, which are hidden."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from siteselect.ui.panels.chart_row import ChartRow
from siteselect.ui.resizing import Resizing
from siteselect.ui.settings import Settings

_WIDTHS = (300, 604, 376)
_HEIGHTS = (540, 182)
_LARGE = (30, 70)
"""Of the upper part and the charts, while one of these is large."""
_SIDE = (300, 212)


class Places(QSplitter):
    """Criteria left, map centre with the time line at its foot, ranking and card right, charts."""

    def __init__(
        self,
        criteria: QWidget,
        map_view: QWidget,
        timeline: QWidget,
        ranking: QWidget,
        card: QWidget,
        charts: ChartRow,
    ) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.parts: Mapping[str, QWidget] = {
            "criteria": criteria,
            "ranking": ranking,
            "card": card,
            "timeline": timeline,
            "charts": charts,
        }
        self._charts = charts
        self._before_large: list[int] = []
        self._resizing = Resizing(self._heavy, lambda: charts.theme.panel, self)
        charts.enlarged.connect(self._give_room)
        for part in (ranking, card):
            part.setObjectName("panel")
            part.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            part.setMinimumSize(280, 120)  # given, so that growing words move no border
        centre = QWidget()
        centre.setMinimumSize(360, 300)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(map_view, 1)
        column.addWidget(timeline)
        self._side = QSplitter(Qt.Orientation.Vertical)
        self._side.addWidget(ranking)
        self._side.addWidget(card)
        self._upper = QSplitter(Qt.Orientation.Horizontal)
        for part in (criteria, centre, self._side):
            self._upper.addWidget(part)
        self.addWidget(self._upper)
        self.addWidget(charts)
        for splitter in (self, self._side, self._upper):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        for place, share in enumerate((2, 8, 3)):
            self._upper.setStretchFactor(place, share)
        for place, share in enumerate((3, 1)):
            self.setStretchFactor(place, share)

    def restore(self, settings: Settings) -> None:
        """Take sizes and hidden places as they were left, or the default ones."""
        self._charts.restore(settings.charts)
        kept = {"body": self, "upper": self._upper, "side": self._side}
        sizes = {"body": _HEIGHTS, "upper": _WIDTHS, "side": _SIDE}
        for name, splitter in kept.items():
            state = settings.place(name)
            if state is None or not splitter.restoreState(state):
                splitter.setSizes(sizes[name])  # shares of what there is
            splitter.setHandleWidth(1)
        for name in self.parts:
            self.show_place(name, name not in settings.hidden)

    def keep(self, settings: Settings) -> None:
        """Store sizes and hidden places."""
        if self._before_large:
            self.setSizes(self._before_large)
        settings.keep_place("body", self.saveState())
        settings.keep_place("upper", self._upper.saveState())
        settings.keep_place("side", self._side.saveState())
        settings.charts = self._charts.state()
        settings.hidden = frozenset(name for name in self.parts if not self.shows(name))

    def shows(self, name: str) -> bool:
        """Return whether a place is not hidden by its own switch."""
        return not self.parts[name].isHidden()

    def show_place(self, name: str, shown: bool) -> None:
        """Show or hide one place; the side column leaves when both of its places are hidden."""
        self.parts[name].setVisible(shown)
        self._side.setVisible(self.shows("ranking") or self.shows("card"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window; while a hand draws it, the panels are painted by turns."""
        self._resizing.step(event.oldSize(), event.size())
        super().resizeEvent(event)

    def _heavy(self) -> list[QWidget]:
        """Return what in sight is slow to paint."""
        parts = [self.parts[name] for name in ("criteria", "ranking", "card")]
        return [each for each in (*self._charts.cards, *parts) if each.isVisible()]

    def _give_room(self, large: bool) -> None:
        """Give the charts most of the height while one of them is large."""
        if large:
            self._before_large = self.sizes()
            self.setSizes([part * 1000 for part in _LARGE])
        elif self._before_large:
            self.setSizes(self._before_large)
            self._before_large = []
