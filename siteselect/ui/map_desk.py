"""What a hand on the map changes in the study: sites come, move and go, each step undoable."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QTimer
from PySide6.QtWidgets import QMenu

from siteselect.language import say, say_count
from siteselect.model.sites import Site
from siteselect.ui.copied_places import add_copies
from siteselect.ui.map.map_view import MapView
from siteselect.ui.map.map_wishes import AddSite, MoveSite, RemoveSites
from siteselect.ui.map.projection import geographic_point
from siteselect.ui.ring_desk import RingDesk
from siteselect.ui.session import Session

PACE = 120
"""Milliseconds between two steps of a pin that is dragged: each measures the sites anew."""
BY_HAND = "placed by hand on the map"


class MapDesk:
    """Hears the wishes of the map; offers its menu where no site is."""

    def __init__(
        self, session: Session, view: MapView, busy: Callable[[], bool], rings: RingDesk
    ) -> None:
        """`busy` tells whether sites are still being measured: then a drag waits its turn."""
        self._session, self._map, self._busy = session, view, busy
        self._next: MoveSite | None = None
        self._pace = QTimer(view, interval=PACE, singleShot=True)
        self._pace.timeout.connect(self._step)
        self._rings = rings
        view.wished.connect(self.hear)
        view.customContextMenuRequested.connect(self._open)

    def hear(self, wish: object) -> None:
        """Do what is wished."""
        if isinstance(wish, AddSite):
            self._add(wish)
        elif isinstance(wish, RemoveSites):
            self._remove(wish)
        elif isinstance(wish, MoveSite):
            self._next = wish
            if wish.last:
                self._move(wish)
            elif not self._pace.isActive():
                self._pace.start()

    def _add(self, wish: AddSite) -> None:
        study = self._session.study
        taken = {site.name for site in study.candidates}
        numbers = range(1, len(taken) + 2)
        names = (say("Site {number}", number=each) for each in numbers)
        name = next(each for each in names if each not in taken)
        site = Site(name, wish.jurisdiction, wish.lon, wish.lat, note=BY_HAND, source=BY_HAND)
        self._session.edit(
            replace(study, candidates=(*study.candidates, site)), say("Add {name}", name=name)
        )
        self._session.select(frozenset({name}))

    def _remove(self, wish: RemoveSites) -> None:
        study = self._session.study
        gone = sorted(wish.names & {site.name for site in study.candidates})
        kept = tuple(site for site in study.candidates if site.name not in wish.names)
        told = gone[0] if len(gone) == 1 else say_count("{count} site", "{count} sites", len(gone))
        self._session.select(frozenset())
        self._session.edit(replace(study, candidates=kept), say("Remove {name}", name=told))

    def _step(self) -> None:
        """Take the newest place of a dragged pin, once the last one has been measured."""
        if self._next is None:
            return
        if self._busy():
            self._pace.start()
            return
        self._move(self._next)

    def _move(self, wish: MoveSite) -> None:
        self._next = None
        study = self._session.study
        places = [place for place, site in enumerate(study.candidates) if site.name == wish.name]
        if not places:
            return
        site = study.candidates[places[0]]
        if (site.lon, site.lat) == (wish.lon, wish.lat):
            return
        moved = replace(
            site,
            lon=wish.lon,
            lat=wish.lat,
            country=wish.jurisdiction,
            note=BY_HAND,
            source=BY_HAND,
        )
        candidates = list(study.candidates)
        candidates[places[0]] = moved
        self._session.edit(
            replace(study, candidates=tuple(candidates)),
            say("Move {name}", name=wish.name),
            gesture=wish.gesture,
        )

    def menu(self, at: QPoint) -> QMenu:
        """Return the menu for a place of the map on which no site is."""
        made = QMenu(self._map)
        pixel = QPointF(at)
        lon, lat = geographic_point(*self._map.plane_at(pixel))
        add = made.addAction(say("Add a site here") + "\tIns")
        add.setEnabled(bool(self._map.jurisdiction_at(pixel)))
        add.triggered.connect(lambda _=False: self._map.add_at(pixel))
        tape = made.addAction(say("Measure distance and area") + "\tM")
        tape.setCheckable(True)
        tape.setChecked(self._map.tape is not None)
        tape.triggered.connect(lambda on: self._map.lay_tape(laid=on))
        add_copies(made, {"": (lon, lat)})
        self._rings.add_to(made, {"": (lon, lat)})
        return made

    def _open(self, at: QPoint) -> None:
        if not self._map.site_under(at):
            self.menu(at).popup(self._map.mapToGlobal(at))
