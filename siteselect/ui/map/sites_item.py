"""Candidate sites as pins: a new evaluation rewrites which sprite each pin shows, nothing else."""

from typing import cast

import numpy as np
import shiboken6
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from siteselect.model.arrays import Floats, Ints
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.model.sites import Sites
from siteselect.ui.map.borne_names import BorneNames
from siteselect.ui.map.crowd import Crowd
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.labels import Spot
from siteselect.ui.map.naming import Name
from siteselect.ui.map.needles import Needles
from siteselect.ui.map.picture import Order
from siteselect.ui.map.pins import (
    CELL,
    DOT_CELL,
    FAIL,
    Mask,
    Pin,
    Sheet,
    kinds_of,
    paint_pin,
    radii,
    stems,
)
from siteselect.ui.map.projection import to_scene
from siteselect.ui.map.spread import MOST, spread
from siteselect.ui.strokes import strokes_wanted
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.ramp import score_span, steps_of

NUMBERED = 150
"""So many pins at once wear a number; of more, the best ranked do, and those others that crowd
are gathered into clusters: the rest are dots."""
BEST = 30
PICKED = 60
"""At most so many picked ones wear a number of a crowd; marks tell where the others are."""


class SitesItem(QGraphicsItem):
    """All pins of the map, painted in pixels."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.sites: Sites | None = None
        self.evaluation: Evaluation | None = None
        self.domain = (0.0, 1.0)
        """Scores at the two ends of the ramp."""
        self.selected: Ints = np.empty(0, np.intp)
        self.hovered = -1
        self.east: Floats = np.empty(0)
        self.south: Floats = np.empty(0)
        self.offsets: Floats = np.empty((0, 2))
        """How far each pin stands from its point, in pixels."""
        self.numbered: Mask = np.empty(0, bool)
        self.kinds: Ints = np.empty(0, np.intp)
        self.steps: Ints = np.empty(0, np.intp)
        self.drawn: Ints = np.empty(0, np.intp)
        """Rows of the pins in view, in the order in which they are painted."""
        self.at: Floats = np.empty((0, 2))
        """Where every pin stands, in pixels of the view."""
        self._verdicts: tuple[Verdict, ...] = ()
        self._on_map: Mask = np.empty(0, bool)
        self._points: Floats = np.empty((0, 2))
        self._fragments: Floats = np.empty((0, 10))
        self.names = BorneNames()
        self.crowd = Crowd()
        self._gathered: Mask = np.empty(0, bool)
        """Which sites are in a cluster, and so have no pin."""
        self._needles = Needles()
        self._numbered: Ints = np.empty(0, np.intp)
        self._arranged: tuple[object, ...] = ()
        self._sheet: Sheet | None = None
        self._ratio = 1.0

    def boundingRect(self) -> QRectF:
        """Return the whole plane: pins are painted in pixels, wherever the view is."""
        return QRectF(-4e7, -4e7, 8e7, 8e7)

    # what is shown

    def display(self, evaluation: Evaluation) -> bool:
        """Colour and number the pins anew; True when the sites are others than before."""
        fresh = self.evaluation is None or evaluation.matrix.sites is not self.sites
        self.evaluation = evaluation
        if fresh:
            self.sites = evaluation.matrix.sites
            self.east, self.south = to_scene(self.sites.lon, self.sites.lat)
            count = len(self.sites)
            self._on_map = np.array([not site.off_map for site in self.sites.items], bool)
            self.offsets = np.zeros((count, 2))
            self.numbered = np.ones(count, bool)
            self._gathered = np.zeros(count, bool)
            self.crowd = Crowd()
            self.selected = np.empty(0, np.intp)
            self.hovered = -1
            self.names.clear()
            self._arranged = ()
            self._numbered = np.empty(0, np.intp)
            self._sheet = None
            self.drawn = np.empty(0, np.intp)  # of the sites before; `arrange` follows
            self._fragments = np.empty((0, 10))
        if evaluation.verdicts != self._verdicts:
            self._verdicts = evaluation.verdicts
            self.kinds = kinds_of(evaluation.verdicts)
        self.steps = steps_of(evaluation.scores, *self.domain)
        self._recolour()
        return fresh

    def fit_domain(self) -> None:
        """Stretch the ramp over the scores that rank, to whole tens of points."""
        if self.evaluation is None:
            return
        scores = self.evaluation.scores
        if np.isfinite(scores).any():
            self.domain = score_span(scores)
        self.steps = steps_of(self.evaluation.scores, *self.domain)
        self._recolour()

    def apply_theme(self, theme: Theme) -> None:
        """Paint the sprites anew."""
        self.theme, self._sheet = theme, None
        self.update()

    # where it stands

    def arrange(self, extent: Extent) -> None:
        """Choose which pins wear a number, and move apart those that cover each other."""
        if self.evaluation is None or self.sites is None:
            return
        there = self._on_map
        near = there if there.sum() <= NUMBERED else there & extent.visible(self.east, self.south)
        self.numbered = near.copy()
        if near.sum() > NUMBERED:
            ranks = self.evaluation.ranks
            self.numbered &= (ranks > 0) & (ranks <= BEST)
            places = np.where(ranks > 0, ranks, len(ranks) + 1)[self.selected]
            few = self.selected[np.argsort(places, kind="stable")[:PICKED]]
            self.numbered[few] = there[few]
        self._gather(np.flatnonzero(there & ~self.numbered & (near.sum() > NUMBERED)), extent)
        rows = np.flatnonzero(self.numbered)
        size = radii(self.kinds, self.numbered)[rows] + 0.5
        arranged = (extent.metres_per_pixel, rows.tobytes(), size.tobytes())
        if arranged != self._arranged:  # pins stand the same wherever the view is
            self._arranged = arranged
            self._numbered = rows
            self.offsets = np.zeros((len(self.sites), 2))
            if len(rows) <= MOST:
                points = extent.pixels(self.east[rows], self.south[rows])
                stem = stems(self.kinds, self.numbered)[rows]
                self.offsets[rows] = stem + spread(points + stem, size)
        step, heads = extent.metres_per_pixel, self.offsets[rows] * extent.metres_per_pixel
        self.crowd.give_way(self.east[rows] + heads[:, 0], self.south[rows] + heads[:, 1], step)
        self.look(extent)

    def _gather(self, rows: Ints, extent: Extent) -> None:
        if self.crowd.gather(self.east, self.south, rows, extent.metres_per_pixel):
            self._gathered = np.zeros(len(self.east), bool)
            self._gathered[self.crowd.clusters.members] = True
        self.crowd.choose(self.selected)

    def look(self, extent: Extent) -> None:
        """Take note of where the view is: which pins are in it, and at which pixels."""
        if self.evaluation is None or self.sites is None:
            return
        self._ratio = extent.ratio
        self._points = extent.pixels(self.east, self.south)
        self.at = self._points + self.offsets
        self.crowd.look(extent)
        shown = self._on_map & ~self._gathered & (self.at > -CELL).all(axis=1)
        shown &= (self.at < (extent.width + CELL, extent.height + CELL)).all(axis=1)
        places = np.where(self.evaluation.ranks > 0, self.evaluation.ranks, len(self.sites) + 1)
        rows = np.lexsort((-places, self.kinds != FAIL, self.numbered))
        self.drawn = rows[shown[rows]]
        self._settle()

    def _settle(self) -> None:
        """Lay out the fragments: dots first, then each numbered pin followed by its number."""
        dots = int((~self.numbered[self.drawn]).sum())
        pins = len(self.drawn) - dots
        table = np.zeros((dots + 2 * pins, 10))
        rows = self._rows()
        table[:, :2] = np.round(self.at[rows])
        table[:dots, 4:6] = DOT_CELL * self._ratio
        table[dots:, 4:6] = CELL * self._ratio
        table[:, 6:8] = 1.0 / self._ratio
        table[:, 9] = 1.0
        self._fragments = table
        self._recolour()

    def _rows(self) -> Ints:
        """Return the site of each fragment."""
        dots = int((~self.numbered[self.drawn]).sum())
        return np.concatenate((self.drawn[:dots], np.repeat(self.drawn[dots:], 2)))

    def _recolour(self) -> None:
        """Rewrite which sprite each fragment shows."""
        sheet, evaluation = self._sprites(), self.evaluation
        if evaluation is not None and len(self.crowd.clusters):
            self.crowd.mark(evaluation.ranks, self.steps)
        if evaluation is not None and len(self._fragments):
            dots = len(self.drawn) - (len(self._fragments) - len(self.drawn))
            rows, pins = self.drawn, self.drawn[dots:]
            cells = sheet.pin_cells(self.kinds[rows], self.steps[rows], self.numbered[rows])
            self._fragments[:dots, 2:4] = cells[:dots] + (CELL - DOT_CELL) / 2 * self._ratio
            self._fragments[dots::2, 2:4] = cells[dots:]
            self._fragments[dots + 1 :: 2, 2:4] = sheet.number_cells(
                self.kinds[pins], self.steps[pins], evaluation.ranks[pins]
            )
        self.update()

    def _sprites(self) -> Sheet:
        count = len(self.sites) if self.sites is not None else 1
        if self._sheet is None or self._sheet.ratio != self._ratio:
            self._sheet = Sheet(self.theme, self._ratio, count)
        return self._sheet

    def bear(self, order: Order, names: list[Name], spots: list[Spot | None]) -> None:
        """Take the names that found room in a picture; each stays where it is beside its pin."""
        self.names.take(order, names, spots, self._ratio)
        self.update()

    # asking

    def hit(self, x: float, y: float, reach: float = 2.0) -> int:
        """Return the row of the pin at a pixel, the one on top first; -1 when there is none."""
        if not len(self.drawn):
            return -1
        away = np.hypot(*(self.at[self.drawn] - (x, y)).T)
        size = radii(self.kinds[self.drawn], self.numbered[self.drawn]) + reach
        under = np.flatnonzero(away <= size)
        return int(self.drawn[under[-1]]) if len(under) else -1

    def pickable(self) -> Ints:
        """Return the rows of the pins in view, and of the sites that are gathered."""
        return np.concatenate((self.drawn, self.crowd.clusters.members))

    def on_map(self, row: int) -> bool:
        """Return whether a site lies in the pack's region and is drawn."""
        return bool(self._on_map[row])

    def boxes(self) -> Floats:
        """Return the boxes of the numbered pins and of clusters, in pixels."""
        rows = self.drawn[self.numbered[self.drawn]]
        size = radii(self.kinds[rows], self.numbered[rows])[:, None]
        pins = np.hstack((self.at[rows] - size, self.at[rows] + size))
        return np.vstack((pins, self.crowd.boxes()))

    def taken(self) -> Floats:
        """Return the boxes of all that is drawn of the sites: numbered pins and their names."""
        return np.vstack((self.boxes(), self.names.boxes(self.at, self.drawn)))

    # painting

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint dots, then needles, halos and names, then numbered pins."""
        del option
        if not len(self._fragments) and not len(self.crowd.seen):
            return
        painter.save()
        painter.resetTransform()
        if strokes_wanted() and widget is not None:
            painter.setClipRect(QRectF(widget.rect()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dots = 2 * len(self.drawn) - len(self._fragments)
        self._paint_sprites(painter, self._fragments[:dots], self.drawn[:dots])
        self.crowd.paint(painter, self.theme)
        self._needles.paint(painter, self._points, self.offsets, self._numbered, self.theme)
        self._paint_halos(painter)
        self.names.paint(painter, self.at, self.drawn)
        self._paint_sprites(painter, self._fragments[dots:], self.drawn[dots:])
        painter.restore()

    def _paint_sprites(self, painter: QPainter, table: Floats, rows: Ints) -> None:
        if strokes_wanted() and self.evaluation is not None:
            for row in rows.tolist():
                pin = Pin(
                    int(self.kinds[row]),
                    int(self.steps[row]),
                    int(self.evaluation.ranks[row]) if self.numbered[row] else None,
                )
                paint_pin(painter, QPointF(*np.round(self.at[row])), pin, self.theme)
        elif len(table):
            first = shiboken6.wrapInstance(table.ctypes.data, QPainter.PixmapFragment)
            painter.drawPixmapFragments(
                cast("QPainter.PixmapFragment", first), len(table), self._sprites().pixmap
            )

    def _paint_halos(self, painter: QPainter) -> None:
        marked = [(int(row), True) for row in self.selected]
        if self.hovered >= 0:
            marked.append((self.hovered, False))
        for row, chosen in marked:
            if row not in self.drawn:
                continue
            size = radii(self.kinds[row : row + 1], self.numbered[row : row + 1])[0]
            middle = QPointF(*np.round(self.at[row]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if chosen:
                soft = QColor(self.theme.accent)
                soft.setAlphaF(0.30)
                painter.setPen(QPen(soft, 8.0))
                painter.drawEllipse(middle, size + 3.5, size + 3.5)
            painter.setPen(QPen(QColor(self.theme.accent), 2.2 if chosen else 1.6))
            painter.drawEllipse(middle, size + 2.2, size + 2.2)
