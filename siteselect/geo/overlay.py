"""Which polygon holds a point."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from siteselect.geo.proximity import nearest_edge
from siteselect.model.arrays import Floats, Ints


@dataclass(frozen=True, eq=False, slots=True)
class Holding:
    """For every point the polygon that holds it."""

    index: Ints
    """Row of the polygon; -1 when none holds it."""
    km: Floats
    """0 inside; how far outside when it was taken as on the shore; NaN when none holds it."""

    @property
    def on_shore(self) -> NDArray[np.bool_]:
        """Whether the point lies outside, near enough to count."""
        return np.asarray(self.km > 0)


def holding_polygon(
    lon: ArrayLike, lat: ArrayLike, polygons: ArrayLike, tolerance_km: float = 0.0
) -> Holding:
    """Return which polygon holds each point, or the nearest one within a tolerance.

    Simplified coasts and borders leave towns on the shore outside; the tolerance takes them in.
    Where polygons overlap the first one holds the point.

    Parameters
    ----------
    lon, lat
        The points, in degrees.
    polygons
        Shapely polygons in degrees.
    tolerance_km
        How far outside a point may lie, in kilometres.

    Examples
    --------
    >>> squares = [shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)]
    >>> found = holding_polygon([0.5, 1.5, 2.01, 9.0], [0.5, 0.5, 0.5, 0.5], squares, 5.0)
    >>> found.index.tolist(), found.km.round(2).tolist()
    ([0, 1, 1, -1], [0.0, 0.0, 1.11, nan])
    """
    lon, lat = (np.atleast_1d(np.asarray(each, float)) for each in (lon, lat))
    shapes = np.atleast_1d(np.asarray(polygons, dtype=object))
    index, km = np.full(len(lon), -1, dtype=np.intp), np.full(len(lon), np.nan)
    for row, (west, south, east, north) in enumerate(shapely.bounds(shapes)):
        near = (index < 0) & (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
        places = np.flatnonzero(near)
        if len(places) == 0:
            continue
        shapely.prepare(shapes[row])
        index[places[shapely.contains_xy(shapes[row], lon[places], lat[places])]] = row
    km[index >= 0] = 0.0
    outside = np.flatnonzero(index < 0)
    if tolerance_km > 0 and len(outside) and len(shapes):
        edge = nearest_edge(lon[outside], lat[outside], shapes)
        taken = edge.km <= tolerance_km
        index[outside[taken]], km[outside[taken]] = edge.index[taken], edge.km[taken]
    return Holding(index, km)
