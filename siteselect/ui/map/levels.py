"""Shapes of the plane at many levels of detail: only what is seen, only as fine as is seen."""

import math
from collections.abc import Iterator
from typing import Self

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtGui import QPainterPath

from siteselect.model.arrays import Floats, Ints
from siteselect.ui.map.paths import Geometries, parts_of, path_of, path_through

DEVIATION = 0.5
"""How far, in pixels, a simplified line may leave the true one."""
SMALLEST = 0.8
"""Polygons of less than so many pixels across are not drawn."""
BANDS = 400
"""At most so many strips are kept, of all scales together."""
OUTLINED = 2.5
"""How many times larger a polygon must be to be seen in an outline."""
PIECE = 40
"""Vertices of a piece of a line."""

Window = tuple[float, float, float, float]
"""A part of the plane: least x, least y, greatest x, greatest y, in metres."""
EVERYWHERE: Window = (-math.inf, -math.inf, math.inf, math.inf)


class Shapes:
    """Polygons or lines of one layer, each part simplified and made a path when first drawn."""

    def __init__(self, geometries: Geometries, *, whole: bool = True) -> None:
        """Take polygons or lines; lines that need not stay `whole` are stroked piece by piece."""
        self.parts: Geometries
        self.rows: Ints
        self.parts, self.rows = parts_of(geometries)
        self.bounds: Floats = shapely.bounds(self.parts).reshape(-1, 4)
        self._areal = bool(len(self.parts)) and shapely.get_dimensions(self.parts[0]) == 2
        self._pieces: dict[int, tuple[Floats, list[QPainterPath]]] = {}
        self._bands: dict[tuple[int, float], QPainterPath] = {}
        self._whole = whole or self._areal
        self._levels: dict[int, tuple[Geometries, dict[int, QPainterPath]]] = {}

    @classmethod
    def of_parts(cls, parts: Geometries, rows: Ints) -> Self:
        """Return shapes of simple parts whose rows are known."""
        made = cls(parts)
        made.rows = rows
        return made

    def __len__(self) -> int:
        return len(self.parts)

    def outline(self, metres_per_pixel: float) -> QPainterPath:
        """Return all that can be seen at a scale as one path; lines keep their short pieces."""
        path = QPainterPath()
        if self._areal:
            for part in self.seen(OUTLINED * metres_per_pixel, EVERYWHERE).tolist():
                path.addPath(self._path(part, metres_per_pixel))
        else:
            for piece in self.strokes(metres_per_pixel, EVERYWHERE):
                path.addPath(piece)
        return path

    def paths(self, metres_per_pixel: float, window: Window) -> Iterator[tuple[int, QPainterPath]]:
        """Yield row and path of each part that can be seen in the window."""
        for part in self.seen(metres_per_pixel, window).tolist():
            yield int(self.rows[part]), self._path(part, metres_per_pixel)

    def bands(
        self, metres_per_pixel: float, window: Window, pixels: float
    ) -> Iterator[tuple[int, QPainterPath]]:
        """Yield row and path of the strip of so many pixels within the edge of each part."""
        wide = pixels * metres_per_pixel
        shapes = self.coarse(metres_per_pixel)
        for part in self.seen(metres_per_pixel, window).tolist():
            key = (part, wide)
            if key not in self._bands:
                while len(self._bands) >= BANDS:
                    self._bands.pop(next(iter(self._bands)))
                self._bands[key] = band_of(shapes[part], wide)
            yield int(self.rows[part]), self._bands[key]

    def strokes(self, metres_per_pixel: float, window: Window) -> Iterator[QPainterPath]:
        """Yield the paths to stroke: short pieces, which Qt strokes in a fraction of the time."""
        if self._whole:
            yield from (path for _, path in self.paths(metres_per_pixel, window))
            return
        level = self._number(metres_per_pixel)
        if level not in self._pieces:
            self._pieces[level] = pieces_of(self.coarse(metres_per_pixel))
        bounds, paths = self._pieces[level]
        for piece in np.flatnonzero(_meets(bounds, window)).tolist():
            yield paths[piece]

    def seen(self, metres_per_pixel: float, window: Window) -> Ints:
        """Return the parts that meet the window and are large enough to be seen."""
        box = self.bounds
        meets = _meets(box, window)
        if self._areal:
            across = np.maximum(box[:, 2] - box[:, 0], box[:, 3] - box[:, 1])
            meets &= across >= SMALLEST * metres_per_pixel
        return np.flatnonzero(meets)

    def _path(self, part: int, metres_per_pixel: float) -> QPainterPath:
        shapes, ready = self._level(metres_per_pixel)
        if part not in ready:
            ready[part] = path_of(shapes[part])
        return ready[part]

    def coarse(self, metres_per_pixel: float) -> Geometries:
        """Return every part as drawn at this scale."""
        return self._level(metres_per_pixel)[0]

    def vertices(self, metres_per_pixel: float) -> int:
        """Return how many vertices are drawn at this scale, all parts together."""
        return int(shapely.get_num_coordinates(self.coarse(metres_per_pixel)).sum())

    @staticmethod
    def _number(metres_per_pixel: float) -> int:
        return math.floor(math.log2(max(DEVIATION * metres_per_pixel, 1.0)))

    def _level(self, metres_per_pixel: float) -> tuple[Geometries, dict[int, QPainterPath]]:
        """Return the level whose tolerance is a power of two just below what can be seen."""
        level = self._number(metres_per_pixel)
        if level not in self._levels:
            shapes = (
                shapely.simplify(self.parts, 2.0**level, preserve_topology=self._areal)
                if level > 0
                else self.parts
            )
            self._levels[level] = (shapes, {})
        return self._levels[level]


def band_of(area: shapely.Geometry, wide: float) -> QPainterPath:
    """Return the strip of some width within the edge of a polygon, its inner edge a little coarser.

    Filled odd-even it needs neither a clip nor a stroke, which both cost ten times more.
    """
    path = path_of(area)
    inner = shapely.buffer(shapely.simplify(area, 0.2 * wide), -wide, quad_segs=2)
    for part in shapely.get_parts(inner):
        path.addPath(path_of(part))
    return path


def pieces_of(lines: Geometries) -> tuple[Floats, list[QPainterPath]]:
    """Return lines cut into pieces of some vertices: their bounds and their paths."""
    bounds, paths = [], []
    for line in lines:
        points = shapely.get_coordinates(line)
        for start in range(0, len(points) - 1, PIECE):
            piece = points[start : start + PIECE + 1]
            bounds.append([*piece.min(axis=0), *piece.max(axis=0)])
            paths.append(path_through(piece, np.zeros(1, np.intp)))
    return np.array(bounds).reshape(-1, 4), paths


def _meets(box: Floats, window: Window) -> NDArray[np.bool_]:
    """Return which bounds meet a window."""
    left, top, right, foot = window
    across = (box[:, 0] <= right) & (box[:, 2] >= left)
    meets: NDArray[np.bool_] = across & (box[:, 1] <= foot) & (box[:, 3] >= top)
    return meets
