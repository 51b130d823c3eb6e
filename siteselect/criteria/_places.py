"""Where sites lie: within the pack's reach, in which region, and near which points of a layer.

What depends on sites and pack alone is kept, so that moving the day looks at no geometry.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from siteselect.criteria._cells import BEYOND, Cell, column, known, layer_source, unknown
from siteselect.geo.overlay import holding_polygon
from siteselect.geo.proximity import Nearest, nearest_edge, nearest_point
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.sites import Site, Sites
from siteselect.packs.pack import Pack

KEPT = 8
"""So many sets of sites are remembered; a study has one at a time."""

_SHORE_KM = 20.0
"""Simplified borders and coasts leave towns outside by some kilometres; judgement."""


@lru_cache(maxsize=KEPT)
def beyond(sites: Sites, pack: Pack) -> NDArray[np.bool_]:
    """Return which sites lie off the map, where the layers of the pack say nothing."""
    west, south, east, north = pack.manifest.bounds
    outside = (sites.lon < west) | (sites.lon > east) | (sites.lat < south) | (sites.lat > north)
    return np.asarray(outside | np.array([site.off_map for site in sites.items], dtype=bool))


@lru_cache(maxsize=KEPT)
def regions_of(sites: Sites, pack: Pack) -> tuple[str, ...]:
    """Return the code of the region that holds each site within its own country; "" for none."""
    return _regions(sites, pack)


@lru_cache(maxsize=1024)
def region_of(site: Site, pack: Pack) -> str:
    """Return the code of the region that holds one site; "" for none."""
    return _regions(Sites((site,)), pack)[0]


def _regions(sites: Sites, pack: Pack) -> tuple[str, ...]:
    codes = np.full(len(sites), "", dtype=object)
    if not pack.has_layer("regions"):
        return tuple(codes)
    frame = pack.layer("regions")
    shapes, names = frame.geometry.to_numpy(), frame["code"].to_numpy()
    owner = frame["jurisdiction"].to_numpy()
    countries = np.array([site.country for site in sites.items], dtype=object)
    off = np.array([site.off_map for site in sites.items], dtype=bool)
    for country in sorted(set(countries[~off])):
        rows = np.flatnonzero((countries == country) & ~off)
        own = np.flatnonzero(np.isin(owner, pack.manifest.lineage(country)))
        found = holding_polygon(sites.lon[rows], sites.lat[rows], shapes[own], _SHORE_KM).index
        codes[rows[found >= 0]] = names[own[found[found >= 0]]]
    return tuple(codes)


def distance_to_points(
    sites: Sites, pack: Pack, layer: str, least: tuple[str, float] | None = None
) -> Column:
    """Return km to the nearest point of a layer; `least` names a column and its lower bound."""
    frame = pack.layer(layer)
    if least is not None:
        frame = frame[frame[least[0]].astype(float) >= least[1]]
    found = _nearest_points(sites, pack, layer, least)
    names = frame["name"].to_numpy()
    return _distances(sites, pack, layer, found, lambda row: str(names[row]))


def distance_to_edges(sites: Sites, pack: Pack, layer: str, what: str) -> Column:
    """Return km to the nearest line or outline of a layer that the user may bring; else unknown."""
    if not pack.has_layer(layer):
        way = "drop an OpenStreetMap extract or any own layer to know it"
        return column([unknown(f"No {what} layer in the pack: {way}.")] * len(sites))
    return _distances(sites, pack, layer, _nearest_edges(sites, pack, layer), lambda _: what)


@lru_cache(maxsize=4 * KEPT)
def _nearest_points(
    sites: Sites, pack: Pack, layer: str, least: tuple[str, float] | None
) -> Nearest:
    frame = pack.layer(layer)
    if least is not None:
        frame = frame[frame[least[0]].astype(float) >= least[1]]
    points = frame.geometry
    return nearest_point(sites.lon, sites.lat, points.x.to_numpy(), points.y.to_numpy())


@lru_cache(maxsize=4 * KEPT)
def _nearest_edges(sites: Sites, pack: Pack, layer: str) -> Nearest:
    return nearest_edge(sites.lon, sites.lat, pack.layer(layer).geometry.to_numpy())


def _distances(
    sites: Sites, pack: Pack, layer: str, found: Nearest, name: Callable[[int], str]
) -> Column:
    source, off = layer_source(pack, layer), beyond(sites, pack)
    cells: list[Cell] = []
    for row, km in enumerate(found.km):
        if off[row]:
            cells.append(unknown(BEYOND))
        elif np.isnan(km):
            cells.append(unknown(f"The layer {layer} of the pack holds nothing to measure to."))
        else:
            note = f"to {name(int(found.index[row]))}, as the crow flies"
            cells.append(known(km, Provenance(source, "", Confidence.HIGH, note)))
    return column(cells)
