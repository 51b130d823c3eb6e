"""The pages under Help that the window fills itself: keys, and where the data come from."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from siteselect.language import say
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings


class HelpPages:
    """Opens a page over its parent; nothing of it is built before somebody asks."""

    def __init__(
        self,
        session: Session,
        actions: Mapping[str, QAction],
        settings: Settings,
        parent: QWidget,
    ) -> None:
        """`actions` is filled later, and read when somebody asks."""
        self._session = session
        self._actions = actions
        self._settings = settings
        self._parent = parent

    def show_manual(self, topic: str) -> None:
        """Open the manual at the page that tells of a place of the window."""
        from siteselect.ui.manual import open_manual

        open_manual(topic, self._actions.values(), self._parent)

    def show_keys(self) -> None:
        """Tell every command with its keys, and let them be changed."""
        from siteselect.ui.actions import shortcuts_of
        from siteselect.ui.dialogs.keys import KeysDialog

        KeysDialog(shortcuts_of(self._actions, self._settings), self._parent).open()

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
            AboutDialog(say("Sources of the data"), page, self._parent).open()
