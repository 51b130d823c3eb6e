"""What of the grid lies nearest to a place: a known power station, a substation, a line."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from siteselect.geo.crs import EARTH_RADIUS_M
from siteselect.geo.proximity import nearest_edge, nearest_point
from siteselect.language import say, say_number
from siteselect.model.user_layer import Role
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.own_data import OwnFeatures
from siteselect.ui.map.projection import scene_point, to_geographic

SPARE = 1.02
"""So much farther than need be is looked, for edges that bend between their ends."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """One thing near a place: what it is, its name, which may be empty, and the geodesic to it."""

    kind: str
    name: str
    km: float


def nearby(data: MapData, lon: float, lat: float) -> tuple[Nearby, ...]:
    """Return the nearest of each kind that the pack or a layer in sight knows, in this order."""
    return tuple(_found(data, lon, lat))


def _found(data: MapData, lon: float, lat: float) -> Iterator[Nearby]:
    stations = data.stations
    if len(stations):
        found = nearest_point(lon, lat, *to_geographic(stations.x, stations.y))
        yield Nearby("station", stations.rows[found.index[0]].name, float(found.km[0]))
    for role in (Role.SUBSTATIONS, Role.POWER_LINES):
        layers = [each.features for each in data.own if each.layer.role is role]
        near = [each for layer in layers if (each := _nearest_of(layer, role, lon, lat))]
        if near:
            yield min(near, key=lambda each: each.km)


def _nearest_of(features: OwnFeatures, role: Role, lon: float, lat: float) -> Nearby | None:
    """Return the nearest feature: few are left by the plane, and those are measured."""
    x, y = scene_point(lon, lat)
    point = shapely.Point(x, y)
    rows, apart = features.tree.query_nearest(point, return_distance=True)
    if len(rows) == 0:
        return None
    reach = float(apart[0]) * _stretch(y, float(apart[0])) * SPARE + 1.0
    rows = np.sort(features.tree.query(point, predicate="dwithin", distance=reach))
    shapes = shapely.transform(
        features.geometry[rows], lambda at: np.column_stack(to_geographic(at[:, 0], at[:, 1]))
    )
    found = nearest_edge(lon, lat, shapes, inside_is_zero=role is Role.SUBSTATIONS)
    if found.index[0] < 0:
        return None
    return Nearby(role.value, features.names[rows[found.index[0]]], float(found.km[0]))


def _stretch(y: float, metres: float) -> float:
    """Return how much more the plane stretches in one part of a disc about y than in another."""
    least, most = max(abs(y) - metres, 0.0), abs(y) + metres
    return math.cosh(most / EARTH_RADIUS_M) / math.cosh(least / EARTH_RADIUS_M)


def nearby_words(near: Nearby) -> str:
    """Return what is near, in a line."""
    distance = say("{radius} km", radius=say_number(near.km, 1))
    return _LINES[near.kind](near.name or say("no name"), distance)


_LINES: dict[str, Callable[[str, str], str]] = {
    "station": lambda name, far: say(
        "Nearest power station: {name}, {distance}", name=name, distance=far
    ),
    Role.SUBSTATIONS.value: lambda name, far: say(
        "Nearest substation: {name}, {distance}", name=name, distance=far
    ),
    Role.POWER_LINES.value: lambda name, far: say(
        "Nearest power line: {name}, {distance}", name=name, distance=far
    ),
}
