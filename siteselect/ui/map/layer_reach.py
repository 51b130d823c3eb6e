"""How far each layer of the map reaches, for looking at the whole of it."""

import numpy as np
import shapely

from siteselect.model.arrays import Floats
from siteselect.ui.map.extent import window_about
from siteselect.ui.map.levels import Shapes, Window
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.own_data import OwnDrawn
from siteselect.ui.map.sites_item import SitesItem

OWN = "own "
"""What the key of a user's own layer begins with."""


def own_key(layer: OwnDrawn) -> str:
    """Return the key of a layer of the user's among those of the pack."""
    return f"{OWN}{layer.layer.name}"


def reach_of(key: str, data: MapData, pins: SitesItem) -> Window | None:
    """Return the window that holds all of a layer; None where nothing of it is there."""
    if key.startswith(OWN):
        found = [each for each in data.own if own_key(each) == key]
        return _of_bounds(shapely.total_bounds(found[0].features.geometry)) if found else None
    if key == "sites":
        there = [row for row in range(len(pins.east)) if pins.on_map(row)]
        return _about(pins.east[there], pins.south[there])
    points = {
        "stations": (data.stations.x, data.stations.y),
        "crossings": (data.crossings.x, data.crossings.y),
        "airports": (data.airports.x, data.airports.y),
        "places": (data.places.x, data.places.y),
    }
    if key in points:
        return _about(*points[key])
    areas: dict[str, Shapes] = {"lakes": data.lakes, "disputed": data.borders.disputed}
    if key in areas:
        return _of_bounds(shapely.total_bounds(areas[key].parts))
    return data.home  # what covers the whole region


def _about(x: Floats, y: Floats) -> Window | None:
    return window_about(x, y) if len(x) else None


def _of_bounds(bounds: Floats) -> Window | None:
    left, top, right, foot = bounds.tolist()
    if not np.isfinite(bounds).all():
        return None
    return window_about(np.array([left, right]), np.array([top, foot]))
