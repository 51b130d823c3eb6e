"""A value function as a spark line."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from siteselect.model.arrays import Floats
from siteselect.model.criterion import AnyValueFunction
from siteselect.ui.curve_kinds import domain

_SAMPLES = 33
_MARGIN = 4.0


class ValueCurve(QAbstractButton):
    """Paints a value function; `clicked` asks for its editor."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._value: AnyValueFunction | None = None
        self._raw: Floats | None = None
        self._ends = (0.0, 1.0)
        self._line: tuple[tuple[float, float], ...] = ()

    @property
    def line(self) -> tuple[tuple[float, float], ...]:
        """The points of the line: raw value and value."""
        return self._line

    def show_function(self, value: AnyValueFunction, raw: Floats) -> None:
        """Show a value function; a relative one takes its ends from `raw`."""
        if value == self._value and raw is self._raw:
            return
        self._value, self._raw = value, raw
        low, high = domain(value, raw)
        room = 0.12 * (high - low)
        self._ends = (low - room, high + room)
        among: Sequence[float] = np.linspace(*self._ends, _SAMPLES).tolist()
        self._line = tuple(zip(among, value(np.array(among), raw).tolist(), strict=True))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a spark line."""
        return QSize(34, 22)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(30, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        if self.underMouse() or self.hasFocus():
            painter.setPen(
                QPen(palette.highlight().color(), 2) if self.hasFocus() else Qt.PenStyle.NoPen
            )
            painter.setBrush(palette.alternateBase())
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        live = palette.highlight().color() if self.isEnabled() else palette.mid().color()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(live, 1.5))
        points = [self._place(x, y) for x, y in self._line if np.isfinite(y)]
        painter.drawPolyline(QPolygonF(points))
        painter.end()

    def _place(self, raw: float, value: float) -> QPointF:
        low, high = self._ends
        across = (raw - low) / (high - low)
        room = self.height() - 2 * _MARGIN - 2
        return QPointF(
            _MARGIN + across * (self.width() - 2 * _MARGIN), _MARGIN + 1 + room * (1 - value)
        )
