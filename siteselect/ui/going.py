"""Going somewhere on the map by name: the finds of the search box, and the flights they cause."""

from functools import partial

from siteselect.model.evaluation import Evaluation
from siteselect.ui.finds import place_finds, point_find, site_finds
from siteselect.ui.ground import Ground
from siteselect.ui.map.map_view import MapView
from siteselect.ui.map.projection import scene_point
from siteselect.ui.panels.search import SearchBox
from siteselect.ui.session import Session

AROUND = 120_000.0
"""Metres of the plane shown on each side of a place that was searched for."""


class Going:
    """Offers sites and places to the search box; shows on the map what was chosen there."""

    def __init__(self, session: Session, map_view: MapView, search: SearchBox) -> None:
        self._session = session
        self._map = map_view
        self._search = search
        search.read(partial(point_find, go=self.to_point))

    def offer_places(self, ground: Ground) -> None:
        """Let the places of a region be found."""
        self._search.offer("place", partial(place_finds, ground, self.to_point))

    def offer_sites(self, evaluation: Evaluation) -> None:
        """Let the sites at hand be found."""
        self._search.offer("site", partial(site_finds, evaluation, self.to_site))

    def to_site(self, name: str) -> None:
        """Select one site and show it."""
        self._session.select(frozenset({name}))
        self._map.zoom_to(frozenset({name}))

    def to_point(self, lon: float, lat: float) -> None:
        """Show the surroundings of a point, given in degrees."""
        x, y = scene_point(lon, lat)
        self._map.fit((x - AROUND, y - AROUND, x + AROUND, y + AROUND), 40)
