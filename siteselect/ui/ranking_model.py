"""The ranking as a table model: one evaluation, and one array of rows in their order."""

from enum import IntEnum

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from siteselect.economics.price_unit import PLAIN, PricesTold, PriceUnit
from siteselect.language import later, say, say_name
from siteselect.model.arrays import Floats, Ints
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.ui import figures
from siteselect.ui.grouping import Grouping, grouping
from siteselect.ui.price_words import amount, heading
from siteselect.ui.ranking_order import HEADINGS, alphabetical, arranged
from siteselect.ui.ranking_words import price_text, price_words, score_words, standing_words
from siteselect.ui.rows import rows_by_name, rows_of
from siteselect.ui.widgets.tips import tip

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Col(IntEnum):
    """Columns from left to right."""

    RANK = 0
    SITE = 1
    BAR = 2
    SCORE = 3
    PRICE = 4
    KNOWN = 5
    CHANGE = 6


TITLES = {
    Col.RANK: "#",
    Col.SITE: later("Site"),
    Col.BAR: later("Earned by"),
    Col.SCORE: later("Score"),
    Col.PRICE: heading(PLAIN),
    Col.KNOWN: later("Known"),
    Col.CHANGE: "Δ",
}
ABOUT = {
    Col.RANK: later("Place; a struck circle fails a gate"),
    Col.SITE: later("Site and jurisdiction"),
    Col.BAR: later("What earns the score, by group; hatched: what unknown values could still add"),
    Col.SCORE: later("Score, 0 to 100"),
    Col.PRICE: later("All-in price of power"),
    Col.KNOWN: later("Share of the weight whose values are known"),
    Col.CHANGE: later("Change of place since the step before"),
}


LINE_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
SITE_FLAGS = LINE_FLAGS | Qt.ItemFlag.ItemIsSelectable


