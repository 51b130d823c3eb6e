"""From longitude and latitude to the pixels of a picture, and shapes to SVG paths."""

import math
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from siteselect.geo.crs import EARTH_RADIUS_M, GEOD, from_web_mercator, to_web_mercator
from siteselect.geo.round_length import round_below
from siteselect.model.arrays import Floats

_FINE = 0.35
"""Two points nearer than so many pixels need not both be drawn."""
_SPECK = 0.6
"""A ring of fewer square pixels is not seen."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A view in Web Mercator, north up, `width` pixels wide."""

    west: float
    south: float
    east: float
    north: float
    width: float = 1120.0

    @property
    def scale(self) -> float:
        """Pixels a radian of longitude."""
        return self.width / math.radians(self.east - self.west)

    @property
    def height(self) -> float:
        """Pixels from the southern edge to the northern."""
        return self.scale * (_mercator(self.north) - _mercator(self.south))

    def x(self, lon: float) -> float:
        """Return the pixel of a longitude, from the left."""
        return self.scale * math.radians(lon - self.west)

    def y(self, lat: float) -> float:
        """Return the pixel of a latitude, from the top."""
        return self.scale * (_mercator(self.north) - _mercator(lat))

    def holds(self, lon: float, lat: float) -> bool:
        """Return whether the point lies in the picture."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def path(self, shape: BaseGeometry) -> str:
        """Return the path data of polygons or lines, cut to the picture; empty when outside."""
        drawn = shapely.transform(shape, self._pixels)
        drawn = shapely.clip_by_rect(drawn, -8, -8, self.width + 8, self.height + 8)
        drawn = shapely.simplify(drawn, _FINE)
        return "".join(_piece(part) for part in shapely.get_parts(drawn).tolist())

    def label_point(self, shape: BaseGeometry) -> tuple[float, float] | None:
        """Return a point well within what the picture shows of `shape`."""
        drawn = shapely.transform(shape, self._pixels)
        drawn = shapely.clip_by_rect(drawn, 0, 0, self.width, self.height)
        parts = [part for part in shapely.get_parts(drawn).tolist() if part.area > 2500]
        if not parts:
            return None
        middle = shapely.maximum_inscribed_circle(
            shapely.simplify(max(parts, key=lambda part: float(part.area)), 2.0), tolerance=4.0
        )
        x, y = shapely.get_coordinates(middle)[0].tolist()
        return x, y

    def scale_bar(self, most: float = 160.0) -> tuple[float, float]:
        """Return a round length in kilometres and its pixels, true at the centre."""
        lat = float(from_web_mercator(0.0, self._middle() * EARTH_RADIUS_M)[1])
        lon, step = (self.west + self.east) / 2, math.degrees(1 / self.scale)
        per_pixel = GEOD.inv(lon, lat, lon + step, lat)[2] / 1000
        km = round_below(most * per_pixel)
        return km, km / per_pixel

    def _middle(self) -> float:
        return (_mercator(self.south) + _mercator(self.north)) / 2

    def _pixels(self, points: Floats) -> Floats:
        x = self.scale * np.radians(points[:, 0] - self.west)
        rise = to_web_mercator(0.0, points[:, 1])[1] / EARTH_RADIUS_M
        return np.column_stack([x, self.scale * (_mercator(self.north) - rise)])


def _mercator(lat: float) -> float:
    """Return the height of a latitude in radii of the earth."""
    return float(to_web_mercator(0.0, lat)[1]) / EARTH_RADIUS_M


def _piece(part: BaseGeometry) -> str:
    if isinstance(part, shapely.Polygon):
        rings = [part.exterior, *part.interiors]
        return "".join(
            f"{_line(ring.coords)}Z" for ring in rings if shapely.Polygon(ring).area > _SPECK
        )
    return _line(part.coords) if isinstance(part, shapely.LineString) and part.length > 1 else ""


def _line(points: object) -> str:
    pairs = np.asarray(points, dtype=np.float64)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in pairs.tolist())
