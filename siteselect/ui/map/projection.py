"""The plane of the map: spherical Mercator (EPSG:3857) in metres, y downwards."""

import math

import numpy as np

from siteselect.geo.crs import EARTH_RADIUS_M, GEOD, from_web_mercator, to_web_mercator
from siteselect.geo.notation import DECIMAL, write_point
from siteselect.geo.round_length import round_below
from siteselect.model.arrays import Floats

PIXEL_METRES = 0.0254 / 96.0
"""The pixel of the nominal scale: 96 to the inch, whatever the screen really has."""


def to_scene(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Return x and y in metres of the plane, y downwards."""
    x, y = to_web_mercator(lon, lat)
    return x, -y


def to_geographic(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return longitude and latitude in degrees of points of the plane."""
    return from_web_mercator(x, -np.asarray(y))


def scene_point(lon: float, lat: float) -> tuple[float, float]:
    """Return one point of the plane."""
    x, y = to_scene(np.array([lon]), np.array([lat]))
    return float(x[0]), float(y[0])


def geographic_point(x: float, y: float) -> tuple[float, float]:
    """Return longitude and latitude of one point of the plane."""
    lon, lat = to_geographic(np.array([x]), np.array([y]))
    return float(lon[0]), float(lat[0])


def project(coordinates: Floats) -> Floats:
    """Return an n x 2 array of longitudes and latitudes as points of the plane."""
    return np.column_stack(to_scene(coordinates[:, 0], coordinates[:, 1]))


def ground_metres(x: float, y: float, metres_per_pixel: float, pixels: float) -> float:
    """Return how far apart on the ellipsoid two points are that lie `pixels` apart about x, y."""
    half = metres_per_pixel * pixels / 2
    lon, lat = to_geographic(np.array([x - half, x + half]), np.array([y, y]))
    return float(GEOD.inv(lon[0], lat[0], lon[1], lat[1])[2])


def bar(x: float, y: float, metres_per_pixel: float, longest: float) -> tuple[float, float]:
    """Return length in metres and in pixels of a scale bar that is true about x, y.

    The length is 1, 2 or 5 times a power of ten and at most `longest` pixels wide.
    """
    reach = ground_metres(x, y, metres_per_pixel, longest)
    metres = round_below(reach)
    return metres, longest * metres / reach


def scale(y: float, metres_per_pixel: float) -> float:
    """Return the denominator of the nominal scale at the height y of the plane."""
    return metres_per_pixel / math.cosh(y / EARTH_RADIUS_M) / PIXEL_METRES


def position_text(x: float, y: float, denominator: float, notation: str = DECIMAL) -> str:
    """Return what the status line tells: "45.214° N 78.902° E · 1 : 9 300 000".

    Digits that move by less than a pixel are left out, but a place is told to 100 m at least.
    """
    lon, lat = geographic_point(x, y)
    digits = max(0, int(math.log10(max(denominator, 1.0))) - 1)
    rounded = round(denominator / 10**digits) * 10**digits
    grouped = f"{rounded:,}".replace(",", "\u2009")
    pixel = denominator * PIXEL_METRES
    fine = next((each for each in (100.0, 10.0) if pixel >= each / 5), 1.0)
    return f"{write_point(lon, lat, notation, fine)} · 1 : {grouped}"
