"""What each place would earn: a table of figures with intervals, sorted, picked and copied."""

from enum import IntEnum
from math import inf, isnan

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QVBoxLayout, QWidget

from siteselect.economics.estimate import Estimate
from siteselect.economics.price_unit import PLAIN, PricesTold, PriceUnit
from siteselect.language import later, say, say_name
from siteselect.ui.charts.money_chart import MoneyChart
from siteselect.ui.money_day import MoneyDay
from siteselect.ui.money_words import COLUMNS, NEVER, UNLAWFUL, cell, estimate_of, missing
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.copied_table import CopiedTable
from siteselect.ui.widgets.painting import face
from siteselect.ui.widgets.tips import tip

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
ROW_HEIGHT = 26
FITTED = 40
"""So many rows are asked how wide a column must be."""
SITE = 0
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Tier(IntEnum):
    """Known before never, never before unknown, whatever the order."""

    KNOWN = 0
    NEVER = 1
    NONE = 2


class MoneyModel(QAbstractTableModel):
    """One row a site; those without the figure stand last, whichever way it is sorted."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.day: MoneyDay | None = None
        self.told: PricesTold = PLAIN
        self.rows: list[int] = []
        """The row of the reckoning at each row of the table."""
        self._found: tuple[Estimate, ...] = ()
        self._sorted = (1 + [each.key for each in COLUMNS].index("npv"), True)

    def show(self, day: MoneyDay, told: PricesTold = PLAIN) -> None:
        """Take another reckoning, or other units for its prices."""
        self.beginResetModel()
        self.day, self.told = day, told
        self._found = tuple(estimate_of(day.finance, each.key) for each in COLUMNS)
        self.rows = self._order()
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of sites."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of figures, and one for the name."""
        return 0 if parent.isValid() else 1 + len(COLUMNS)

    def name(self, row: int) -> str:
        """Return the site at a row of the table."""
        return self.day.names[self.rows[row]] if self.day is not None else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, reason, side and colour of a cell."""
        if not index.isValid() or self.day is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return say_name(self.name(index.row())) if column == SITE else self._words(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._told(index))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if column == SITE else RIGHT
        if role == Qt.ItemDataRole.FontRole and column == SITE:
            return face(bold=True)
        if role == Qt.ItemDataRole.ForegroundRole and column != SITE:
            return self._colour(index)
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return title and meaning of a column."""
        if way != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return say("Site") if section == SITE else COLUMNS[section - 1].heading(self.told)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(
                say("Site") if section == SITE else COLUMNS[section - 1].explained(self.told)
            )
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if section == SITE else RIGHT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; sites without the figure stay last."""
        self._sorted = (column, order == Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        self.rows = self._order()
        self.layoutChanged.emit()

    def _words(self, index: Index) -> str:
        at = index.column() - 1
        row = self.rows[index.row()]
        unit = self._unit(row)
        words = cell(COLUMNS[at], self._found[at], row, unit)
        known = COLUMNS[at].is_price and unit.known and not isnan(self._found[at].value[row])
        return f"{words} {unit.currency}" if self.told.local and known else words

    def _unit(self, row: int) -> PriceUnit:
        sites = self.day.finance.sites.items if self.day is not None else ()
        return self.told.of(sites[row].country) if sites else self.told.whole

    def _told(self, index: Index) -> str:
        row = self.rows[index.row()]
        if index.column() == SITE:
            site = self.day.finance.sites.items[row] if self.day is not None else None
            if site is None:
                return ""
            place = f"{say_name(self.name(index.row()))}, {site.country}"
            return say("{place}, off the map", place=place) if site.off_map else place
        at = index.column() - 1
        why = self._found[at].why[row]
        unit = self._unit(row)
        lost = unit.note if COLUMNS[at].is_price and not unit.known else ""
        return why or lost or f"{COLUMNS[at].explained(self.told)}: {self._words(index)}"

    def _colour(self, index: Index) -> QColor:
        at, row = index.column() - 1, self.rows[index.row()]
        value = float(self._found[at].value[row])
        if isnan(value):
            lost = missing(self._found[at].why[row]) == UNLAWFUL
            return QColor(self.theme.warn if lost else self.theme.muted)
        bad = value == inf or (COLUMNS[at].sign and value < 0)
        return QColor(self.theme.warn if bad else self.theme.text)

    def _order(self) -> list[int]:
        if self.day is None:
            return []
        column, falling = self._sorted
        if column == SITE:
            names = self.day.names
            return sorted(range(len(names)), key=lambda row: names[row].casefold(),
                          reverse=falling)  # fmt: skip
        values = self._found[column - 1].value

        def key(row: int) -> tuple[_Tier, float]:
            value = float(values[row])
            if isnan(value):
                return _Tier.NONE, 0.0
            if value == inf:
                return _Tier.NEVER, 0.0
            return _Tier.KNOWN, -value if falling else value

        return sorted(range(len(values)), key=key)


class MoneyTable(MoneyChart):
    """The table on its card; `selected` when a person picks rows."""

    key = "money_table"
    question = later("What would each place earn?")
    wants = (MoneyDay, PricesTold)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.model = MoneyModel(theme, self)
        self.view = CopiedTable(self)
        self._marking = False
        self._set_up()
        self.dress(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def refresh(self) -> None:
        """Show the figures of the day; the pick stays with its sites."""
        day = self.day
        if day is not None and (day is not self.model.day or self.prices != self.model.told):
            place = self.view.verticalScrollBar().value()
            self._marking = True
            self.model.show(day, self.prices)
            self._marking = False
            self.view.verticalScrollBar().setValue(place)
            self._fit()
        self.mark_selection(self.names)

    def mark_selection(self, names: frozenset[str]) -> None:
        """Select the rows of these sites and bring a lone one into view."""
        rows = [row for row in range(self.model.rowCount()) if self.model.name(row) in names]
        wanted = QItemSelection()
        for row in rows:
            last = self.model.index(row, self.model.columnCount() - 1)
            wanted.select(self.model.index(row, 0), last)
        self._marking = True
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().select(wanted, flags)
        if len(rows) == 1:
            self.view.scrollTo(self.model.index(rows[0], 0))
        self._marking = False

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.model.theme = theme
        self.view.setStyleSheet(
            f"QTableView::item {{ padding: 0 4px; border-bottom: 1px solid {theme.line}; }}"
            "QTableView::item:selected { background: palette(alternate-base); }"
            "QHeaderView::section { padding: 3px 4px; }"
        )

    def _set_up(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setAccessibleName(say(self.question))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(FITTED)
        view.setSortingEnabled(True)
        header.setSortIndicator(
            1 + [each.key for each in COLUMNS].index("npv"), Qt.SortOrder.DescendingOrder
        )
        view.selectionModel().selectionChanged.connect(self._picked)

    def _fit(self) -> None:
        """Give each column what its words need, once there are some."""
        self.view.resizeColumnsToContents()
        self.view.setColumnWidth(SITE, min(self.view.columnWidth(SITE), 126))

    def _picked(self) -> None:
        if not self._marking:
            rows = self.view.selectionModel().selectedRows()
            self.choose(frozenset(self.model.name(index.row()) for index in rows))


__all__ = ["NEVER", "MoneyModel", "MoneyTable"]
