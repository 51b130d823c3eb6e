"""The picture of a value function on axes: line, sites, handles; pyqtgraph draws.

It is imported when the first picture is made, long after the window stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from siteselect.model.arrays import Floats
from siteselect.model.criterion import AnyValueFunction
from siteselect.ui.curve_handles import Handle, sampled
from siteselect.ui.curve_kinds import domain
from siteselect.ui.figures import shown_value
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import face, faded

_ROOM = 0.12
_WIDEST = 1.5
"""Sites further out than so many stretches of the curve are shown at the edge."""


@dataclass(frozen=True, eq=False, slots=True)
class SiteMarks:
    """The sites that are shown on a curve."""

    names: tuple[str, ...]
    raw: Floats
    unit: str


@dataclass(frozen=True, slots=True)
class Dot:
    """One known site on the curve; one far out lies at the edge."""

    name: str
    raw: float
    share: float
    at: float
    """Where it is drawn: its raw value, or the edge."""


class CurvePicture:
    """Draws into a widget of pyqtgraph; all numbers in and out are in the unit of the matrix."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        import pyqtgraph

        self._pg: Any = pyqtgraph  # ships no types
        self._factor = 1.0
        self.ends = (0.0, 1.0)
        """The raw values at both ends of the axis."""
        self.widget: Any = pyqtgraph.PlotWidget(parent)
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.widget.setMenuEnabled(False)
        self.widget.hideButtons()
        self.widget.setMouseEnabled(False, False)
        self.widget.setYRange(-9, 109, padding=0)
        ticks = [(each, str(each)) for each in (0, 25, 50, 75, 100)]
        self.widget.getAxis("left").setTicks([ticks])
        self.widget.getAxis("left").setWidth(32)
        self.widget.showGrid(x=False, y=True, alpha=0.5)
        self.widget.viewport().setMouseTracking(True)
        self._line = self.widget.plot([], [], antialias=True)
        self._sites = pyqtgraph.ScatterPlotItem()
        self._grips = pyqtgraph.ScatterPlotItem()
        for item, height in ((self._sites, 5), (self._grips, 10)):
            item.setZValue(height)
            self.widget.addItem(item)
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours; sites and handles take them when they are next drawn."""
        self._make_looks(theme)
        self.widget.setBackground(QColor(theme.panel))
        for side in ("left", "bottom"):
            axis = self.widget.getAxis(side)
            axis.setPen(QColor(theme.line))
            axis.setTextPen(QColor(theme.muted))
            axis.setStyle(tickFont=face("small"), tickTextOffset=4)
        self._line.setPen(self._pg.mkPen(QColor(theme.accent), width=2))

    def fit(self, value: AnyValueFunction, marks: SiteMarks) -> None:
        """Show the stretch on which the function moves, and the sites beside it."""
        self._factor = shown_value(1.0, marks.unit)
        low, high = domain(value, marks.raw)
        wide = high - low
        known = marks.raw[np.isfinite(marks.raw)]
        if known.size:
            low = min(low, max(float(known.min()), low - _WIDEST * wide))
            high = max(high, min(float(known.max()), high + _WIDEST * wide))
        room = _ROOM * (high - low)
        self.ends = (low - room, high + room)
        self.widget.setXRange(*(each * self._factor for each in self.ends), padding=0)

    def draw_line(self, value: AnyValueFunction, marks: SiteMarks) -> tuple[Dot, ...]:
        """Draw the function, and return where the sites lie on it."""
        along = sampled(value, self.ends, marks.raw)
        shares = value(along, marks.raw)
        self._line.setData(self._factor * along, 100.0 * shares, connect="finite")
        found = value(marks.raw, marks.raw)
        edges = np.clip(marks.raw, *self.ends)
        cells = zip(marks.names, marks.raw.tolist(), found.tolist(), edges.tolist(), strict=True)
        return tuple(Dot(*each) for each in cells if np.isfinite(each[2]))

    def draw_dots(self, dots: Sequence[Dot], selected: frozenset[str]) -> None:
        """Draw the sites, the selected ones above the others."""
        spots = [
            self._spot(dot.at, dot.share, self._looks["picked" if dot.name in selected else "dot"])
            for dot in sorted(dots, key=lambda each: each.name in selected)
        ]
        self._sites.setData(spots)

    def draw_handles(self, held: Sequence[Handle], chosen: int, *, live: bool) -> None:
        """Draw the handles; the chosen one is filled, and has a halo while keys move it."""
        spots = []
        for place, handle in enumerate(held):
            if place == chosen and live:
                spots.append(self._spot(handle.raw, handle.share, self._looks["halo"]))
            look = self._looks["chosen" if place == chosen else "handle"]
            spots.append(self._spot(handle.raw, handle.share, look))
        self._grips.setData(spots)

    def pixel(self, raw: float, share: float) -> QPointF:
        """Return where a point lies in the widget."""
        scene = self.widget.getViewBox().mapViewToScene(QPointF(raw * self._factor, 100.0 * share))
        return QPointF(self.widget.mapFromScene(scene))

    def at(self, place: QPointF) -> tuple[float, float]:
        """Return the raw value and the share at a place of the widget."""
        scene = self.widget.mapToScene(place.toPoint())
        view = self.widget.getViewBox().mapSceneToView(scene)
        return view.x() / self._factor, view.y() / 100.0

    def grain(self) -> float:
        """Return a round step of about a two-hundredth of the axis, in raw units."""
        wide = (self.ends[1] - self.ends[0]) * self._factor / 200
        power = 10.0 ** floor(log10(wide))
        return next(each for each in (1, 2, 5, 10) if each * power >= wide) * power / self._factor

    def rounded(self, raw: float) -> float:
        """Return a raw value on the next grain."""
        grain = self.grain()
        return round(round(raw / grain) * grain, 10)

    def _spot(self, raw: float, share: float, look: dict[str, object]) -> dict[str, object]:
        return {"pos": (raw * self._factor, 100.0 * share), **look}

    def _make_looks(self, theme: Theme) -> None:
        """Make pens and brushes once: a mark is drawn anew for every other one."""
        mk_pen, mk_brush = self._pg.mkPen, self._pg.mkBrush
        edge, live = QColor(theme.panel), mk_pen(QColor(theme.accent), width=2)
        self._looks: dict[str, dict[str, object]] = {
            name: {"size": size, "brush": mk_brush(fill), "pen": pen}
            for name, size, fill, pen in (
                ("dot", 6, faded(theme.text, 0.6), mk_pen(edge, width=0.75)),
                ("picked", 11, QColor(theme.amber), mk_pen(edge, width=1.5)),
                ("handle", 13, edge, live),
                ("chosen", 13, QColor(theme.accent), live),
                ("halo", 24, faded(theme.accent, 0.3), mk_pen(None)),
            )
        }
