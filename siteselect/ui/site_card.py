"""The site card: why a site stands where it does, with every value and where it came from."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.model.evaluation import Evaluation
from siteselect.ui import site_words
from siteselect.ui.grouping import grouping
from siteselect.ui.site_card_rows import CriterionRow, GateRow, put, words_label
from siteselect.ui.site_words import Figure
from siteselect.ui.theme import SIZES, SPACE, Theme
from siteselect.ui.widgets.display import Display
from siteselect.ui.widgets.tips import tip


class Tile(QFrame):
    """One figure: label, number, a note."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label, self.value, self.note = (words_label(self, wrap=False) for _ in range(3))
        self._words = ("", "", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 4, 6)
        column.setSpacing(0)
        for label in (self.label, self.value, self.note):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            column.addWidget(label)

    def show_figure(self, figure: Figure) -> None:
        """Show a figure; a note too long is told in the tool tip."""
        self._words = (figure.label, figure.value, figure.note)
        self._fit()
        self.setToolTip(tip(f"{figure.label}: {figure.value} {figure.note}"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 14
        for label, words in zip((self.label, self.value, self.note), self._words, strict=True):
            right = Qt.TextElideMode.ElideRight
            put(label, label.fontMetrics().elidedText(words, right, room))

    def text(self) -> str:
        """Return the figure as tab-separated text, uncut."""
        return "\t".join(self._words)

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.setStyleSheet(f"Tile {{ background: {theme.chip}; border-radius: 8px; }}")
        small = f"color: {theme.muted}; font-size: {SIZES['small']}px;"
        self.label.setStyleSheet(small)
        self.note.setStyleSheet(small)
        self.value.setStyleSheet(
            f"color: {theme.text}; font-size: {SIZES['title']}px; font-weight: 600;"
        )


class SiteCard(Display):
    """Shows the picked site, two picked sites side by side, or the leader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.title = words_label(self)
        self.copy_button = QToolButton(self)
        self.copy_button.setText("Copy")
        self.copy_button.setToolTip("Copy the whole card as text")
        self.copy_button.setObjectName("quiet")
        self.copy_button.clicked.connect(self._copy)
        self.tiles = [Tile(self) for _ in range(4)]
        self.sentence = words_label(self)
        self.gate_rows: list[GateRow] = []
        self.criterion_rows: list[CriterionRow] = []
        self._heads: list[QLabel] = []
        self._lay_out()
        self.dress(theme)
        self.setAccessibleName("Site card")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE[2], SPACE[1], SPACE[1], 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.copy_button)
        body = QWidget(self)
        body.setObjectName("cardBody")
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(SPACE[2], SPACE[0], SPACE[2], SPACE[2])
        self._body.setSpacing(SPACE[1])
        tiles = QHBoxLayout()
        tiles.setSpacing(SPACE[1])
        for tile in self.tiles:
            tiles.addWidget(tile, 1)
        self._body.addLayout(tiles)
        self._body.addWidget(self.sentence)
        self._gates = QVBoxLayout()
        self._gates.setSpacing(SPACE[0])
        self._body.addLayout(self._gates)
        self._criteria = QVBoxLayout()
        self._criteria.setSpacing(0)
        self._body.addLayout(self._criteria)
        self._body.addStretch(1)
        self.scroller = QScrollArea(self)
        self.scroller.setWidget(body)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addLayout(head)
        column.addWidget(self.scroller, 1)

    def draw(self, evaluation: Evaluation) -> None:
        """Show the site of the evaluation that is picked, or the first."""
        row = site_words.row_of(evaluation, self.names)
        self.scroller.setVisible(row is not None)
        if row is None:
            put(self.title, "No site yet")
            return
        held = evaluation.matrix.sites.items
        pair = frozenset(n for n in self.names if len(self.names) == 2)
        rival = site_words.rival_of(evaluation, row, pair)
        other = rival if pair and rival is not None and held[rival].name in pair else None
        title = site_words.title(evaluation, row)
        if other is not None:
            title = f"{held[row].name} against {held[other].name}"
        put(self.title, title)
        notes = site_words.four_figures(evaluation, other) if other is not None else ()
        for place, figure in enumerate(site_words.four_figures(evaluation, row)):
            beside = f"vs {notes[place].value}" if notes and place < 3 else figure.note
            self.tiles[place].show_figure(Figure(figure.label, figure.value, beside))
        put(self.sentence, site_words.sentence(evaluation, row, rival))
        self._show_gates(evaluation, row)
        self._show_criteria(evaluation, row, other)

    def mark_selection(self, names: frozenset[str]) -> None:
        """Show the site now picked."""
        del names
        if self.evaluation is not None:
            self.draw(self.evaluation)
            self.scroller.verticalScrollBar().setValue(0)

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.title.setStyleSheet(
            f"color: {theme.text}; font-size: {SIZES['title']}px; font-weight: 600;"
        )
        self.sentence.setStyleSheet(f"color: {theme.text};")
        self.scroller.setStyleSheet(
            f"QScrollArea {{ background: {theme.panel}; }}"
            f"#cardBody {{ background: {theme.panel}; }}"
        )
        for tile in self.tiles:
            tile.dress(theme)
        for row in self.criterion_rows:
            row.dress(theme)
        if self.evaluation is not None and self.isVisible():
            self.draw(self.evaluation)

    def text(self) -> str:
        """Return the whole card as text."""
        lines = [self.title.text(), self.sentence.text()]
        lines += [tile.text() for tile in self.tiles]
        lines += [f"{g.verdict.text()}\t{g.reason.text()}" for g in self.gate_rows]
        return "\n".join(lines + [row.text() for row in self.criterion_rows])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the card on Ctrl+C where no words of it are selected."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def _show_gates(self, evaluation: Evaluation, row: int) -> None:
        results = evaluation.gates[row]
        while len(self.gate_rows) < len(results):
            self.gate_rows.append(GateRow(self))
            self._gates.addWidget(self.gate_rows[-1])
        while len(self.gate_rows) > len(results):
            self.gate_rows.pop().deleteLater()
        for shown, result in zip(self.gate_rows, results, strict=True):
            shown.show_result(evaluation, result, self.theme)

    def _show_criteria(self, evaluation: Evaluation, row: int, other: int | None) -> None:
        while len(self.criterion_rows) < len(evaluation.criteria):
            self.criterion_rows.append(CriterionRow(self.theme, self))
            self._criteria.addWidget(self.criterion_rows[-1])
        while len(self.criterion_rows) > len(evaluation.criteria):
            self.criterion_rows.pop().deleteLater()
        groups = grouping(evaluation)
        for place, shown in enumerate(self.criterion_rows):
            shown.show_site(evaluation, groups, place, row, other)
