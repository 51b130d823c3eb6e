"""Facts and their conflicts, opened from the menu and from the time line."""

from PySide6.QtWidgets import QWidget

from siteselect.language import say_name
from siteselect.model.event import Conflict
from siteselect.ui.session import Session


class LawDesk:
    """Opens the dialogs on facts; they are imported when first asked for."""

    def __init__(self, session: Session, window: QWidget) -> None:
        self._session, self._window = session, window
        self.dialog: QWidget | None = None

    def show_facts(self) -> None:
        """Open the facts of the day beside the window, or bring them to the front."""
        if self._session.ground is None:
            return
        if self.dialog is None:
            from siteselect.ui.dialogs.facts import FactsDialog

            self.dialog = FactsDialog(self._session, self._window)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def show_conflicts(self, conflicts: object) -> None:
        """Tell which facts of the day do not agree."""
        ground = self._session.ground
        if ground is None or ground.pack is None:
            return
        from siteselect.ui.dialogs.conflicts import ConflictsDialog

        held = conflicts if isinstance(conflicts, tuple) else ()
        found = [each for each in held if isinstance(each, Conflict)]
        known = ground.pack.manifest.jurisdictions
        lands = {code: say_name(land.title) for code, land in known.items()}
        day = self._session.study.context.as_of
        dialog = ConflictsDialog(found, day, lands, self._window)
        dialog.facts_wanted.connect(self.show_facts)
        dialog.open()
