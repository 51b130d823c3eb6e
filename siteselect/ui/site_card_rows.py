"""The rows of the site card: a gate with its reason, a criterion with value, points and source."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from siteselect.language import say
from siteselect.model.badge import badge_words, part_words
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import GateResult, Verdict
from siteselect.ui import figures
from siteselect.ui.grouping import Grouping, title_of
from siteselect.ui.theme import SIZES, Theme
from siteselect.ui.widgets.painting import (
    RIGHT,
    face,
    faded,
    paint_open_end,
    paint_whisker,
    write,
)
from siteselect.ui.widgets.tips import tip
from siteselect.ui.widgets.words import Words

SIGNS = {
    Verdict.PASS: "●",
    Verdict.CONDITIONAL: "◐",
    Verdict.UNKNOWN: "○",
    Verdict.FAIL: "⊘",
}
BAR_HEIGHT = 8.0
POINTS_ROOM = 96.0


@dataclass(frozen=True, slots=True)
class Judged:
    """How one criterion judges a site: value and its ends in [0, 1], share of the weight."""

    value: float
    low: float
    high: float
    share: float
    points: float


class ValueBar(QWidget):
    """A bar of 0 to 1 with its interval; beneath it, thinner, that of a second site."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._colour = QColor(theme.accent)
        self._judged: Judged | None = None
        self._other: Judged | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for one line of figures."""
        return QSize(120, 18)

    def show_judged(self, judged: Judged, other: Judged | None, colour: str) -> None:
        """Show how one criterion judges the site, and the other site."""
        self._judged, self._other, self._colour = judged, other, QColor(colour)
        self.setAccessibleName(self.text())
        self.update()

    def text(self) -> str:
        """Return what the figures beside the bar say."""
        if self._judged is None:
            return ""
        if self._judged.share <= 0:
            return say("does not count")
        told = figures.points(self._judged.points), figures.points(self._judged.share)
        words = say("{part} of {whole}", part=told[0], whole=told[1])
        if self._other is not None:
            words = figures.points(self._judged.points - self._other.points, sign=True)
        return words

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, value, interval; a hatch where nothing is known."""
        del event
        if self._judged is None:
            return
        painter = QPainter(self)
        wide = self.width() - POINTS_ROOM
        middle = self.height() / 2
        top = middle - BAR_HEIGHT / 2 - (2.0 if self._other is not None else 0.0)
        self._bar(painter, QRectF(0, top, wide, BAR_HEIGHT), self._judged, 1.0)
        if self._other is not None:
            self._bar(painter, QRectF(0, top + BAR_HEIGHT + 1, wide, 4), self._other, 0.45)
        room = QRectF(wide, 0, POINTS_ROOM, self.height())
        write(painter, room, self.text(), face("small"), self.theme.muted, RIGHT)
        painter.end()

    def _bar(self, painter: QPainter, box: QRectF, judged: Judged, strength: float) -> None:
        counted = strength if judged.share > 0 else 0.35 * strength
        painter.fillRect(box, QColor(self.theme.chip))
        left, wide, middle = box.left(), box.width(), box.center().y()
        low, high = left + judged.low * wide, left + judged.high * wide
        if np.isnan(judged.value):
            paint_open_end(painter, QRectF(low, box.top(), high - low, box.height()), self.theme)
            return
        filled = QRectF(left, box.top(), max(1.5, judged.value * wide), box.height())
        painter.fillRect(filled, faded(self._colour, counted))
        paint_whisker(painter, QPointF(low, middle), QPointF(high, middle), self.theme.text)


