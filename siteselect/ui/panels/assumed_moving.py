"""Where the machines stand today, and what it costs to move them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from siteselect.language import later, say
from siteselect.model.money import Origin
from siteselect.ui.money_day import MoneyDay
from siteselect.ui.money_edits import YOURS, MoneyEdits
from siteselect.ui.panels.assumed_figures import AssumedFigures
from siteselect.ui.panels.figure_row import FigureRow
from siteselect.ui.theme import Theme

UNSAID = later("Not said: from the border on")
TYPED = later("A point of your own")


class AssumedMoving(QWidget):
    """Origin, then the figures of moving; every change is asked of the session."""

    def __init__(self, edits: MoneyEdits, theme: Theme) -> None:
        super().__init__()
        self._edits = edits
        self._origin: Origin | None = None
        self._start = (0.0, 0.0)
        self.places = QComboBox()
        self.places.setAccessibleName(say("Where the machines stand today"))
        self.places.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.places.activated.connect(self._choose)
        self.lon = FigureRow(say("Longitude"), "° E", theme, least=-180, most=180, decimals=3)
        self.lat = FigureRow(say("Latitude"), "° N", theme, least=-90, most=90, decimals=3)
        self.lon.edited.connect(lambda value, at: self._type(at, lon=value))
        self.lat.edited.connect(lambda value, at: self._type(at, lat=value))
        self.figures = AssumedFigures("Moving", edits, theme)
        head = QWidget()
        upper = QVBoxLayout(head)
        upper.setContentsMargins(22, 0, 4, 4)
        upper.setSpacing(4)
        title = QLabel(say("Machines stand today at"))
        title.setWordWrap(True)
        for each in (title, self.places, self.lon, self.lat):
            upper.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.figures)

    def show_day(self, day: MoneyDay) -> None:
        """Show what was reckoned with; no signal follows."""
        self.figures.show_day(day)
        manifest = day.pack.manifest
        home = set(manifest.lineage(manifest.origin))
        found = [
            Origin(site.name, site.lon, site.lat)
            for site in day.study.candidates
            if not site.off_map and home & set(manifest.lineage(site.country))
        ]
        self._fill(found)
        origin = self._origin = day.finance.reckoning.money.origin
        if found:
            self._start = (found[0].lon, found[0].lat)
        at = 0 if origin is None else 1 + found.index(origin) if origin in found else -1
        self.places.setCurrentIndex(self.places.count() - 1 if at < 0 else at)
        typed = at < 0
        for row in (self.lon, self.lat):
            row.setVisible(typed)
        if origin is not None:
            self.lon.show_figure(origin.lon, YOURS, chosen=False)
            self.lat.show_figure(origin.lat, YOURS, chosen=False)

    def dress(self, theme: Theme) -> None:
        """Take on other colours."""
        self.figures.dress(theme)
        self.lon.dress(theme)
        self.lat.dress(theme)

    def _fill(self, found: list[Origin]) -> None:
        held = [self.places.itemData(at) for at in range(1, self.places.count() - 1)]
        if self.places.count() and held == found:
            return
        self.places.clear()
        self.places.addItem(say(UNSAID), None)
        for each in found:
            self.places.addItem(each.name, each)
        self.places.addItem(say(TYPED), TYPED)

    def _choose(self, at: int) -> None:
        chosen = self.places.itemData(at)
        if isinstance(chosen, Origin) or chosen is None:
            self._edits.origin(chosen)
        else:
            self._type(-1)

    def _type(self, gesture: int, lon: float | None = None, lat: float | None = None) -> None:
        now = self._origin
        first, second = (now.lon, now.lat) if now is not None else self._start
        point = Origin(TYPED, first if lon is None else lon, second if lat is None else lat)
        self._edits.origin(point, gesture)
