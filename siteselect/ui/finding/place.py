"""The Find place: demands at the left, the scored region in the middle, places at the right."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from siteselect.economics.price_unit import PricesTold
from siteselect.language import say, say_name
from siteselect.model.evaluation import Evaluation
from siteselect.ui.finding.finder import Finder, Search
from siteselect.ui.finding.found import Found, Looking, NothingFound, Suggested
from siteselect.ui.finding.panel import WIDE, FindPanel
from siteselect.ui.finding.shortlist_view import ShortlistView
from siteselect.ui.finding.surface_view import SurfaceView
from siteselect.ui.ground import Ground
from siteselect.ui.map.map_data import MapData
from siteselect.ui.panels.criteria import CriteriaPanel
from siteselect.ui.panels.defaults import Defaults
from siteselect.ui.session import Session
from siteselect.ui.tasks import Tasks
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.segments import Segments
from siteselect.ui.widgets.waiting import Waiting


class FindPlace(QWidget):
    """Wires panel, map and list to the finder."""

    def __init__(
        self,
        session: Session,
        brush: Tasks,
        finder: Finder,
        theme: Theme,
        defaults: Defaults | None = None,
    ) -> None:
        super().__init__()
        self._session, self.finder = session, finder
        self.panel = FindPanel(session, theme, finder.search)
        self.criteria = CriteriaPanel(session, theme, defaults)
        self.map = SurfaceView(theme, brush)
        self.list = ShortlistView(theme)
        self.waiting = Waiting(say("Measuring the region…"), self.map)
        self.switch = Segments((say("Places"), say("Weights")), theme)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.panel)
        self._pages.addWidget(self.criteria)
        self._pages.setFixedWidth(WIDE)
        self._lay_out()
        self._wire()
        for value in (session.ground, finder.found, finder.suggested):
            self.conclude(value)
        if session.evaluation is not None:
            self.display(session.evaluation)

    def _lay_out(self) -> None:
        left = QWidget()
        left.setObjectName("panel")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self.switch)
        column.addLayout(row)
        column.addWidget(self._pages, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(left)
        whole.addWidget(self.map, 1)
        whole.addWidget(self.list)

    def _wire(self) -> None:
        session, finder, panel = self._session, self.finder, self.panel
        session.changed.connect(self.display)
        session.concluded.connect(self.conclude)
        panel.asked.connect(self._ask)
        panel.added.connect(finder.add)
        panel.stopped.connect(finder.stop)
        panel.resumed.connect(finder.again)
        self.switch.edited.connect(self._pages.setCurrentIndex)
        self.list.picked.connect(lambda row: self.map.mark_place(row, near=True))
        self.map.place_picked.connect(self.list.mark)

    @property
    def settled(self) -> bool:
        """Whether everything has been measured, scored and drawn."""
        found = self.finder.found
        whole = found is not None and found.region.grid.cell_km == self.finder.search.cell_km
        return whole and self.finder.settled and self.map.drawn

    # values come down

    def show_data(self, data: MapData) -> None:
        """Show the map of a pack."""
        self.map.show_data(data)

    def display(self, evaluation: Evaluation) -> None:
        """Show the scenario at work."""
        self.panel.show_scenario(evaluation.scenario)
        self.criteria.display(evaluation)

    def conclude(self, value: object) -> None:
        """Show what was found, or how far the search is."""
        if isinstance(value, Found):
            self.waiting.ended()
            self.panel.show_found(value)
            self.map.show_found(value)
        elif isinstance(value, Suggested):
            self.panel.show_suggested(value)
            self.list.show_suggested(value)
            self.map.show_places(value)
            self.map.fit_span()
        elif isinstance(value, Looking):
            self.panel.show_looking(value)
        elif isinstance(value, NothingFound):
            self._show_nothing(value)
        elif isinstance(value, Ground):
            lands = value.pack.manifest.jurisdictions
            titles = {code: say_name(each.title) for code, each in lands.items()}
            self.list.name_countries(titles)
        elif isinstance(value, PricesTold):
            self.list.tell_prices(value)
        self.criteria.conclude(value)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        for each in (self.switch, self.panel, self.criteria, self.map, self.list):
            each.apply_theme(theme)

    def _show_nothing(self, nothing: NothingFound) -> None:
        self.panel.show_nothing(nothing)
        if not nothing.again:
            self.map.clear()
            self.waiting.tell(nothing.why)

    # wishes go up

    def _ask(self, search: object) -> None:
        if isinstance(search, Search):
            self.map.show_above(search.above)
            self.finder.ask(search)
            if self.finder.found is not None:
                self.panel.show_found(self.finder.found)
