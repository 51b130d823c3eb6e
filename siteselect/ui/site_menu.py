"""What can be done with the picked sites, in the table and on the map: pin, supply, zoom."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from siteselect.language import later, say, say_count
from siteselect.model.sites import Site
from siteselect.model.supply import NO_METER, RouteKind
from siteselect.ui.copied_places import add_copies
from siteselect.ui.ring_desk import RingDesk
from siteselect.ui.session import Session

Names = frozenset[str]

CHEAPEST = later("Cheapest open route")
CHEAPEST_TIP = later("A contract of your own, where one was typed at the site, comes before it.")
ROUTE_TIP = later(
    "Read wherever it is known of on the day, closed or not; elsewhere as if none were chosen."
)
NO_METER_TITLE = later("No meter of its own")
NO_METER_TIP = later(
    "Where the law takes a fee on mining, power that no meter of the site counts bears another."
)
SAME_FEE_TIP = later("No fee that differs without a meter is known here.")
UNTYPED_TIP = later("Its price was not typed at the site.")


class SiteMenu:
    """Opens one menu wherever sites are shown; it speaks of the selection."""

    def __init__(
        self, session: Session, zoom_to: Callable[[Names], object], rings: RingDesk | None = None
    ) -> None:
        """`rings` draws about the picked sites; without it that is not offered."""
        self._session = session
        self._zoom_to = zoom_to
        self._rings = rings

    def attach(self, view: QWidget, site_under: Callable[[QPoint], str] | None = None) -> None:
        """Open the menu over `view`; `site_under` names the site at a place, which is picked."""
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(partial(self._open, view, site_under))

    def pin(self) -> None:
        """Keep the picked sites in the ranking in spite of a gate; again lets them go."""
        names = self._picked()
        if names:
            pinned = not self._pinned(names)
            told = _told(names)
            text = say("Pin {names}", names=told) if pinned else say("Unpin {names}", names=told)
            self._session.edit(self._session.study.with_pin(names, pinned=pinned), text)

    def supply(self, route: RouteKind | None) -> None:
        """Supply the picked sites by one route; None takes the cheapest open one."""
        names = self._picked()
        study = self._session.study.with_route(names, route)
        self._session.edit(study, say("Power route of {names}", names=_told(names)))

    def meter(self, *, metered: bool) -> None:
        """Count the power of the picked sites by a meter of their own, or not."""
        names = self._picked()
        study = self._session.study.with_meter(names, metered=metered)
        self._session.edit(study, say("Meter of {names}", names=_told(names)))

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu for the sites that are picked."""
        names = self._picked()
        made = QMenu(parent)
        made.setToolTipsVisible(True)
        made.addAction(_told(names)).setEnabled(False)
        words = (
            say("Unpin: let the gates decide")
            if self._pinned(names)
            else say("Pin: rank in spite of a gate")
        )
        made.addAction(words).triggered.connect(lambda _=False: self.pin())
        self._add_routes(made)
        self._add_meter(made)
        sites = [site for site in self._session.study.candidates if site.name in names]
        places = {site.name: (site.lon, site.lat) for site in sites}
        add_copies(made, places)
        if self._rings is not None:
            self._rings.add_to(made, places)
        made.addAction(say("Zoom to")).triggered.connect(lambda _=False: self._zoom_to(names))
        made.addAction(say("Pick none")).triggered.connect(
            lambda _=False: self._session.select(frozenset())
        )
        return made

    def _add_routes(self, menu: QMenu) -> None:
        """Add the ways to power; the one that all the picked sites are to take is marked."""
        names = self._picked()
        sites = [site for site in self._session.study.candidates if site.name in names]
        chosen = {site.route for site in sites}
        routes = menu.addMenu(say("Power route"))
        routes.setToolTipsVisible(True)
        group = QActionGroup(routes)
        for route in (None, *RouteKind):
            entry = routes.addAction(say(CHEAPEST) if route is None else route.label)
            entry.setCheckable(True)
            group.addAction(entry)
            entry.setChecked(chosen == {route})
            entry.setToolTip(say(CHEAPEST_TIP if route is None else ROUTE_TIP))
            if route is not None and route.typed and not any(_typed(s, route) for s in sites):
                entry.setEnabled(False)
                entry.setToolTip(say(UNTYPED_TIP))
            entry.triggered.connect(lambda _=False, route=route: self.supply(route))
            if route is None:
                routes.addSeparator()

    def _add_meter(self, menu: QMenu) -> None:
        """Add whether a meter of their own counts the power: without one the fee is another."""
        names = self._picked()
        sites = [site for site in self._session.study.candidates if site.name in names]
        bare = bool(sites) and not any(site.metered for site in sites)
        entry = menu.addAction(say(NO_METER_TITLE))
        entry.setCheckable(True)
        entry.setChecked(bare)
        entry.setToolTip(say(NO_METER_TIP))
        if not bare and not any(self._fee_of_its_own(site.country) for site in sites):
            entry.setEnabled(False)
            entry.setToolTip(say(SAME_FEE_TIP))
        entry.triggered.connect(lambda _=False: self.meter(metered=bare))

    def _fee_of_its_own(self, country: str) -> bool:
        """Return whether a land has ever had a fee for power without a meter."""
        ground = self._session.ground
        if ground is None or ground.pack is None:
            return False
        facts = ground.pack.facts
        steps = [step for code in facts.lineage(country) for step in facts.fees_of(code)]
        return any(step.case == NO_METER for step in steps)

    def _open(self, view: QWidget, site_under: Callable[[QPoint], str] | None, at: QPoint) -> None:
        name = site_under(at) if site_under is not None else ""
        if name and name not in self._session.selection:
            self._session.select(frozenset({name}))
        if not self._picked() or (site_under is not None and not name):
            return
        menu = self.menu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(view.mapToGlobal(at))

    def _picked(self) -> Names:
        known = {site.name for site in self._session.study.candidates}
        return self._session.selection & known

    def _pinned(self, names: Names) -> bool:
        """Return whether all of them are pinned."""
        sites = self._session.study.candidates
        return bool(names) and all(site.pinned for site in sites if site.name in names)


def _typed(site: Site, route: RouteKind) -> bool:
    """Return whether the user typed the price of this route at a site."""
    if route is RouteKind.OFFER:
        return site.offer is not None
    return site.own_power is not None and site.own_power.kind is route


def _told(names: Names) -> str:
    if len(names) > 1:
        return say_count("{count} site", "{count} sites", len(names))
    return next(iter(names), say("No site"))