class CriterionRow(QWidget):
    """One criterion of the card: raw value, how it scores, and where it came from."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Words(self)
        self.raw = Words(self, wrap=False)
        self.raw.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.bar = ValueBar(theme, self)
        self.source = Words(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.raw, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 4)
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.source)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.bar.theme = theme
        self.name.setStyleSheet(f"color: {theme.text};")
        self.raw.setStyleSheet(f"color: {theme.text}; font-weight: 600;")
        self.source.setStyleSheet(f"color: {theme.muted}; font-size: {SIZES['small']}px;")

    def show_site(
        self, evaluation: Evaluation, groups: Grouping, place: int, row: int, other: int | None
    ) -> None:
        """Show criterion `place` of site `row`, beside that of `other`."""
        criterion = evaluation.criteria[place]
        self.name.put(title_of(evaluation, criterion))
        self.raw.put(raw_words(evaluation, criterion.measure, row, other))
        source = source_words(evaluation, criterion.measure, row)
        if source != self.source.text():
            self.source.setText(source)
            self.source.setToolTip(tip(source))
        judged = judged_of(evaluation, place, row)
        compared = judged_of(evaluation, place, other) if other is not None else None
        self.bar.show_judged(judged, compared, groups.colour(int(groups.of[place])))

    def text(self) -> str:
        """Return the row as one line of tab-separated text."""
        pieces = (self.name.text(), self.raw.text(), self.bar.text(), self.source.text())
        return "\t".join(piece.replace("\n", " ") for piece in pieces)


class GateRow(QFrame):
    """What one gate says: the verdict in a word and a sign, and the reason in full."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.verdict = Words(self)
        self.reason = Words(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(1)
        column.addWidget(self.verdict)
        column.addWidget(self.reason)

    def show_result(self, evaluation: Evaluation, result: GateResult, theme: Theme) -> None:
        """Show verdict and reason."""
        colours = {
            Verdict.PASS: theme.accent,
            Verdict.CONDITIONAL: theme.amber,
            Verdict.UNKNOWN: theme.muted,
            Verdict.FAIL: theme.warn,
        }
        title = evaluation.matrix.info(result.gate.measure).title
        self.verdict.put(f"{SIGNS[result.verdict]} {say(title)}: {say(result.verdict.value)}")
        self.reason.put(result.reason)
        style = (
            f"GateRow {{ background: {theme.chip}; border-radius: 6px; }}"
            f"QLabel {{ color: {theme.text}; font-size: {SIZES['small']}px; }}"
        )
        if self.styleSheet() != style:
            self.setStyleSheet(style)
        bold = f"color: {colours[result.verdict]}; font-weight: 600;"
        if self.verdict.styleSheet() != bold:
            self.verdict.setStyleSheet(bold)


def judged_of(evaluation: Evaluation, place: int, row: int) -> Judged:
    """Return how criterion `place` judges site `row`."""
    return Judged(
        float(evaluation.values[row, place]),
        float(evaluation.values_low[row, place]),
        float(evaluation.values_high[row, place]),
        float(evaluation.shares[place]),
        float(evaluation.contributions[row, place]),
    )


def raw_words(evaluation: Evaluation, measure: str, row: int, other: int | None = None) -> str:
    """Return the raw value with its unit and interval; both values when two are compared."""
    column, unit = evaluation.matrix.column(measure), evaluation.matrix.info(measure).unit

    if other is None:
        return figures.cell(column, row, unit)
    bare = Column(column.value, column.provenance)  # the bars show the intervals
    first, second = figures.cell(bare, row, unit), figures.cell(bare, other, unit)
    return f"{first.removesuffix(figures.shown_unit(unit)).strip()} | {second}"


def source_words(evaluation: Evaluation, measure: str, row: int) -> str:
    """Return where a value came from, part by part; for an unknown one, why."""
    where = evaluation.matrix.column(measure).provenance[row]
    unit = evaluation.matrix.info(measure).unit
    lines = [_where(where)]
    for part in where.parts:
        amount = figures.number(figures.shown_value(part.amount, unit), 2)
        told = [piece for piece in (part.note, part.source) if piece and piece not in lines[0]]
        extra = " · ".join(told)
        lines.append(f"{part_words(part.title)} {amount}{f' · {extra}' if extra else ''}")
    return "\n".join(line for line in lines if line)


def _where(where: Provenance) -> str:
    badge = "" if where.badge in f"{where.note} {where.source}" else badge_words(where.badge)
    pieces = [badge, where.note, where.source, where.observed]
    if where.confidence is not None:
        pieces.append(say("confidence {level}", level=say(where.confidence.value)))
    return " · ".join(dict.fromkeys(piece for piece in pieces if piece))
