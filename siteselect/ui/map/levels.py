"""Shapes of the plane at many levels of detail: only what is seen, only as fine as is seen."""

import math
from collections.abc import Iterator

import numpy as np
import shapely
from PySide6.QtGui import QPainterPath

from siteselect.model.arrays import Floats, Ints
from siteselect.ui.map.paths import Geometries, parts_of, path_of

DEVIATION = 0.5
"""How far, in pixels, a simplified line may leave the true one."""
SMALLEST = 0.8
"""Polygons of less than so many pixels across are not drawn."""

Window = tuple[float, float, float, float]
"""A part of the plane: least x, least y, greatest x, greatest y, in metres."""


class Shapes:
    """Polygons or lines of one layer, each part simplified and made a path when first drawn."""

    def __init__(self, geometries: Geometries) -> None:
        self.parts: Geometries
        self.rows: Ints
        self.parts, self.rows = parts_of(geometries)
        self.bounds: Floats = shapely.bounds(self.parts).reshape(-1, 4)
        self._areal = bool(len(self.parts)) and shapely.get_dimensions(self.parts[0]) == 2
        self._levels: dict[int, tuple[Geometries, dict[int, QPainterPath]]] = {}

    def __len__(self) -> int:
        return len(self.parts)

    def paths(self, metres_per_pixel: float, window: Window) -> Iterator[tuple[int, QPainterPath]]:
        """Yield row and path of each part that can be seen in the window."""
        shapes, ready = self._level(metres_per_pixel)
        for part in self.seen(metres_per_pixel, window).tolist():
            path = ready.get(part)
            if path is None:
                path = ready[part] = path_of(shapes[part])
            yield int(self.rows[part]), path

    def seen(self, metres_per_pixel: float, window: Window) -> Ints:
        """Return the parts that meet the window and are large enough to be seen."""
        left, top, right, foot = window
        box = self.bounds
        meets = (box[:, 0] <= right) & (box[:, 2] >= left)
        meets &= (box[:, 1] <= foot) & (box[:, 3] >= top)
        if self._areal:
            across = np.maximum(box[:, 2] - box[:, 0], box[:, 3] - box[:, 1])
            meets &= across >= SMALLEST * metres_per_pixel
        return np.flatnonzero(meets)

    def coarse(self, metres_per_pixel: float) -> Geometries:
        """Return every part as drawn at this scale."""
        return self._level(metres_per_pixel)[0]

    def vertices(self, metres_per_pixel: float) -> int:
        """Return how many vertices are drawn at this scale, all parts together."""
        return int(shapely.get_num_coordinates(self.coarse(metres_per_pixel)).sum())

    def _level(self, metres_per_pixel: float) -> tuple[Geometries, dict[int, QPainterPath]]:
        """Return the level whose tolerance is a power of two just below what can be seen."""
        level = math.floor(math.log2(max(DEVIATION * metres_per_pixel, 1.0)))
        if level not in self._levels:
            shapes = (
                shapely.simplify(self.parts, 2.0**level, preserve_topology=self._areal)
                if level > 0
                else self.parts
            )
            self._levels[level] = (shapes, {})
        return self._levels[level]
