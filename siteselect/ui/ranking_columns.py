"""The columns of the ranking as a hand arranged them: widths, order, and the share of the name."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHeaderView, QTableView

from siteselect.ui.ranking_model import Col

NARROWEST, WIDEST = 24, 400
SHARE = 0.6
"""Of what the figures leave, what the name of the site takes; the bar takes the rest."""
LEAST_SHARE = 0.25


class RankingColumns(QObject):
    """Gives each column its width; what a hand has drawn stays, the rest follows the window."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._drawn: dict[Col, int] = {}
        self._share = SHARE
        self._given: Mapping[Col, int] = {}
        self._fitting = False
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(NARROWEST)
        header.setSectionsMovable(True)
        header.sectionResized.connect(self._resized)

    def fit(self, given: Mapping[Col, int]) -> None:
        """Set all widths; `given` are those of the figures, where no hand has drawn another."""
        self._given = given
        widths = {**given, **{col: self._drawn[col] for col in given if col in self._drawn}}
        view = self._view
        shown = sum(wide for col, wide in widths.items() if not view.isColumnHidden(col))
        rest = view.viewport().width() - shown
        self._fitting = True
        for column, wide in widths.items():
            view.setColumnWidth(column, wide)
        view.setColumnWidth(Col.SITE, max(70, int(rest * self._share)))
        view.setColumnWidth(Col.BAR, max(40, rest - int(rest * self._share)))
        self._fitting = False

    def state(self) -> dict[str, object]:
        """Return what a hand has arranged, to be kept; empty while nothing was."""
        header = self._view.horizontalHeader()
        order = [Col(header.logicalIndex(place)).name.lower() for place in range(len(Col))]
        held: dict[str, object] = {}
        if order != [each.name.lower() for each in Col]:
            held["order"] = order
        if self._drawn:
            held["widths"] = {col.name.lower(): wide for col, wide in self._drawn.items()}
        if self._share != SHARE:
            held["share"] = self._share
        return held

    def restore(self, held: Mapping[str, object]) -> None:
        """Arrange the columns as they were kept; what is damaged, or missing, is as it ships."""
        names = {each.name.lower(): each for each in Col}
        widths = held.get("widths")
        self._drawn = {
            names[name]: min(max(wide, NARROWEST), WIDEST)
            for name, wide in (widths.items() if isinstance(widths, dict) else ())
            if name in names and isinstance(wide, int)
        }
        share = held.get("share")
        self._share = _held(share) if isinstance(share, float) else SHARE
        order = held.get("order")
        wanted = (
            [names[name] for name in order]
            if isinstance(order, list) and sorted(map(str, order)) == sorted(names)
            else list(Col)
        )
        header = self._view.horizontalHeader()
        for place, column in enumerate(wanted):
            header.moveSection(header.visualIndex(column), place)
        if self._given:
            self.fit(self._given)

    def _resized(self, section: int, _: int, wide: int) -> None:
        """Keep what a hand has drawn, and give the others what is left."""
        if self._fitting or section not in set(Col) or wide == 0:
            return
        column = Col(section)
        if column in self._given:
            self._drawn[column] = min(max(wide, NARROWEST), WIDEST)
        else:
            rest = self._view.viewport().width() - sum(
                self._view.columnWidth(each)
                for each in self._given
                if not self._view.isColumnHidden(each)
            )
            mine = wide / max(rest, 1)
            self._share = _held(mine if column is Col.SITE else 1.0 - mine)
        self.fit(self._given)


def _held(share: float) -> float:
    """Return a share that leaves room for both."""
    return min(max(share, LEAST_SHARE), 1.0 - LEAST_SHARE)
