"""Scores over the region: how much open area lies at each, and a handle for the threshold."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from siteselect.language import say
from siteselect.model.arrays import Floats, Ints
from siteselect.scan.surface import LEVELS
from siteselect.ui.finding.found import STEPS
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import LEFT, RIGHT, face, faded, write
from siteselect.ui.widgets.ramp import score_colours

BARS = 40
_FOOT, _SIDE, _HANDLE = 18, 15, 6


class ScoreHistogram(QWidget):
    """Bars in the colours of the map; those below the threshold are pale.

    `edited` is emitted with the threshold, 0 to 1, when a hand moves it.
    """

    edited = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.above = 0.0
        self._bars: Floats = np.zeros(BARS)
        self._span = (0.0, 1.0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Scores across the region, with the threshold"))
        self.setToolTip(say("Drag to colour only the cells that score so much; arrows move it too"))

    def sizeHint(self) -> QSize:
        """Return a low, wide box."""
        return QSize(260, 104)

    def show_scores(self, histogram: Ints, span: tuple[float, float]) -> None:
        """Show how many open cells lie at each of LEVELS steps."""
        edges = np.linspace(span[0], span[1], BARS + 1) * (LEVELS - 1)
        at = np.clip(np.searchsorted(edges, np.arange(LEVELS), side="right") - 1, 0, BARS - 1)
        self._bars = np.bincount(at, histogram.astype(float), BARS).astype(float)
        self._span = span
        self.update()

    def show_above(self, score: float) -> None:
        """Show a threshold; no signal follows."""
        self.above = score
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bars, ends and the handle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        most, colours = float(self._bars.max()) or 1.0, score_colours()
        wide = box.width() / BARS
        low, high = self._span
        painter.setPen(Qt.PenStyle.NoPen)
        for bar, count in enumerate(self._bars):
            tall = count / most * box.height()
            if count > 0:
                tall = max(tall, 1.5)
            score = low + (bar + 0.5) / BARS * (high - low)
            colour = colours[min(bar * STEPS // BARS, STEPS - 1)]
            painter.setBrush(colour if score >= self.above else faded(self.theme.muted, 0.3))
            left = box.left() + bar * wide
            painter.drawRect(QRectF(left, box.bottom() - tall, max(wide - 1.0, 1.0), tall))
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        foot = QRectF(box.left(), box.bottom() + 3, box.width(), _FOOT - 4)
        write(painter, foot, f"{100 * low:.0f}", face("small"), self.theme.muted, LEFT)
        write(painter, foot, f"{100 * high:.0f}", face("small"), self.theme.muted, RIGHT)
        self._paint_handle(painter, box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the threshold to the pointer."""
        self._to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._to(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move it by a point of a hundred; Home takes it away."""
        steps = {Qt.Key.Key_Left: -0.01, Qt.Key.Key_Right: 0.01}
        key = Qt.Key(event.key())
        if key in steps:
            start = max(self.above, self._span[0])
            self._set(start + steps[key])
        elif key == Qt.Key.Key_Home:
            self._set(0.0)
        else:
            super().keyPressEvent(event)

    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_SIDE, _HANDLE + 2, -_SIDE, -_FOOT)

    def _x(self, score: float) -> float:
        low, high = self._span
        share = min(max((score - low) / (high - low), 0.0), 1.0)
        return self._box().left() + share * self._box().width()

    def _to(self, x: float) -> None:
        box, (low, high) = self._box(), self._span
        share = min(max((x - box.left()) / box.width(), 0.0), 1.0)
        self._set(0.0 if share == 0.0 else low + share * (high - low))

    def _set(self, score: float) -> None:
        score = min(max(score, 0.0), 1.0)
        if score <= self._span[0]:
            score = 0.0
        if score != self.above:
            self.above = score
            self.update()
            self.edited.emit(score)

    def _paint_handle(self, painter: QPainter, box: QRectF) -> None:
        x = self._x(self.above)
        ink = QColor(self.theme.accent if self.hasFocus() else self.theme.text)
        painter.setPen(QPen(ink, 1.4))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        painter.setBrush(QColor(self.theme.panel))
        painter.drawEllipse(QPointF(x, box.top()), _HANDLE - 1, _HANDLE - 1)
