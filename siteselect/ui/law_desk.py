"""Facts and their conflicts, opened from the menu and from the time line."""

from html import escape

from PySide6.QtWidgets import QWidget

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
        from siteselect.ui.dialogs.about import AboutDialog

        held = conflicts if isinstance(conflicts, tuple) else ()
        page = conflicts_page([each for each in held if isinstance(each, Conflict)])
        AboutDialog("Facts that do not agree", page, self._window).open()


def conflicts_page(conflicts: list[Conflict]) -> str:
    """Return the conflicts as a page; the row that leads stands first in each."""
    if not conflicts:
        return "<p>The facts of this day agree.</p>"
    parts = [
        f"<p><b>{escape(each.jurisdiction)}: {escape(each.subject)}</b><br>"
        f"{escape(each.text).replace('; ', ';<br>')}<br>"
        f"<i>rows {escape(', '.join(each.rows))}; the first one leads</i></p>"
        for each in conflicts
    ]
    return "<p>All are shown; a price that they make is an interval.</p>" + "".join(parts)
