"""What can be done with the picked sites, in the table and on the map: pin, supply, zoom."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from siteselect.language import later, say, say_count
from siteselect.model.sites import Site
from siteselect.model.supply import RouteKind
from siteselect.ui.session import Session

Names = frozenset[str]

CHEAPEST = later("Cheapest open route")
CHEAPEST_TIP = later("A contract of your own, where one was typed at the site, comes before it.")
ROUTE_TIP = later(
    "Read wherever it is known of on the day, closed or not; elsewhere as if none were chosen."
)
UNTYPED_TIP = later("Its price was not typed at the site.")


class SiteMenu:
    """Opens one menu wherever sites are shown; it speaks of the selection."""

    def __init__(self, session: Session, zoom_to: Callable[[Names], object]) -> None:
        self._session = session
        self._zoom_to = zoom_to

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

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu for the sites that are picked."""
        names = self._picked()
        made = QMenu(parent)
        made.addAction(_told(names)).setEnabled(False)
        words = (
            say("Unpin: let the gates decide")
            if self._pinned(names)
            else say("Pin: rank in spite of a gate")
        )
        made.addAction(words).triggered.connect(lambda _=False: self.pin())
        self._add_routes(made)
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
