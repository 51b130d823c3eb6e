"""What moves the winner: how far each weight, or each uncertain value, can swing its score."""

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QToolTip, QVBoxLayout, QWidget

from siteselect.language import later, say
from siteselect.mcda.tornado import Tornado, TornadoBar, value_tornado, weight_tornado
from siteselect.model.evaluation import Evaluation
from siteselect.ui import figures
from siteselect.ui.charts.chart import Chart
from siteselect.ui.grouping import title_of
from siteselect.ui.rows import placed, rows_of
from siteselect.ui.theme import SIZES, Theme
from siteselect.ui.widgets.elided import ElidedLabel
from siteselect.ui.widgets.painting import LEFT, RIGHT, face, faded, width_of, write
from siteselect.ui.widgets.tips import tip

PART = 0.2
"""Weights are moved by this part of themselves."""
LIVE = 300
"""Up to so many sites the bars follow a hand; above, they wait until it rests."""
REST_MS = 150
ROW, BAR, FIGURE, LEGEND = 20.0, 12.0, 40.0, 18.0
TOO_SMALL = 0.0005
"""Swings below this are not told: they round to 0.0 points."""


class TornadoBars(QWidget):
    """Paints the bars of a Tornado about the score as it is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.tornado: Tornado | None = None
        self.ends = ("", "")
        """What the two colours mean."""
        self.setMinimumSize(180, 60)

    def sizeHint(self) -> QSize:
        """Return room for seven bars."""
        return QSize(300, int(7 * ROW))

    def show_tornado(self, tornado: Tornado, ends: tuple[str, str]) -> None:
        """Paint another tornado; `ends` say what its lower and its upper ends are."""
        self.tornado, self.ends = tornado, ends
        self.update()

    def bars(self) -> tuple[TornadoBar, ...]:
        """Return the bars that fit, the widest first."""
        told = [bar for bar in self.tornado.bars if bar.swing > TOO_SMALL] if self.tornado else []
        return tuple(told[: max(1, int((self.height() - LEGEND) // ROW))])

    def name(self, bar: TornadoBar) -> str:
        """Return the title of the criterion behind a bar."""
        if self.tornado is None:
            return ""
        evaluation = self.tornado.evaluation
        return title_of(evaluation, evaluation.scenario.criterion(bar.key))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint names, bars and the figures at their ends."""
        del event
        bars, tornado = self.bars(), self.tornado
        if tornado is None or not bars:
            return
        painter = QPainter(self)
        small = face("small")
        names = min(max(width_of(self.name(bar), small) for bar in bars), 0.42 * self.width())
        box = QRectF(names + 10 + FIGURE, 0, self.width() - names - 10 - 2 * FIGURE, self.height())
        reach = max(abs(end - tornado.score) for bar in bars for end in (bar.at_low, bar.at_high))
        middle, scale = box.center().x(), box.width() / 2 / max(reach, 1e-9)
        for line, bar in enumerate(bars):
            top = line * ROW
            write(
                painter, QRectF(0, top, names, ROW), self.name(bar), small, self.theme.text, RIGHT
            )
            for end, low in ((bar.at_low, True), (bar.at_high, False)):
                wide = (end - tornado.score) * scale
                box = QRectF(middle, top + (ROW - BAR) / 2, wide, BAR).normalized()
                self._fill(painter, box, low=low)
            ends = sorted((bar.at_low - tornado.score, bar.at_high - tornado.score))
            left, right = middle + min(ends[0], 0) * scale, middle + max(ends[1], 0) * scale
            room = QRectF(left - FIGURE, top, FIGURE - 4, ROW)
            write(painter, room, _points(ends[0]), small, self.theme.muted, RIGHT)
            room = QRectF(right + 4, top, FIGURE - 4, ROW)
            write(painter, room, _points(ends[1]), small, self.theme.muted, LEFT)
        foot = len(bars) * ROW
        painter.fillRect(QRectF(middle - 0.5, 0, 1, foot), QColor(self.theme.muted))
        self._paint_legend(painter, foot + 2)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Tell what the bar under the pointer says."""
        if isinstance(event, QHelpEvent):
            place = int(event.pos().y() // ROW)
            words = self.words(self.bars()[place]) if 0 <= place < len(self.bars()) else ""
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        return super().event(event)

    def words(self, bar: TornadoBar) -> str:
        """Return one bar in words."""
        low, high = figures.points(bar.at_low), figures.points(bar.at_high)
        return say(
            "{bar}: score {low} at its lower end, {high} at its upper end",
            bar=self.name(bar),
            low=low,
            high=high,
        )

    def _paint_legend(self, painter: QPainter, top: float) -> None:
        left, small = 0.0, face("small")
        for words, low in zip(self.ends, (True, False), strict=True):
            self._fill(painter, QRectF(left, top + 3, 10, 10), low=low)
            room = QRectF(left + 15, top, width_of(words, small) + 2, LEGEND - 2)
            write(painter, room, words, small, self.theme.muted)
            left += room.width() + 29

    def _fill(self, painter: QPainter, box: QRectF, *, low: bool) -> None:
        """Fill a box for the upper end, or pale with an edge for the lower: in grey too."""
        if not low:
            painter.fillRect(box, faded(self.theme.accent, 0.85))
            return
        painter.fillRect(box, faded(self.theme.warn, 0.22))
        painter.setPen(QPen(QColor(self.theme.warn), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if box.width() > 1.0:
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


class TornadoChart(Chart):
    """The tornado of the picked site, else of the leader."""

    key = "tornado"
    question = later("What moves the winner?")
    marks_slowly = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.bars = TornadoBars(theme, self)
        self.bars.setAccessibleName(say(self.question))
        self.note = ElidedLabel()
        self.by_value = QToolButton()  # shown by the card that takes it into its head
        self.by_value.setObjectName("quiet")
        self.by_value.setCheckable(True)
        self.by_value.clicked.connect(self._turn)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._work)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.bars, 1)
        column.addWidget(self.note)
        self.dress(theme)
        self._name_switch()

    def controls(self) -> QWidget | None:
        """Return the switch between weights and values."""
        return self.by_value

    def draw(self, evaluation: Evaluation) -> None:
        """Work out the bars, at once where that is quick."""
        if len(evaluation.matrix.sites) <= LIVE:
            self._work()
        else:
            self._rest.start()

    def mark_selection(self, names: frozenset[str]) -> None:
        """Show the tornado of the site now picked."""
        del names
        self._work()

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.bars.theme = theme
        self.note.setStyleSheet(f"color: {theme.muted}; font-size: {SIZES['small']}px;")
        self.bars.update()

    def state(self) -> dict[str, str]:
        """Return what is swung."""
        return {"swing": "values" if self.by_value.isChecked() else "weights"}

    def restore(self, state: Iterable[tuple[str, str]]) -> None:
        """Swing what was swung."""
        self.by_value.setChecked(dict(state).get("swing") == "values")
        self._turn()

    def _turn(self) -> None:
        self._name_switch()
        if self.isVisible():
            self._work()

    def _name_switch(self) -> None:
        fine = self.by_value.isChecked()
        self.by_value.setText(
            say("by uncertainty") if fine else say("weights ±{part}", part=figures.percent(PART))
        )
        self.by_value.setToolTip(
            say("Swing the weights, or the values that are uncertain or unknown")
        )

    def _work(self) -> None:
        evaluation = self.evaluation
        site = self._site(evaluation) if evaluation is not None else None
        self.bars.setVisible(site is not None)
        if evaluation is None or site is None:
            self.note.show_text(say("No site has a score."))
            return
        fine = self.by_value.isChecked()
        tornado = (
            value_tornado(evaluation, site) if fine else weight_tornado(evaluation, site, PART)
        )
        part = figures.percent(PART)
        worst_and_best = (say("value as bad as it could be"), say("as good as it could be"))
        by_weight = (say("weight −{part}", part=part), say("weight +{part}", part=part))
        self.bars.show_tornado(tornado, worst_and_best if fine else by_weight)
        score = figures.points(tornado.score)
        self.note.show_text(say("Points about the {score} of {site}", score=score, site=site))
        if not self.bars.bars():
            self.note.show_text(
                say("Nothing moves the score of {site}, {score}", site=site, score=score)
            )

    def _site(self, evaluation: Evaluation) -> str | None:
        """Return the best placed of the picked sites, else the leader."""
        rows = placed(evaluation)
        picked = rows[np.isin(rows, list(rows_of(evaluation, self.names)))]
        chosen = picked if len(picked) else rows
        return evaluation.matrix.sites.items[int(chosen[0])].name if len(chosen) else None


def _points(change: float) -> str:
    return figures.points(change, sign=True) if abs(change) > TOO_SMALL else ""
