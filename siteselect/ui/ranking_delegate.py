"""How a row of the ranking is painted: two lines of words, a bar cut by group, figures."""

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from siteselect.model.gate import Verdict
from siteselect.ui.ranking_model import Col, RankingModel
from siteselect.ui.ranking_order import HEADINGS
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import (
    CENTRE,
    LEFT,
    RIGHT,
    face,
    faded,
    paint_open_end,
    paint_segments,
    paint_struck_circle,
    paint_whisker,
    write,
)

ROW_HEIGHT = 40
PAD = 6.0
BAR_HEIGHT = 9.0


class RankingDelegate(QStyledItemDelegate):
    """Paints the cells of a RankingModel; asks the model, never Qt's variants."""

    def __init__(self, theme: Theme, model: RankingModel, view: QTableView) -> None:
        super().__init__(view)
        self.theme = theme
        self._model = model
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return one height for all rows."""
        del index
        return QSize(option.rect.width(), ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell: ground, line, and what the column is for."""
        site, column = int(self._model.rows[index.row()]), Col(index.column())
        box = QRectF(option.rect)
        painter.save()
        painter.setClipRect(option.rect)
        if site < 0:
            self._heading(painter, box, HEADINGS[site])
        else:
            self._ground(
                painter, box, column, picked=bool(option.state & QStyle.StateFlag.State_Selected)
            )
            self._cell(painter, box, column, site)
        painter.restore()

    def _heading(self, painter: QPainter, box: QRectF, words: str) -> None:
        """Paint this column's piece of a heading that runs through the whole row."""
        painter.fillRect(box, QColor(self.theme.panel))
        painter.setPen(QPen(QColor(self.theme.muted), 1.0))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        whole = QRectF(box)
        whole.setLeft(self._view.columnViewportPosition(0) + 12)
        whole.setRight(self._view.viewport().width() - PAD)
        whole.setBottom(box.bottom() - 5)
        write(painter, whole, words, face("small", bold=True), self.theme.muted, _FOOT)

    def _ground(self, painter: QPainter, box: QRectF, column: Col, *, picked: bool) -> None:
        painter.fillRect(box, QColor(self.theme.chip if picked else self.theme.panel))
        painter.setPen(QPen(QColor(self.theme.line), 1.0))
        foot = box.bottom() - 0.5
        painter.drawLine(QPointF(box.left(), foot), QPointF(box.right(), foot))
        if picked and column is Col.RANK:
            painter.fillRect(
                QRectF(box.left(), box.top(), 3, box.height() - 1), QColor(self.theme.accent)
            )

    def _cell(self, painter: QPainter, box: QRectF, column: Col, site: int) -> None:
        evaluation = self._model.evaluation
        if evaluation is None:
            return
        verdict = evaluation.verdicts[site]
        if column is Col.RANK:
            self._rank(painter, box, site, verdict)
        elif column is Col.SITE:
            self._site(painter, box, site, verdict)
        elif column in {Col.BAR, Col.SCORE} and verdict is Verdict.FAIL:
            self._reason(painter, box, site)
        elif column is Col.BAR:
            self._bar(painter, box, site)
        elif column is Col.SCORE:
            self._score(painter, box, site)
        elif column is Col.PRICE:
            self._price(painter, box, site)
        else:
            self._small_figure(painter, box, column, site)

    def _rank(self, painter: QPainter, box: QRectF, site: int, verdict: Verdict) -> None:
        if verdict is Verdict.FAIL:
            paint_struck_circle(painter, box.center(), 6.5, self.theme.warn)
            return
        colour = self.theme.text if verdict.ranks else self.theme.muted
        text = self._model.text(site, Col.RANK)
        write(painter, box, text, face(bold=verdict.ranks), colour, CENTRE)

    def _site(self, painter: QPainter, box: QRectF, site: int, verdict: Verdict) -> None:
        evaluation = self._model.evaluation
        if evaluation is None:
            return
        item = evaluation.matrix.sites.items[site]
        upper, lower = _lines(box)
        name = self.theme.muted if verdict is Verdict.FAIL else self.theme.text
        write(painter, upper, item.name, face(bold=True), name)
        small = face("small")
        write(painter, lower, item.country, small, self.theme.muted)
        if verdict is Verdict.CONDITIONAL:
            lower.setLeft(lower.left() + painter.fontMetrics().horizontalAdvance(item.country) + 5)
            words = "◐ pinned" if item.pinned else "◐ conditional"
            fits = painter.fontMetrics().horizontalAdvance(words) <= lower.width()
            write(painter, lower, words if fits else words[:1], small, self.theme.amber)

    def _reason(self, painter: QPainter, box: QRectF, site: int) -> None:
        """Paint why the site fails, through the columns of the bar and the score."""
        evaluation = self._model.evaluation
        if evaluation is None:
            return
        left = self._view.columnViewportPosition(Col.BAR)
        right = self._view.columnViewportPosition(Col.SCORE) + self._view.columnWidth(Col.SCORE)
        whole = QRectF(left, box.top() + 4, right - left - PAD, box.height() - 8)
        painter.setFont(face("small"))
        painter.setPen(QColor(self.theme.warn))
        failing = [g.reason for g in evaluation.gates[site] if g.verdict is Verdict.FAIL]
        text = " ".join(failing) or " ".join(evaluation.reasons(site))
        painter.drawText(whole, int(LEFT | Qt.TextFlag.TextWordWrap), text[:120])

    def _bar(self, painter: QPainter, box: QRectF, site: int) -> None:
        evaluation, groups = self._model.evaluation, self._model.groups
        if evaluation is None or groups is None or not np.isfinite(evaluation.scores[site]):
            return
        wide = box.width() - PAD - 4
        bar = QRectF(box.left() + 2, box.center().y() - BAR_HEIGHT / 2, wide, BAR_HEIGHT)
        pale = 1.0 if evaluation.verdicts[site].ranks else 0.55
        score = float(evaluation.scores[site])
        sums = self._model.sums[site]
        total = float(sums.sum())
        scale = score / total if total > 0 else 0.0
        painter.fillRect(bar, faded(self.theme.chip, 0.6))
        parts = [
            (float(part) * scale, faded(groups.colour(g), pale)) for g, part in enumerate(sums)
        ]
        end = paint_segments(painter, bar, parts)
        low, high = float(evaluation.scores_low[site]), float(evaluation.scores_high[site])
        if not np.isfinite([low, high]).all():
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

    def _score(self, painter: QPainter, box: QRectF, site: int) -> None:
        text = self._model.text(site, Col.SCORE)
        evaluation = self._model.evaluation
        known = float(evaluation.coverage[site]) if evaluation is not None else 1.0
        if self._view.isColumnHidden(Col.KNOWN) and known < 1.0 - 1e-9:
            upper, lower = _lines(box, left=0.0)
            write(painter, upper, text, face(bold=True), self.theme.text, RIGHT)
            words = f"{self._model.text(site, Col.KNOWN)} known"
            write(painter, lower, words, face("small"), self.theme.muted, RIGHT)
            return
        write(painter, _inner(box), text, face(bold=True), self.theme.text, RIGHT)

    def _price(self, painter: QPainter, box: QRectF, site: int) -> None:
        text = self._model.price(site)
        where = self._model.price_provenance(site)
        badge = where.badge if where is not None else ""
        if self._model.prices is None or not np.isfinite(self._model.prices.value[site]):
            badge = "unknown" if self._model.prices is not None else ""
        colour = self.theme.text if badge != "unknown" else self.theme.muted
        if not badge:
            write(painter, _inner(box), text, face(), colour, RIGHT)
            return
        upper, lower = _lines(box, left=0.0)
        write(painter, upper, text, face(), colour, RIGHT)
        write(painter, lower, badge, face("small"), self.theme.muted, RIGHT)

    def _small_figure(self, painter: QPainter, box: QRectF, column: Col, site: int) -> None:
        text = self._model.text(site, column)
        colour = self.theme.muted
        if column is Col.CHANGE and text != "·":
            colour = self.theme.accent if text.startswith("▲") else self.theme.warn
        write(painter, _inner(box), text, face("small"), colour, RIGHT)


_FOOT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


def _inner(box: QRectF) -> QRectF:
    return box.adjusted(0, 0, -PAD, 0)


def _lines(box: QRectF, left: float = 2.0) -> tuple[QRectF, QRectF]:
    """Return the boxes of the two lines of a row."""
    top = box.top() + 4
    upper = QRectF(box.left() + left, top, box.width() - left - PAD, 17)
    return upper, QRectF(upper.left(), top + 17, upper.width(), 14)
