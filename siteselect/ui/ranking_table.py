"""The ranking: every site with its place, what earns its score, its price and what is unknown."""

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from siteselect.economics.price_unit import PLAIN, PricesTold
from siteselect.language import say
from siteselect.mcda.verdict import Conclusion
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.ui import figures
from siteselect.ui.ranking_columns import RankingColumns
from siteselect.ui.ranking_delegate import ROW_HEIGHT, Lanes, RankingDelegate
from siteselect.ui.ranking_model import Col, RankingModel
from siteselect.ui.theme import SIZES, SPACE, Theme
from siteselect.ui.verdict_line import VerdictLine
from siteselect.ui.widgets.copied_table import CopiedTable
from siteselect.ui.widgets.display import Display
from siteselect.ui.widgets.painting import face

WIDE_PRICE = 84
"""Room for prices that are told otherwise than in cents."""
FIXED = {Col.RANK: 28, Col.SCORE: 70, Col.PRICE: 62, Col.KNOWN: 54, Col.CHANGE: 36}
ROOM_FOR_KNOWN = 470
FILTER_FROM = 60
"""From so many sites on the filter is offered unasked; Ctrl+F shows it always."""


class RankingView(CopiedTable):
    """A table whose rows can be copied and whose columns share the width.

    It keeps Qt's selection, scrolling and header, and paints rows as a whole.
    """

    painted: RankingDelegate
    ground = QColor()
    price_room = FIXED[Col.PRICE]
    columns: RankingColumns | None = None
    """What a hand arranged; made when the view has its model."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight."""
        painter, port = QPainter(self.viewport()), self.viewport()
        painter.fillRect(event.rect(), self.ground)
        spans = tuple(
            (column, float(self.columnViewportPosition(column)), float(self.columnWidth(column)))
            for column in range(len(Col))
            if not self.isColumnHidden(column)
        )
        lanes = Lanes(spans, float(port.width()))
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(place) for place in range(chosen.size())]
        picked = {row for each in ranges for row in range(each.top(), each.bottom() + 1)}
        count, first = self.model().rowCount(), max(self.rowAt(event.rect().top()), 0)
        top = self.rowViewportPosition(first) if count else 0
        for row in range(first, count):
            if top > event.rect().bottom():
                break
            self.painted.paint_row(painter, top, row, lanes, picked=row in picked)
            top += ROW_HEIGHT
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give name and bar what the figures leave."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give each column its width."""
        wide = self.viewport().width()
        self.setColumnHidden(Col.KNOWN, wide < ROOM_FOR_KNOWN)
        if self.columns is not None:
            self.columns.fit({**FIXED, Col.PRICE: self.price_room})


