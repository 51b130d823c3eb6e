"""The site card: why a site stands where it does, with every value and where it came from."""

import time
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.economics.price_unit import PricesTold
from siteselect.language import say
from siteselect.mcda.robustness import Robustness
from siteselect.model.evaluation import Evaluation
from siteselect.ui import firm_words, site_words
from siteselect.ui.site_card_answers import ANSWERED, Answers
from siteselect.ui.site_card_criteria import CriterionRows
from siteselect.ui.site_card_rows import CriterionRow, GateRow
from siteselect.ui.site_card_tile import Tile
from siteselect.ui.site_words import Figure
from siteselect.ui.theme import SIZES, SPACE, Theme
from siteselect.ui.widgets.display import Display
from siteselect.ui.widgets.words import Words

SLOW_S = 0.12
"""What stands beneath the figures follows a hand no faster than this: words want a layout."""


class SiteCard(Display):
    """Shows the picked site, two picked sites side by side, or the leader."""

    wants = (Robustness, PricesTold, *ANSWERED)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.title = Words(self)
        self.copy_button = QToolButton(self)
        self.copy_button.setText(say("Copy"))
        self.copy_button.setToolTip(say("Copy the whole card as text"))
        self.copy_button.setObjectName("quiet")
        self.copy_button.clicked.connect(self._copy)
        self.tiles = [Tile(theme, self) for _ in range(4)]
        self.sentence = Words(self)
        self.origin = Words(self)
        self.answers = Answers(self)
        self._told_at = 0.0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(round(1000 * SLOW_S))
        self._later.timeout.connect(self._tell)
        self.gate_rows: list[GateRow] = []
        self._lay_out()
        self.dress(theme)
        self.setAccessibleName(say("Site card"))

    @property
    def criterion_rows(self) -> list[CriterionRow]:
        """The rows of the criteria, in their order."""
        return self._criteria.rows

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
        self._body.addWidget(self.answers)
        self._gates = QVBoxLayout()
        self._gates.setSpacing(SPACE[0])
        self._body.addLayout(self._gates)
        self.scroller = QScrollArea(self)
        self._criteria = CriterionRows(self.theme, self.scroller)
        self._body.addWidget(self._criteria)
        self._body.addWidget(self.origin)
        self._body.addStretch(1)
        self.scroller.setAccessibleName(say("Site card"))
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
        """Show the site of the evaluation that is picked, or the first; the figures at once."""
        row = site_words.row_of(evaluation, self.names)
        if self.scroller.isHidden() is (row is not None):
            self.scroller.setVisible(row is not None)
        if row is None:
            self.title.put(say("No site yet"))
            return
        other = self._other(evaluation, row)
        self._show_figures(evaluation, row, other)
        if time.monotonic() - self._told_at > SLOW_S:
            self._tell()
        elif not self._later.isActive():
            self._later.start()

    def draw_conclusion(self, conclusion: object) -> None:
        """Show what has been concluded."""
        del conclusion
        if self.evaluation is not None:
            self.draw(self.evaluation)

    def mark_selection(self, names: frozenset[str]) -> None:
        """Show the site now picked."""
        del names
        if self.evaluation is not None:
            self._told_at = 0.0
            self.draw(self.evaluation)
            self.scroller.verticalScrollBar().setValue(0)

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.title.setStyleSheet(
            f"color: {theme.text}; font-size: {SIZES['title']}px; font-weight: 600;"
        )
        self.sentence.setStyleSheet(f"color: {theme.text};")
        self.origin.setStyleSheet(f"color: {theme.muted}; font-size: {SIZES['small']}px;")
        self.scroller.setStyleSheet(
            f"QScrollArea {{ background: {theme.panel}; }}"
            f"#cardBody {{ background: {theme.panel}; }}"
        )
        for tile in self.tiles:
            tile.theme = theme
            tile.update()
        self._criteria.dress(theme)
        if self.evaluation is not None and self.isVisible():
            self._told_at = 0.0
            self.draw(self.evaluation)

    def text(self) -> str:
        """Return the whole card as text."""
        self._criteria.tell_all()
        lines = [self.title.text(), self.sentence.text()]
        lines += [tile.text() for tile in self.tiles]
        lines += self.answers.text()
        lines += [f"{g.verdict.text()}\t{g.reason.text()}" for g in self.gate_rows]
        lines += [row.text() for row in self.criterion_rows]
        lines += [self.origin.text()] if self.origin.text() else []
        return "\n".join(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the card on Ctrl+C where no words of it are selected."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def _other(self, evaluation: Evaluation, row: int) -> int | None:
        """Return the row of the second of two picked sites."""
        pair = self.names if len(self.names) == 2 else frozenset()
        rival = site_words.rival_of(evaluation, row, pair)
        items = evaluation.matrix.sites.items
        return rival if pair and rival is not None and items[rival].name in pair else None

    def _show_figures(self, evaluation: Evaluation, row: int, other: int | None) -> None:
        held = evaluation.matrix.sites.items
        title = site_words.title(evaluation, row)
        if other is not None:
            title = say("Why {name} over {other}", name=held[row].name, other=held[other].name)
        self.title.put(title)
        robustness = self.concluded(Robustness)
        sure = firm_words.first_in(row, robustness)
        notes: tuple[Figure, ...] = ()
        if other is not None:
            besides = firm_words.first_in(other, robustness)
            same = PricesTold(self.prices.of(held[row].country))  # two in one money
            notes = site_words.four_figures(evaluation, other, besides, same)
        shown = site_words.four_figures(evaluation, row, sure, self.prices)
        for place, figure in enumerate(shown):
            versus = notes[place].value if notes and place < 3 else ""
            self.tiles[place].show_figure(
                replace(figure, note=say("vs {value}", value=versus)) if versus else figure
            )

    def _tell(self) -> None:
        """Bring all beneath the figures up to date."""
        self._later.stop()
        self._told_at = time.monotonic()
        evaluation = self.evaluation
        row = site_words.row_of(evaluation, self.names) if evaluation is not None else None
        if evaluation is None or row is None:
            return
        other = self._other(evaluation, row)
        rival = site_words.rival_of(
            evaluation, row, self.names if other is not None else frozenset()
        )
        self.sentence.put(site_words.sentence(evaluation, row, rival))
        self.origin.put(site_words.origin(evaluation, row))
        self.origin.setVisible(bool(self.origin.text()))
        names = evaluation.matrix.sites.names
        if other is None:
            self.answers.speak_of(row, self)
        else:
            self.answers.speak_of_two(names[row], names[other], self)
        self._show_gates(evaluation, row)
        self._criteria.show_site(evaluation, row, other)

    def _show_gates(self, evaluation: Evaluation, row: int) -> None:
        results = evaluation.gates[row]
        while len(self.gate_rows) < len(results):
            self.gate_rows.append(GateRow(self))
            self._gates.addWidget(self.gate_rows[-1])
        while len(self.gate_rows) > len(results):
            self.gate_rows.pop().deleteLater()
        for shown, result in zip(self.gate_rows, results, strict=True):
            shown.show_result(evaluation, result, self.theme)
