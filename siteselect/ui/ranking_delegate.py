"""How a row of the ranking is painted: two lines of words, a bar cut by group, figures.

A row is painted as a whole: Qt's own way asks a dozen things of every cell, sixty times a second.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from siteselect.language import say, say_name
from siteselect.model.badge import badge_words
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.ui.ranking_model import Col, RankingModel
from siteselect.ui.ranking_order import HEADINGS
from siteselect.ui.ranking_words import stale_words
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import (
    CENTRE,
    FOOT,
    RIGHT,
    face,
    faded,
    paint_open_end,
    paint_segments,
    paint_struck_circle,
    paint_whisker,
    whole_words,
    width_of,
    write,
)

ROW_HEIGHT = 40
PAD = 6.0
BAR_HEIGHT = 9.0
RANK, SITE, BAR, SCORE, PRICE, KNOWN = (int(column) for column in list(Col)[:6])
BAR_AND_SCORE = (BAR, SCORE)


@dataclass(frozen=True, slots=True)
class Lanes:
    """Where the columns in sight lie, from left to right."""

    spans: tuple[tuple[int, float, float], ...]
    """Column, left end and width of each."""
    width: float
    """Of the whole row."""

    def left(self, column: int) -> float:
        """Return where a column begins, or the row's left end where it is hidden."""
        return next((left for held, left, _ in self.spans if held == column), 0.0)

    def right(self, column: int) -> float:
        """Return where a column ends, or the row's right end where it is hidden."""
        ends = (left + wide for held, left, wide in self.spans if held == column)
        return next(ends, self.width)


