"""A value function as a spark line."""

from collections.abc import Sequence
from math import isfinite

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
        self._laid: tuple[tuple[tuple[float, float], ...], QSize, QPolygonF] | None = None

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
        return QSize(34, 24)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(30, 24)

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
        painter.drawPolyline(self._points())
        painter.end()

    def _points(self) -> QPolygonF:
        """Return the line in pixels; kept while it and the size stay."""
        if self._laid is None or self._laid[:2] != (self._line, self.size()):
            low, high = self._ends
            wide, room = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN - 2
            points = [
                QPointF(
                    _MARGIN + (raw - low) / (high - low) * wide, _MARGIN + 1 + room * (1 - value)
                )
                for raw, value in self._line
                if isfinite(value)
            ]
            self._laid = (self._line, self.size(), QPolygonF(points))
        return self._laid[2]
