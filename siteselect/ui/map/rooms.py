"""Where in an area its name may stand: well inside, near the middle, of what is in view."""

from typing import Self

import numpy as np
import shapely

from siteselect.model.arrays import Floats
from siteselect.ui.map.levels import Shapes, Window
from siteselect.ui.map.paths import Geometries

GRID = 9
"""Lines of the grid of possible places, each way."""
MOST = 24
"""At most so many places are offered."""
Room = tuple[float, Floats]
"""Area in square metres of the plane, and points, the best first."""


class Rooms:
    """The largest part of each area, coarsely; rooms of whole areas are reckoned once."""

    def __init__(self, areas: Geometries) -> None:
        self.areas = areas
        self.bounds: Floats = shapely.bounds(areas).reshape(-1, 4)
        self._rooms: dict[int, Room] = {}

    @classmethod
    def of(cls, shapes: Shapes, count: int) -> Self:
        """Return the rooms of the first so many rows of some shapes."""
        areas = np.empty(count, object)
        for row in range(count):
            parts = shapes.parts[shapes.rows == row]
            largest = (
                parts[int(np.argmax(shapely.area(parts)))] if len(parts) else shapely.Polygon()
            )
            left, top, right, foot = largest.bounds if len(parts) else (0.0, 0.0, 0.0, 0.0)
            coarse = max(right - left, foot - top) / 200
            areas[row] = shapely.buffer(shapely.simplify(largest, coarse), 0)
        return cls(areas)

    def seen(self, window: Window, least: float = 0.0) -> list[int]:
        """Return the areas that meet a window and are at least so many metres across."""
        left, top, right, foot = window
        box = self.bounds
        meets = (box[:, 0] <= right) & (box[:, 2] >= left)
        meets &= (box[:, 1] <= foot) & (box[:, 3] >= top)
        meets &= box[:, 2] - box[:, 0] >= least
        return np.flatnonzero(meets).tolist()

    def room(self, row: int, window: Window) -> Room:
        """Return how much of an area is in the window, and where in it a name may stand."""
        left, top, right, foot = window
        box = self.bounds[row]
        if box[0] >= left and box[1] >= top and box[2] <= right and box[3] <= foot:
            if row not in self._rooms:
                self._rooms[row] = _room(self.areas[row])
            return self._rooms[row]
        return _room(shapely.clip_by_rect(self.areas[row], left, top, right, foot))


def _room(area: shapely.Geometry) -> Room:
    parts = shapely.get_parts(area)
    if not len(parts):
        return 0.0, np.empty((0, 2))
    sizes: Floats = shapely.area(parts)
    largest = parts[int(np.argmax(sizes))]
    left, top, right, foot = shapely.bounds(largest).tolist()
    steps = np.linspace(0, 1, GRID + 2)[1:-1]
    x, y = np.meshgrid(left + steps * (right - left), top + steps * (foot - top))
    shapely.prepare(largest)
    within = shapely.contains_xy(largest, x.ravel(), y.ravel())
    points: Floats = np.column_stack((x.ravel()[within], y.ravel()[within]))
    middle = shapely.get_coordinates(shapely.centroid(largest))
    depth = shapely.distance(shapely.boundary(largest), shapely.points(points))
    away = np.hypot(points[:, 0] - middle[0, 0], points[:, 1] - middle[0, 1])
    order = np.argsort(0.6 * away - depth, kind="stable")
    return float(sizes.sum()), points[order][:MOST]