class RankingDelegate(QStyledItemDelegate):
    """Paints the rows of a RankingModel; asks the model, never Qt's variants."""

    def __init__(self, theme: Theme, model: RankingModel, view: QTableView) -> None:
        super().__init__(view)
        self.theme = theme
        self._model = model
        self._known_hidden = False

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return one height for all rows."""
        del index
        return QSize(option.rect.width(), ROW_HEIGHT)

    def paint_row(
        self, painter: QPainter, top: float, row: int, lanes: Lanes, *, picked: bool
    ) -> None:
        """Paint one row of the table: ground, line, and what each column is for."""
        site = int(self._model.rows[row])
        evaluation = self._model.evaluation
        whole = QRectF(0, top, lanes.width, ROW_HEIGHT)
        if site < 0 or evaluation is None:
            self._heading(painter, whole, say(HEADINGS.get(site, "")))
            return
        self._ground(painter, whole, picked=picked)
        verdict = evaluation.verdicts[site]
        failed = verdict is Verdict.FAIL
        if failed:
            self._reason(painter, top, lanes, evaluation, site)
        self._known_hidden = all(column != KNOWN for column, _, _ in lanes.spans)
        for column, left, wide in lanes.spans:
            box = QRectF(left, top, wide, ROW_HEIGHT)
            if column == RANK:
                self._rank(painter, box, site, verdict)
            elif column == SITE:
                self._site(painter, box, evaluation, site)
            elif column in BAR_AND_SCORE and failed:
                continue
            elif column == BAR:
                self._bar(painter, box, evaluation, site)
            elif column == SCORE:
                self._score(painter, box, site, float(evaluation.coverage[site]))
            elif column == PRICE:
                self._price(painter, box, site)
            else:
                self._small_figure(painter, box, Col(column), site)

    def _heading(self, painter: QPainter, whole: QRectF, words: str) -> None:
        """Paint a heading that runs through the whole row."""
        painter.fillRect(_foot(whole), QColor(self.theme.muted))
        room = whole.adjusted(12, 0, -PAD, -5)
        write(painter, room, words, face("small", bold=True), self.theme.muted, FOOT)

    def _ground(self, painter: QPainter, whole: QRectF, *, picked: bool) -> None:
        if picked:
            painter.fillRect(whole, QColor(self.theme.chip))
            mark = QRectF(whole.left(), whole.top(), 3, whole.height() - 1)
            painter.fillRect(mark, QColor(self.theme.accent))
        painter.fillRect(_foot(whole), QColor(self.theme.line))

    def _rank(self, painter: QPainter, box: QRectF, site: int, verdict: Verdict) -> None:
        if verdict is Verdict.FAIL:
            paint_struck_circle(painter, box.center(), 6.5, self.theme.warn)
            return
        below = verdict is Verdict.UNKNOWN
        colour = self.theme.muted if below else self.theme.text
        write(painter, box, self._model.text(site, Col.RANK), face(bold=not below), colour, CENTRE)

    def _site(self, painter: QPainter, box: QRectF, evaluation: Evaluation, site: int) -> None:
        item, verdict = evaluation.matrix.sites.items[site], evaluation.verdicts[site]
        upper, lower = _lines(box)
        name = self.theme.muted if verdict is Verdict.FAIL else self.theme.text
        write(painter, upper, say_name(item.name), face(bold=True), name)
        small = face("small")
        write(painter, lower, item.country, small, self.theme.muted)
        lower.setLeft(lower.left() + width_of(item.country, small) + 5)
        marks = []
        if verdict is Verdict.CONDITIONAL:
            marks.append(say("◐ pinned") if item.pinned else say("◐ conditional"))
        if stale_words(evaluation, site):
            marks.append(f"⚠ {say('stale')}")
        words = "  ".join(marks)
        fits = width_of(words, small) <= lower.width()
        signs = " ".join(each[:1] for each in marks)
        write(painter, lower, words if fits else signs, small, self.theme.amber)

    def _reason(
        self, painter: QPainter, top: float, lanes: Lanes, evaluation: Evaluation, site: int
    ) -> None:
        """Paint why the site fails, through the columns of the bar and the score."""
        left, right = lanes.left(BAR), lanes.right(BAR)
        if lanes.left(SCORE) == right:  # a hand may have moved the score elsewhere
            right = lanes.right(SCORE)
        whole = QRectF(left, top + 4, right - left - PAD, ROW_HEIGHT - 8)
        painter.setFont(face("small"))
        painter.setPen(QColor(self.theme.warn))
        failing = [g.reason for g in evaluation.gates[site] if g.verdict is Verdict.FAIL]
        text = " ".join(failing) or " ".join(evaluation.reasons(site))
        painter.drawText(whole, int(_WRAPPED), text[:120])

    def _bar(self, painter: QPainter, box: QRectF, evaluation: Evaluation, site: int) -> None:
        groups = self._model.groups
        score = float(evaluation.scores[site])
        if groups is None or not math.isfinite(score):
            return
        wide = box.width() - PAD - 4
        bar = QRectF(box.left() + 2, box.center().y() - BAR_HEIGHT / 2, wide, BAR_HEIGHT)
        pale = 0.55 if evaluation.verdicts[site] is Verdict.UNKNOWN else 1.0
        sums = self._model.sums[site].tolist()
        total = sum(sums)
        scale = score / total if total > 0 else 0.0
        painter.fillRect(bar, faded(self.theme.chip, 0.6))
        parts = [(part * scale, faded(groups.colour(g), pale)) for g, part in enumerate(sums)]
        end = paint_segments(painter, bar, parts)
        low, high = float(evaluation.scores_low[site]), float(evaluation.scores_high[site])
        if not (math.isfinite(low) and math.isfinite(high)):
            return
        unknown = evaluation.coverage[site] < 1.0 - 1e-9
        reach = bar.left() + high * wide
        if unknown:
            paint_open_end(painter, QRectF(end, bar.top(), reach - end, BAR_HEIGHT), self.theme)
        middle = bar.center().y()
        last = QPointF(end if unknown else reach, middle)
        paint_whisker(
            painter,
            QPointF(bar.left() + low * wide, middle),
            last,
            self.theme.text,
            open_end=unknown,
        )

    def _score(self, painter: QPainter, box: QRectF, site: int, known: float) -> None:
        text = self._model.text(site, Col.SCORE)
        if self._known_hidden and known < 1.0 - 1e-9:
            upper, lower = _lines(box, left=0.0)
            write(painter, upper, text, face(bold=True), self.theme.text, RIGHT)
            words = say("{share} known", share=self._model.text(site, Col.KNOWN))
            write(painter, lower, words, face("small"), self.theme.muted, RIGHT)
            return
        write(painter, _inner(box), text, face(bold=True), self.theme.text, RIGHT)

    def _price(self, painter: QPainter, box: QRectF, site: int) -> None:
        text = self._model.price(site)
        where = self._model.price_provenance(site)
        badge = where.badge if where is not None else ""
        if self._model.prices is None or math.isnan(self._model.prices.value[site]):
            badge = "unknown" if self._model.prices is not None else ""
        colour = self.theme.text if badge != "unknown" else self.theme.muted
        if not badge:
            write(painter, _inner(box), text, face(), colour, RIGHT)
            return
        upper, lower = _lines(box, left=0.0)
        write(painter, upper, text, face(), colour, RIGHT)
        words = whole_words(badge_words(badge), face("small"), lower.width())
        write(painter, lower, words, face("small"), self.theme.muted, RIGHT)

    def _small_figure(self, painter: QPainter, box: QRectF, column: Col, site: int) -> None:
        text = self._model.text(site, column)
        colour = self.theme.muted
        if column is Col.CHANGE and text != "·":
            colour = self.theme.accent if text.startswith("▲") else self.theme.warn
        write(painter, _inner(box), text, face("small"), colour, RIGHT)


_WRAPPED = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


def _foot(box: QRectF) -> QRectF:
    """Return the line beneath a row."""
    return QRectF(box.left(), box.bottom() - 1, box.width(), 1)


def _inner(box: QRectF) -> QRectF:
    return box.adjusted(0, 0, -PAD, 0)


def _lines(box: QRectF, left: float = 2.0) -> tuple[QRectF, QRectF]:
    """Return the boxes of the two lines of a row."""
    top = box.top() + 4
    upper = QRectF(box.left() + left, top, box.width() - left - PAD, 17)
    return upper, QRectF(upper.left(), top + 17, upper.width(), 14)
