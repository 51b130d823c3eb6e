"""The criteria of the site card: those in sight follow at once, the others when the hand rests."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from siteselect.model.evaluation import Evaluation
from siteselect.ui.grouping import grouping
from siteselect.ui.site_card_rows import CriterionRow
from siteselect.ui.theme import Theme

REST_MS = 150
"""A hand that asks for nothing this long rests."""
TURN_MS = 12
AT_ONCE = 3
"""So many rows out of sight are told in one turn of the loop."""
BEYOND = 80
"""Pixels beyond the edges that count as in sight: a little scrolling finds all told."""


class CriterionRows(QWidget):
    """A row for each criterion of one site; words want a layout, so none is told in vain."""

    def __init__(self, theme: Theme, scroller: QScrollArea) -> None:
        super().__init__()
        self.rows: list[CriterionRow] = []
        self._theme = theme
        self._scroller = scroller
        self._told: tuple[Evaluation, int, int | None] | None = None
        self._owed: set[int] = set()
        """Places of the rows that do not show yet what they should."""
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._tell_some)
        scroller.verticalScrollBar().valueChanged.connect(self._tell_in_sight)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def settled(self) -> bool:
        """Whether every row shows what it should."""
        return not self._owed

    def show_site(self, evaluation: Evaluation, row: int, other: int | None) -> None:
        """Show how every criterion judges a site, beside another one."""
        while len(self.rows) < len(evaluation.criteria):
            self.rows.append(CriterionRow(self._theme, self))
            self._column.addWidget(self.rows[-1])
        while len(self.rows) > len(evaluation.criteria):
            self.rows.pop().deleteLater()
        self._told = (evaluation, row, other)
        self._owed = set(range(len(self.rows)))
        self._tell_in_sight()

    def tell_all(self) -> None:
        """Bring every row up to date."""
        self._tell(sorted(self._owed))

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self._theme = theme
        for row in self.rows:
            row.dress(theme)

    def _tell_in_sight(self) -> None:
        port = self._scroller.viewport()
        if self._owed:
            self._tell([place for place in sorted(self._owed) if _near(self.rows[place], port)])
        if self._owed:
            self._rest.start(REST_MS)

    def _tell_some(self) -> None:
        self._tell(sorted(self._owed)[:AT_ONCE])
        if self._owed:
            self._rest.start(TURN_MS)

    def _tell(self, places: list[int]) -> None:
        if self._told is None:
            return
        evaluation, row, other = self._told
        groups = grouping(evaluation)
        for place in places:
            self.rows[place].show_site(evaluation, groups, place, row, other)
        self._owed.difference_update(places)


def _near(row: CriterionRow, port: QWidget) -> bool:
    """Return whether a row lies in sight, or nobody knows yet where it lies."""
    if not row.isVisible() or not port.isAncestorOf(row):
        return True
    top = row.mapTo(port, QPoint(0, 0)).y()
    return top < port.height() + BEYOND and top + row.height() > -BEYOND
