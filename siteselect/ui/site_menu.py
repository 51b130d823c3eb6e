"""What can be done with the picked sites, in the table and on the map: pin, zoom, let go."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from siteselect.ui.session import Session

Names = frozenset[str]


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
            text = f"{'Pin' if pinned else 'Unpin'} {_told(names)}"
            self._session.edit(self._session.study.with_pin(names, pinned=pinned), text)

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu for the sites that are picked."""
        names = self._picked()
        made = QMenu(parent)
        made.addAction(_told(names)).setEnabled(False)
        words = (
            "Unpin: let the gates decide" if self._pinned(names) else "Pin: rank in spite of a gate"
        )
        made.addAction(words).triggered.connect(lambda _=False: self.pin())
        made.addAction("Zoom to").triggered.connect(lambda _=False: self._zoom_to(names))
        made.addAction("Pick none").triggered.connect(
            lambda _=False: self._session.select(frozenset())
        )
        return made

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


def _told(names: Names) -> str:
    return f"{len(names)} sites" if len(names) > 1 else next(iter(names), "No site")
