"""Bookmarks: views of the map under names, kept with the project and found by the search box."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.bookmark import Bookmark, Bookmarks
from siteselect.model.study import Study
from siteselect.ui.map.bounds import bounds_of, window_of
from siteselect.ui.map.map_view import MapView
from siteselect.ui.messages import Messages
from siteselect.ui.panels.search import Find, SearchBox
from siteselect.ui.session import Session


class BookmarkDesk:
    """Adds, names, removes and shows bookmarks; each change is a step that can be undone."""

    def __init__(
        self, session: Session, view: MapView, messages: Messages, window: QWidget
    ) -> None:
        self._session, self._map = session, view
        self._messages, self._window = messages, window

    @property
    def held(self) -> Bookmarks:
        """The bookmarks of the study, in their order."""
        return self._session.study.bookmarks

    def wishes(self) -> dict[str, Callable[[], object]]:
        """Return what the command of bookmarks does."""
        return {"add_bookmark": self.add}

    def offer(self, search: SearchBox) -> None:
        """Let bookmarks be found by name, as they are at the time."""
        search.offer("bookmark", self.finds)
        self._session.history.indexChanged.connect(search.ask_anew)  # ends with the box

    def finds(self) -> list[Find]:
        """Return the bookmarks for the search box."""
        told = say("bookmark")
        return [Find(each.name, told, "bookmark", partial(self.go, each)) for each in self.held]

    def add(self) -> None:
        """Ask for a name, and keep what the map shows under it."""
        if self._map.data is None:
            return
        name = self._asked(say("Bookmark this view"), self._suggested())
        if name:
            view = bounds_of(self._map, self._map.free())
            self._edit(
                lambda: self._session.study.with_bookmark(Bookmark(name, view)),
                say("Bookmark {name}", name=name),
            )

    def go(self, bookmark: Bookmark) -> None:
        """Show what a bookmark shows."""
        self._map.fit(window_of(bookmark.bounds))
        self._map.setFocus()

    def rename(self, name: str) -> None:
        """Ask for another name of a bookmark."""
        given = self._asked(say("Rename bookmark"), name)
        if not given or given == name:
            return
        if given in {each.name for each in self.held}:
            told = say("There is a bookmark called {name} already: choose another.", name=given)
            self._messages.fault(StudyError(told))
            return
        self._edit(
            lambda: self._session.study.with_bookmark_renamed(name, given),
            say("Rename bookmark {name}", name=name),
        )

    def remove(self, name: str) -> None:
        """Take a bookmark out of the study."""
        study = self._session.study.without_bookmark(name)
        self._session.edit(study, say("Remove bookmark {name}", name=name))

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of bookmarks: where to go, and below what to do with them."""
        menu = QMenu(say("Book&marks"), parent)

        def fill() -> None:
            menu.clear()
            for each in self.held:
                menu.addAction(_plain(each.name)).triggered.connect(
                    lambda _=False, one=each: self.go(one)
                )
            if not self.held:
                menu.addAction(say("No bookmark yet")).setEnabled(False)
                return
            menu.addSeparator()
            for title, act in ((say("Rename"), self.rename), (say("Remove"), self.remove)):
                part = menu.addMenu(title)
                for each in self.held:
                    part.addAction(_plain(each.name)).triggered.connect(
                        lambda _=False, act=act, name=each.name: act(name)
                    )

        menu.aboutToShow.connect(fill)
        return menu

    def _asked(self, title: str, name: str) -> str:
        given, sure = QInputDialog.getText(self._window, title, say("Name"), text=name)
        return given.strip() if sure else ""

    def _suggested(self) -> str:
        """Return the name of the greatest town in sight that is no bookmark yet, or a number."""
        taken = {each.name for each in self.held}
        data, extent = self._map.data, self._map.extent()
        if data is not None and not self._map.at_home:
            seen = extent.visible(data.places.x, data.places.y).nonzero()[0].tolist()
            towns = (data.places.rows[row].told for row in seen)  # the largest first
            found = next(towns, "")
            if found and found not in taken:
                return found
        names = (say("View {number}", number=each) for each in range(1, len(taken) + 2))
        return next(each for each in names if each not in taken)

    def _edit(self, change: Callable[[], Study], text: str) -> None:
        try:
            study = change()
        except StudyError as fault:
            self._messages.fault(fault)
        else:
            self._session.edit(study, text)


def _plain(name: str) -> str:
    return name.replace("&", "&&")
