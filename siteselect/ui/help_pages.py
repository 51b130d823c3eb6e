"""The pages under Help that the window fills itself: keys, and where the data come from."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from siteselect.ui.session import Session


class HelpPages:
    """Opens a page over its parent; nothing of it is built before somebody asks."""

    def __init__(
        self, session: Session, actions: Callable[[], Iterable[QAction]], parent: QWidget
    ) -> None:
        self._session = session
        self._actions = actions
        self._parent = parent

    def show_manual(self, topic: str) -> None:
        """Open the manual at the page that tells of a place of the window."""
        from siteselect.ui.manual import open_manual

        open_manual(topic, self._actions(), self._parent)

    def show_keys(self) -> None:
        """Tell every action that has a key."""
        from siteselect.ui.dialogs.about import AboutDialog, keys_page

        AboutDialog("Keys", keys_page(self._actions()), self._parent).open()

    def show_sources(self) -> None:
        """Tell the sources of the region at hand, and how much of it they cover."""
        from siteselect.packs.coverage import capacity_coverage
        from siteselect.ui.dialogs.about import (
            AboutDialog,
            coverage_table,
            fonts_page,
            sources_page,
        )

        ground = self._session.ground
        if ground is not None:
            table = coverage_table(capacity_coverage(ground.pack))
            page = table + sources_page(ground.pack.manifest) + fonts_page()
            AboutDialog("Sources of the data", page, self._parent).open()