class RankingModel(QAbstractTableModel):
    """Sites in the order of an evaluation, or sorted and filtered, headings between the tiers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.evaluation: Evaluation | None = None
        self.rows: Ints = np.empty(0, dtype=np.intp)
        """Row of the evaluation at each row of the table; below 0 it is a heading."""
        self.sums: Floats = np.empty((0, 0))
        """What each group earns each site."""
        self.groups: Grouping | None = None
        self.prices: Column | None = None
        self.told: PricesTold = PLAIN
        self._before: Evaluation | None = None
        self.sorted_by: tuple[Col, bool] | None = None
        """The column that orders each tier, and whether it falls; None: as evaluated."""
        self._wanted = ""

    def show(self, evaluation: Evaluation) -> None:
        """Replace the evaluation; the view repaints what is visible and asks nothing else."""
        held = any(info.key == figures.PRICE for info in evaluation.matrix.infos)
        prices = evaluation.matrix.column(figures.PRICE) if held else None
        self._before = self._before or evaluation
        self._put(evaluation, prices, self._arranged(evaluation, prices))

    def tell_prices(self, told: PricesTold) -> None:
        """Tell prices in other units from now on."""
        if told is not self.told:
            self.told = told
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Col.PRICE, Col.PRICE)
            if self.rows.size:
                self._tell()

    def mark(self) -> None:
        """Take the evaluation shown now as the one that changes of place refer to."""
        if self.evaluation is not None and self.evaluation is not self._before:
            self._before = self.evaluation
            if self.rows.size:
                self._tell()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort each tier by a column; -1 gives the order of the evaluation again."""
        down = order == Qt.SortOrder.DescendingOrder
        self.sorted_by = (Col(column), down) if column >= 0 else None
        self._again()

    def filter(self, text: str) -> None:
        """Keep the sites whose name or jurisdiction holds `text`."""
        self._wanted = text.strip().casefold()
        self._again()

    def table_rows(self, names: frozenset[str]) -> list[int]:
        """Return the rows of the table at which these sites stand now."""
        if self.evaluation is None or not names:
            return []
        wanted = list(rows_of(self.evaluation, names))
        return [int(row) for row in np.flatnonzero(np.isin(self.rows, wanted))]

    def name(self, row: int) -> str | None:
        """Return the name of the site at a row of the table, None for a heading."""
        site = int(self.rows[row])
        return (
            self.evaluation.matrix.sites.items[site].name if self.evaluation and site >= 0 else None
        )

    def change(self, site: int) -> int:
        """Return by how many places a site rose since the mark; 0 where it had or has no place."""
        return self._change(self.evaluation, site) if self.evaluation is not None else 0

    def _change(self, evaluation: Evaluation, site: int) -> int:
        if self._before is None:
            return 0
        place = int(evaluation.ranks[site])
        if self._before.matrix.sites is evaluation.matrix.sites:
            former = int(self._before.ranks[site])
        else:
            name = evaluation.matrix.sites.items[site].name
            row = rows_by_name(self._before.matrix.sites).get(name)
            former = int(self._before.ranks[row]) if row is not None else 0
        return former - place if place and former else 0

    # -- what Qt asks -------------------------------------------------------------------------

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of sites and headings."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Col)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that headings cannot be picked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return LINE_FLAGS if self.rows[index.row()] < 0 else SITE_FLAGS

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return titles of the columns, and what they mean."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Col):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(Col(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section <= Col.BAR else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return tip(say(ABOUT[Col(section)])) if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text for display, for a tool tip and for a screen reader."""
        if not index.isValid() or self.evaluation is None:
            return None
        site, column = int(self.rows[index.row()]), Col(index.column())
        if site < 0:
            words = say(HEADINGS[site]) if column is Col.SITE else ""
            spoken = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
            return words if spoken else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(site, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.explain(site, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.title(column)}: {self.text(site, column)}"
        return None

    # -- words --------------------------------------------------------------------------------

    def text(self, site: int, column: Col) -> str:
        """Return what one cell says, for the row `site` of the evaluation."""
        evaluation = self.evaluation
        if evaluation is None:
            return ""
        item = evaluation.matrix.sites.items[site]
        if column is Col.RANK:
            place = int(evaluation.ranks[site])
            return str(place) if place else _no_place(evaluation.verdicts[site])
        if column is Col.SITE:
            name = say_name(item.name)
            return f"{name}, {item.country}" if item.country else name
        if column is Col.BAR:
            return self._bar_text(site)
        if column is Col.SCORE:
            return figures.points(float(evaluation.scores[site]))
        if column is Col.PRICE:
            return self.price(site)
        if column is Col.KNOWN:
            return figures.percent(float(evaluation.coverage[site]))
        risen = self.change(site)
        return f"▲{risen}" if risen > 0 else f"▼{-risen}" if risen < 0 else "·"

    def price(self, site: int) -> str:
        """Return the price of a site, a dash where it is unknown."""
        unit = self._unit(site)
        if not self.told.local or self.prices is None or not unit.known:
            return price_text(self.prices, site, unit)
        value = float(self.prices.value[site])
        return f"{amount(unit, value)} {unit.currency}" if np.isfinite(value) else figures.DASH

    def title(self, column: Col) -> str:
        """Return what stands over a column."""
        return heading(self.told) if column is Col.PRICE else say(TITLES[column])

    def _unit(self, site: int) -> PriceUnit:
        if self.evaluation is None:
            return self.told.whole
        return self.told.of(self.evaluation.matrix.sites.items[site].country)

    def price_provenance(self, site: int) -> Provenance | None:
        """Return where the price of a site came from, or why it is unknown."""
        return self.prices.provenance[site] if self.prices is not None else None

    def explain(self, site: int, column: Col) -> str:
        """Return the reasons behind one cell, in several lines."""
        evaluation = self.evaluation
        if evaluation is None:
            return ""
        if column is Col.PRICE:
            return price_words(self.prices, site, self._unit(site))
        if column in {Col.SCORE, Col.KNOWN}:
            return score_words(evaluation, site)
        if column is Col.BAR and evaluation.verdicts[site] is not Verdict.FAIL:
            return self._bar_text(site).replace("; ", "\n")
        if column is Col.CHANGE:
            return say(ABOUT[Col.CHANGE])
        return standing_words(evaluation, site)

    def _bar_text(self, site: int) -> str:
        if self.groups is None:
            return ""
        pairs = zip(self.groups.names, self.sums[site], strict=True)
        return "; ".join(f"{say(name)} {figures.points(float(part))}" for name, part in pairs)

    # -- order --------------------------------------------------------------------------------

    def _again(self) -> None:
        if self.evaluation is not None:
            rows = self._arranged(self.evaluation, self.prices)
            self._put(self.evaluation, self.prices, rows)

    def _arranged(self, evaluation: Evaluation, prices: Column | None) -> Ints:
        if self.sorted_by is None:
            return arranged(evaluation, wanted=self._wanted)
        column, falling = self.sorted_by
        return arranged(
            evaluation,
            wanted=self._wanted,
            keys=lambda rows: self._keys(evaluation, prices, rows, column),
            falling=falling,
        )

    def _keys(
        self, evaluation: Evaluation, prices: Column | None, rows: Ints, column: Col
    ) -> Floats:
        if column is Col.SITE:
            return alphabetical(tuple(evaluation.matrix.sites.items[row].name for row in rows))
        if column is Col.PRICE and prices is not None:
            return prices.value[rows]
        if column is Col.KNOWN:
            return evaluation.coverage[rows]
        if column is Col.CHANGE:
            return np.array([self._change(evaluation, int(row)) for row in rows], dtype=np.float64)
        if column in {Col.BAR, Col.SCORE}:
            return evaluation.scores[rows]
        return np.arange(len(rows), dtype=np.float64)

    def _put(self, evaluation: Evaluation, prices: Column | None, rows: Ints) -> None:
        """Take a new state as one: a repaint, or a reset where the number of rows is another."""
        another = len(rows) != len(self.rows)
        if another:
            self.beginResetModel()
        self.evaluation, self.prices, self.rows = evaluation, prices, rows
        self.groups = grouping(evaluation)
        self.sums = self.groups.sums(evaluation.contributions)
        if another:
            self.endResetModel()
        else:
            self._tell()

    def _tell(self) -> None:
        if len(self.rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(Col) - 1))


def _no_place(verdict: Verdict) -> str:
    return say("fails") if verdict is Verdict.FAIL else figures.DASH
