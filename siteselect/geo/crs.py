"""Coordinates: WGS 84 longitude and latitude, earth-centred vectors, and Web Mercator.

Measuring is geodesic on WGS 84; Web Mercator (EPSG:3857) is for drawing alone.
"""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike
from pyproj import Geod

from siteselect.model.arrays import Floats

GEOD: Final = Geod(ellps="WGS84")
"""Geodesics on the WGS 84 ellipsoid (Karney 2013: exact to some nanometres)."""

EARTH_RADIUS_M: Final = float(GEOD.a)
"""The equatorial radius of WGS 84, which is also the radius of Web Mercator's sphere."""

MERCATOR_LIMIT: Final = 85.051128779806604
"""The latitude at which Web Mercator's square ends, in degrees."""


def geodesic_km(lon: ArrayLike, lat: ArrayLike, to_lon: ArrayLike, to_lat: ArrayLike) -> Floats:
    """Return the geodesic distance on WGS 84 between pairs of points.

    Parameters
    ----------
    lon, lat, to_lon, to_lat
        Degrees; of one shape, or single numbers that serve all.

    Returns
    -------
    Floats
        Kilometres.

    References
    ----------
    C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 43-55 (2013).

    Examples
    --------
    >>> round(float(geodesic_km(0.0, 0.0, 1.0, 0.0)), 3)  # one degree of the equator
    111.319
    """
    pairs = np.broadcast_arrays(*(np.asarray(each, float) for each in (lon, lat, to_lon, to_lat)))
    first, second, third, fourth = (each.ravel() for each in pairs)
    _, _, metres = GEOD.inv(first, second, third, fourth)
    kilometres: Floats = np.asarray(metres, dtype=np.float64).reshape(pairs[0].shape) / 1000.0
    return kilometres


def earth_centred(lon: ArrayLike, lat: ArrayLike) -> Floats:
    """Return points of the WGS 84 ellipsoid as earth-centred vectors in kilometres, n x 3.

    A chord between two of them is shorter than the geodesic by 1 part in 1 000 at 1 000 km, and
    by less than 1 part in 10 000 below 300 km; their order by distance is the same to within
    1 part in 100 000 below 1 000 km.

    Examples
    --------
    >>> earth_centred(0.0, 0.0).round(3).tolist()
    [[6378.137, 0.0, 0.0]]
    """
    longitude, latitude = (
        np.radians(np.atleast_1d(np.asarray(each, float))) for each in (lon, lat)
    )
    normal = EARTH_RADIUS_M / 1000.0 / np.sqrt(1.0 - GEOD.es * np.sin(latitude) ** 2)
    level = normal * np.cos(latitude)
    vectors: Floats = np.column_stack(
        [
            level * np.cos(longitude),
            level * np.sin(longitude),
            normal * (1.0 - GEOD.es) * np.sin(latitude),
        ]
    )
    return vectors


def to_web_mercator(lon: ArrayLike, lat: ArrayLike) -> tuple[Floats, Floats]:
    """Return x and y in metres of EPSG:3857; latitudes beyond its square are cut to its edge.

    Examples
    --------
    >>> x, y = to_web_mercator(90.0, 0.0)
    >>> round(float(x), 2), round(float(y), 2)
    (10018754.17, 0.0)
    """
    latitude = np.clip(np.asarray(lat, float), -MERCATOR_LIMIT, MERCATOR_LIMIT)
    x: Floats = EARTH_RADIUS_M * np.radians(np.asarray(lon, float))
    y: Floats = EARTH_RADIUS_M * np.arctanh(np.sin(np.radians(latitude)))
    return x, y


def from_web_mercator(x: ArrayLike, y: ArrayLike) -> tuple[Floats, Floats]:
    """Return longitude and latitude in degrees of metres in EPSG:3857.

    Examples
    --------
    >>> lon, lat = from_web_mercator(*to_web_mercator(76.95, 43.24))
    >>> round(float(lon), 9), round(float(lat), 9)
    (76.95, 43.24)
    """
    lon: Floats = np.degrees(np.asarray(x, float) / EARTH_RADIUS_M)
    lat: Floats = np.degrees(np.arcsin(np.tanh(np.asarray(y, float) / EARTH_RADIUS_M)))
    return lon, lat
