"""The door to the Find place: it and what it needs are made when it is first wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from siteselect.ui.panels.defaults import Defaults
from siteselect.ui.session import Session
from siteselect.ui.tasks import Tasks
from siteselect.ui.theme import Theme

if TYPE_CHECKING:
    from siteselect.ui.finding.place import FindPlace
    from siteselect.ui.finding.surface_file import SurfaceFile
    from siteselect.ui.map.map_data import MapData

FIND = "find"


class FindDoor:
    """Holds the place once it is made, and hands on themes and map data."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        brush: Tasks,
        theme: Theme,
        failed: Callable[[Exception], None],
    ) -> None:
        """`tasks` measures and judges, `brush` paints the map."""
        self._session, self._tasks, self._brush = session, tasks, brush
        self._theme, self._failed = theme, failed
        self._data: MapData | None = None
        self.made: FindPlace | None = None
        self.cell_km: float | None = None
        """The side of a cell to begin with, where not the usual one is meant."""

    def place(self) -> "FindPlace":
        """Return the Find place."""
        if self.made is None:
            from siteselect.ui.finding.finder import Finder, Search
            from siteselect.ui.finding.place import FindPlace

            finder = Finder(self._session, self._tasks, self._failed)
            if self.cell_km is not None:
                finder.search = Search(cell_km=self.cell_km)
            self.made = FindPlace(self._session, self._brush, finder, self._theme, Defaults())
            if self._data is not None:
                self.made.show_data(self._data)
        return self.made

    def surface(self) -> "SurfaceFile | None":
        """Return what the surface is written from; None before any was found."""
        return self.made.finder.file() if self.made is not None else None

    def turned(self, name: str) -> None:
        """Search while the place is in sight, rest while it is not."""
        if self.made is not None:
            self.made.finder.wake(awake=name == FIND)

    def show_data(self, data: "MapData") -> None:
        """Hand on what the map shows."""
        self._data = data
        if self.made is not None:
            self.made.show_data(data)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        if self.made is not None:
            self.made.apply_theme(theme)