class RankingTable(Display):
    """The ranking with its heading and the verdict; `selected` when a person picks rows."""

    wants = (Conclusion, PricesTold)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.model = RankingModel(self)
        self.view = RankingView(self)
        self._delegate = RankingDelegate(theme, self.model, self.view)
        self.view.painted = self._delegate
        self.view.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._title, self._count = QLabel(say("Ranking"), self), QLabel("", self)
        self.verdict = VerdictLine(theme, self)
        self.filter_box = QLineEdit(self)
        self._marking = False
        self._step = -1
        self._set_up_view()
        self._lay_out()
        self.dress(theme)

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(self._delegate)
        view.setAccessibleName(say("Ranking of the sites"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.setFrameShape(QTableView.Shape.NoFrame)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = view.horizontalHeader()
        self.columns = view.columns = RankingColumns(view)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort_by)
        view.selectionModel().selectionChanged.connect(self._picked)

    def _lay_out(self) -> None:
        self._title.setFont(face("title", bold=True))
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setWordWrap(True)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.filter_box.setPlaceholderText(say("Filter by name or jurisdiction"))
        self.filter_box.setAccessibleName(say("Filter the ranking"))
        self.filter_box.setClearButtonEnabled(True)
        self.filter_box.textEdited.connect(self.model.filter)
        self.filter_box.textChanged.connect(self._cleared)
        self.filter_box.hide()
        head = QHBoxLayout()
        head.setContentsMargins(SPACE[2], SPACE[1], SPACE[2], 0)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addLayout(head)
        verdict = QHBoxLayout()
        verdict.setContentsMargins(SPACE[2], 0, SPACE[2], 0)
        verdict.addWidget(self.verdict)
        column.addLayout(verdict)
        column.addWidget(self.filter_box)
        column.addWidget(self.view, 1)

    def mark(self, step: int = -1) -> None:
        """Let changes of place refer to the evaluation shown now.

        To be called as a gesture begins, with the step of undo that stands; the edits of one
        gesture share a step, which marks but once.
        """
        if step < 0 or step != self._step:
            self.model.mark()
        self._step = step

    def draw(self, evaluation: Evaluation) -> None:
        """Show an evaluation; the selection stays with its sites."""
        bar = self.view.verticalScrollBar()
        place = bar.value()
        self._marking = True
        self._tell_prices()
        self.model.show(evaluation)
        self._marking = False
        bar.setValue(place)
        words = _count_words(evaluation)
        if self._count.text() != words:
            self._count.setText(words)
        if len(evaluation.matrix.sites) >= FILTER_FROM and not self.filter_box.isVisible():
            self.filter_box.show()
        self.mark_selection(self.names)
        self._show_verdict()

    def draw_conclusion(self, conclusion: object) -> None:
        """Show how firm the first place is, and prices as they are told now."""
        if isinstance(conclusion, PricesTold):
            self._tell_prices()
        self._show_verdict()

    def _tell_prices(self) -> None:
        if self.prices is not self.model.told:
            self.model.tell_prices(self.prices)
            self.view.price_room = FIXED[Col.PRICE] if self.prices == PLAIN else WIDE_PRICE
            self.view.fit()

    def _show_verdict(self) -> None:
        stale = self.concluded(Conclusion) is None
        self.verdict.show_verdict(self.concluded(Conclusion, stale=True), stale=stale)

    def mark_selection(self, names: frozenset[str]) -> None:
        """Select the rows at which these sites stand, and bring a lone one into view."""
        rows = self.model.table_rows(names)
        chosen = self.view.selectionModel()
        if rows == sorted(index.row() for index in chosen.selectedRows()):
            return
        wanted = QItemSelection()
        for row in rows:
            wanted.select(self.model.index(row, 0), self.model.index(row, len(Col) - 1))
        self._marking = True
        chosen.select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if len(rows) == 1:
            here = self.model.index(rows[0], 0)
            chosen.setCurrentIndex(here, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.view.scrollTo(here)
        self._marking = False

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self._delegate.theme = theme
        self.view.ground = QColor(theme.panel)
        self.verdict.theme = theme
        self.verdict.update()
        self._title.setStyleSheet(f"color: {theme.text};")
        self._count.setStyleSheet(f"color: {theme.muted}; font-size: {SIZES['small']}px;")
        self.view.setStyleSheet(
            f"QTableView {{ background: {theme.panel}; border: 0; outline: 0; }}"
            f"QHeaderView {{ background: {theme.panel}; }}"
            f"QHeaderView::section {{ background: {theme.panel}; color: {theme.muted}; border: 0;"
            f" border-bottom: 1px solid {theme.line}; padding: 4px 6px 4px 2px;"
            f" font-size: {SIZES['small']}px; font-weight: 600; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the filter on Ctrl+F, hide and clear it on Escape."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.filter_box.show()
            self.filter_box.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.filter_box.isVisible():
            self.filter_box.clear()
            self.filter_box.hide()
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    def _cleared(self, text: str) -> None:
        if not text:
            self.model.filter("")
            self.mark_selection(self.names)

    def _sort_by(self, section: int) -> None:
        """Sort by a column; a third click on it gives the order of the evaluation again."""
        header = self.view.horizontalHeader()
        first = Qt.SortOrder.AscendingOrder
        if section in {Col.BAR, Col.SCORE, Col.KNOWN, Col.CHANGE}:
            first = Qt.SortOrder.DescendingOrder
        second = Qt.SortOrder(1 - first.value)
        current = self.model.sorted_by
        if current is None or current[0] != section:
            wanted: tuple[int, Qt.SortOrder] = (section, first)
        elif current[1] == (first == Qt.SortOrder.DescendingOrder):
            wanted = (section, second)
        else:
            wanted = (-1, first)
        header.setSortIndicatorShown(wanted[0] >= 0)
        if wanted[0] >= 0:
            header.setSortIndicator(*wanted)
        self._marking = True
        self.model.sort(*wanted)
        self._marking = False
        self.mark_selection(self.names)

    def _picked(self) -> None:
        if self._marking:
            return
        rows = self.view.selectionModel().selectedRows()
        names = (self.model.name(index.row()) for index in rows)
        self.choose(frozenset(name for name in names if name is not None))


def _count_words(evaluation: Evaluation) -> str:
    """Return how many sites pass, and for how many the price is known."""
    count = len(evaluation.matrix.sites)
    passing = count - evaluation.verdicts.count(Verdict.FAIL)
    passing -= evaluation.verdicts.count(Verdict.UNKNOWN)
    words = say("{passing} of {count} sites pass the gates", passing=passing, count=count)
    if any(info.key == figures.PRICE for info in evaluation.matrix.infos):
        prices = evaluation.matrix.column(figures.PRICE).value
        words += say(
            "\nprice known for {int} of {count} places",
            int=int(np.isfinite(prices).sum()),
            count=count,
        )
    return words
