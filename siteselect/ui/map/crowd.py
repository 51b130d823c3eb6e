"""The clusters on the map: gathered once a scale, marked anew when the ranking changes."""

from typing import cast

import numpy as np
import shiboken6
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from siteselect.model.arrays import Floats, Ints
from siteselect.ui.map.cluster_marks import PILL, Mark, paint_mark, radius_of
from siteselect.ui.map.clusters import Clusters, gathered, none, yielding
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.mark_sheet import MarkSheet
from siteselect.ui.strokes import strokes_wanted
from siteselect.ui.theme import Theme


class Crowd:
    """Knows the clusters, where their marks stand in the view, and which one has the hand."""

    def __init__(self) -> None:
        self.clusters: Clusters = none()
        self.at: Floats = np.empty((0, 2))
        """Where the marks stand, in pixels of the view."""
        self.seen: Ints = np.empty(0, np.intp)
        """The clusters in view."""
        self.counts: Ints = np.empty(0, np.intp)
        self.ranks: Ints = np.empty(0, np.intp)
        """The best rank in each, 0 where no site has one."""
        self.steps: Ints = np.empty(0, np.intp)
        """Of the ramp, at the best score."""
        self._sheet: MarkSheet | None = None
        self.chosen: frozenset[int] = frozenset()
        """The clusters in which sites are picked."""
        self.hovered = -1
        self.focused = -1
        """The one that keys have come to."""
        self._known: tuple[object, ...] = ()

    def gather(self, x: Floats, y: Floats, rows: Ints, metres_per_pixel: float) -> bool:
        """Gather those of some rows that crowd at a scale; True when the clusters are others."""
        known = (id(x), rows.tobytes(), metres_per_pixel)
        if known == self._known:
            return False
        self._known = known
        self.clusters = gathered(x, y, rows, metres_per_pixel) if len(rows) else none()
        self.hovered = self.focused = -1
        return True

    def choose(self, rows: Ints) -> None:
        """Take note of which sites are picked."""
        places = np.flatnonzero(np.isin(self.clusters.members, rows))
        which = np.searchsorted(self.clusters.starts, places, side="right") - 1
        self.chosen = frozenset(which.tolist())

    def give_way(self, x: Floats, y: Floats, metres_per_pixel: float) -> None:
        """Let the marks give way to pins that stand at x, y of the plane."""
        self.clusters = yielding(self.clusters, x, y, metres_per_pixel)

    def mark(self, ranks: Ints, steps: Ints) -> None:
        """Tell the best rank in each, as the ranking now stands."""
        best = self.clusters.best(ranks)
        there = np.maximum(best, 0)
        self.counts = self.clusters.counts
        self.ranks = np.where(best >= 0, ranks[there], 0)
        self.steps = steps[there]

    def mark_of(self, place: int) -> Mark:
        """Return what the mark of one cluster shows."""
        return Mark(int(self.counts[place]), int(self.ranks[place]), int(self.steps[place]))

    def look(self, extent: Extent) -> None:
        """Take note of where the view is."""
        self.at = extent.pixels(self.clusters.x, self.clusters.y)
        self.seen = np.flatnonzero(extent.visible(self.clusters.x, self.clusters.y, 24.0))

    def hit(self, x: float, y: float) -> int:
        """Return the cluster at a pixel; -1 when there is none."""
        if not len(self.seen):
            return -1
        away = self.at[self.seen] - (x, y)
        place = int(self.seen[np.argmin(np.hypot(away[:, 0], away[:, 1] + PILL / 4))])
        across, down = x - self.at[place, 0], y - self.at[place, 1]
        reach = radius_of(int(self.counts[place]))
        on_disc = np.hypot(across, down) <= reach + 1
        on_pill = abs(across) <= PILL and 0 <= down <= reach + PILL / 2
        return place if on_disc or on_pill else -1

    def boxes(self) -> Floats:
        """Return the boxes of the marks in view, in pixels."""
        reach = np.array([radius_of(each) for each in self.counts[self.seen].tolist()])
        at, size = self.at[self.seen], reach.reshape(-1, 1)
        boxes: Floats = np.hstack((at - size, at + size))
        boxes[:, 3] += PILL / 2
        return boxes

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the marks in view, and what rings those that are picked or have the hand."""
        if not len(self.seen):
            return
        soft = QColor(theme.accent)
        soft.setAlphaF(0.45)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        for place in self.chosen.intersection(self.seen.tolist()):
            self._ring(painter, place, 5.0)
        self._paint_marks(painter, theme)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place, width in ((self.hovered, 1.6), (self.focused, 2.4)):
            if place in self.seen:
                painter.setPen(QPen(QColor(theme.accent), width))
                self._ring(painter, place, 1.6)

    def _ring(self, painter: QPainter, place: int, beyond: float) -> None:
        reach = radius_of(int(self.counts[place])) + beyond
        painter.drawEllipse(QPointF(*np.round(self.at[place])), reach, reach)

    def _paint_marks(self, painter: QPainter, theme: Theme) -> None:
        order = self.seen[np.argsort(-self.ranks[self.seen], kind="stable")]  # the best on top
        if strokes_wanted():
            for place in order.tolist():
                middle = QPointF(*np.round(self.at[place]))
                paint_mark(painter, middle, self.mark_of(place), theme)
            return
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        sheet = self._sheet
        if sheet is None or (sheet.theme, sheet.ratio) != (theme, ratio):
            sheet = self._sheet = MarkSheet(theme, ratio)
        table = sheet.fragments(
            self.at[order], self.counts[order], self.ranks[order], self.steps[order]
        )
        first = shiboken6.wrapInstance(table.ctypes.data, QPainter.PixmapFragment)
        painter.drawPixmapFragments(
            cast("QPainter.PixmapFragment", first), len(table), sheet.pixmap
        )
