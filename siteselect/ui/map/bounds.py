"""Parts of the map in degrees, as scenes and bookmarks keep them, and back."""

from PySide6.QtCore import QPointF, QRect

from siteselect.model.scene import Bounds
from siteselect.ui.map.levels import Window
from siteselect.ui.map.plane_view import PlaneView
from siteselect.ui.map.projection import geographic_point, scene_point

DIGITS = 4
"""Of a degree: some ten metres, where a pixel is 25 at the nearest."""


def window_of(bounds: Bounds) -> Window:
    """Return the part of the plane that bounds in degrees enclose."""
    left, foot = scene_point(bounds.west, bounds.south)
    right, top = scene_point(bounds.east, bounds.north)
    return (left, top, right, foot)


def bounds_of(view: PlaneView, room: QRect) -> Bounds:
    """Return what a part of a view shows, in degrees, to less than a pixel."""
    west, north = geographic_point(*view.plane_at(QPointF(room.topLeft())))
    east, south = geographic_point(*view.plane_at(QPointF(room.bottomRight())))
    return Bounds(
        max(round(west, DIGITS), -180.0),
        max(round(south, DIGITS), -85.0),
        min(round(east, DIGITS), 180.0),
        min(round(north, DIGITS), 85.0),
    )
