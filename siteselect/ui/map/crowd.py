"""The clusters on the map: gathered once a scale, marked anew when the ranking changes."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from siteselect.model.arrays import Floats, Ints
from siteselect.ui.map.cluster_marks import PILL, Mark, paint_mark, radius_of
from siteselect.ui.map.clusters import Clusters, gathered, none, yielding
from siteselect.ui.map.extent import Extent
from siteselect.ui.theme import Theme


class Crowd:
    """Knows the clusters, where their marks stand in the view, and which one has the hand."""

    def __init__(self) -> None:
        self.clusters: Clusters = none()
        self.at: Floats = np.empty((0, 2))
        """Where the marks stand, in pixels of the view."""
        self.seen: Ints = np.empty(0, np.intp)
        """The clusters in view."""
        self.marks: list[Mark] = []
        self.best: Ints = np.empty(0, np.intp)
        """The best ranked site of each, -1 where none has a rank."""
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
        self.best = self.clusters.best(ranks)
        there = np.maximum(self.best, 0)
        marked = zip(
            self.clusters.counts.tolist(),
            np.where(self.best >= 0, ranks[there], 0).tolist(),
            steps[there].tolist(),
            strict=True,
        )
        self.marks = [Mark(*each) for each in marked] if len(self.clusters) else []

    def look(self, extent: Extent) -> None:
        """Take note of where the view is."""
        self.at = extent.pixels(self.clusters.x, self.clusters.y)
        self.seen = np.flatnonzero(extent.visible(self.clusters.x, self.clusters.y, 24.0))

    def hit(self, x: float, y: float) -> int:
        """Return the cluster at a pixel; -1 when there is none."""
        for place in self.seen.tolist():
            across, down = x - self.at[place, 0], y - self.at[place, 1]
            reach = radius_of(self.marks[place].count)
            if np.hypot(across, down) <= reach + 1 or (
                abs(across) <= PILL / 2 + 3 and 0 <= down <= reach + PILL / 2
            ):
                return int(place)
        return -1

    def boxes(self) -> Floats:
        """Return the boxes of the marks in view, in pixels."""
        reach = np.array([radius_of(self.marks[place].count) for place in self.seen.tolist()])
        at, size = self.at[self.seen], reach.reshape(-1, 1)
        boxes: Floats = np.hstack((at - size, at + size))
        boxes[:, 3] += PILL / 2
        return boxes

    def each_seen(self) -> Iterator[tuple[int, Mark, QPointF]]:
        """Return the clusters in view, the best on top."""
        places = self.seen.tolist()
        for place in sorted(places, key=lambda each: -(self.marks[each].rank or 10**9)):
            yield place, self.marks[place], QPointF(*np.round(self.at[place]))

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the marks in view, and what rings the one that has the hand."""
        soft = QColor(theme.accent)
        soft.setAlphaF(0.45)
        for place, mark, middle in self.each_seen():
            if place in self.chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(soft)
                reach = radius_of(mark.count) + 5
                painter.drawEllipse(middle, reach, reach)
            paint_mark(painter, middle, mark, theme)
            if place in {self.hovered, self.focused}:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(theme.accent), 2.4 if place == self.focused else 1.6))
                reach = radius_of(mark.count) + 1.6
                painter.drawEllipse(middle, reach, reach)
