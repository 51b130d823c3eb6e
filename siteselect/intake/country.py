"""What a pack tells a reader of tables: jurisdictions, their polygons, the home view."""

import math

import numpy as np
import shapely

from siteselect.geo.overlay import holding_polygon
from siteselect.intake.offers import Region
from siteselect.packs.pack import Pack

_SHORE_KM = 5.0
"""Simplified coasts and borders leave towns on the edge outside by so much."""
_KM_A_DEGREE = 110.0
"""A little less than any degree of latitude is long, so that the shore never falls short."""


def region_of(pack: Pack) -> Region:
    """Return the region of `pack`: polygons are read when a row first asks for them."""
    titles = {code: entry.title for code, entry in pack.manifest.jurisdictions.items()}
    return Region(titles, _CountryAt(pack, frozenset(titles)), pack.manifest.bounds)


class _CountryAt:
    """The jurisdiction at a point: first-level regions first, then whole countries."""

    def __init__(self, pack: Pack, codes: frozenset[str]) -> None:
        self._pack, self._codes = pack, codes
        self._trees: dict[str, shapely.STRtree] = {}

    def __call__(self, lon: float, lat: float) -> str | None:
        for layer, column in (("regions", "jurisdiction"), ("countries", "code")):
            if not self._pack.has_layer(layer):
                continue
            row = _holding(self._tree(layer), lon, lat)
            code = "" if row is None else str(self._pack.layer(layer)[column].iloc[row])
            if code in self._codes:
                return code
        return None

    def _tree(self, layer: str) -> shapely.STRtree:
        if layer not in self._trees:
            self._trees[layer] = shapely.STRtree(self._pack.layer(layer).geometry.to_numpy())
        return self._trees[layer]


def _holding(tree: shapely.STRtree, lon: float, lat: float) -> int | None:
    """Return the row of the polygon that holds a point, or whose shore is near; None for none.

    A table may hold thousands of points: the tree answers for nearly all of them, and only what
    lies just outside is measured.
    """
    within = tree.query(shapely.Point(lon, lat), predicate="within")
    if within.size:
        return int(within.min())
    north = _SHORE_KM / _KM_A_DEGREE
    east = north / max(math.cos(math.radians(lat)), 0.01)
    near = np.sort(tree.query(shapely.box(lon - east, lat - north, lon + east, lat + north)))
    if not near.size:
        return None
    place = int(holding_polygon([lon], [lat], tree.geometries[near], _SHORE_KM).index[0])
    return int(near[place]) if place >= 0 else None
