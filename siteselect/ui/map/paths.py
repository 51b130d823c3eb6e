"""From shapely geometries to painter paths, without a loop over coordinates."""

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QDataStream
from PySide6.QtGui import QPainterPath

from siteselect.model.arrays import Floats, Ints
from siteselect.ui.map.projection import project

Geometries = NDArray[np.object_]
_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
"""One element of a path as QDataStream writes it: 0 moves, 1 draws a line."""


def projected(geometries: Geometries) -> Geometries:
    """Return geometries in degrees as geometries of the plane."""
    flat: Geometries = shapely.transform(shapely.force_2d(geometries), project)
    return flat


def parts_of(geometries: Geometries) -> tuple[Geometries, Ints]:
    """Return the simple parts of geometries, and to which row each part belongs."""
    parts, rows = shapely.get_parts(geometries, return_index=True)
    kept = ~shapely.is_empty(parts)
    return parts[kept], rows[kept]


def path_of(geometry: shapely.Geometry) -> QPainterPath:
    """Return one polygon or line as a painter path (odd-even, so holes stay open)."""
    rings = (
        shapely.get_rings(geometry)
        if shapely.get_type_id(geometry) == shapely.GeometryType.POLYGON
        else np.array([geometry])
    )
    points, ring = shapely.get_coordinates(rings, return_index=True)
    return path_through(points, np.flatnonzero(np.diff(ring, prepend=-1)))


def path_through(points: Floats, starts: Ints) -> QPainterPath:
    """Return the path through n x 2 points, with a new subpath at each of `starts`."""
    path = QPainterPath()
    if not len(points):
        return path
    elements = np.empty(len(points), _ELEMENT)
    elements["kind"] = 1
    elements["kind"][starts] = 0
    elements["x"], elements["y"] = points[:, 0], points[:, 1]
    head = np.array([len(points)], ">i4").tobytes()
    tail = np.array([int(starts[-1]), 0], ">i4").tobytes()
    stream = QDataStream(QByteArray(head + elements.tobytes() + tail))
    stream >> path
    return path
