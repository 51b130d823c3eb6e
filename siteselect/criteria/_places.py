"""Where sites lie: within the pack's reach, in which region, and near which points of a layer.

What depends on sites and pack alone is kept, so that moving the day looks at no geometry.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from siteselect.criteria._cells import BEYOND, Cell, column, known, layer_day, layer_source, unknown
from siteselect.geo.overlay import holding_polygon
from siteselect.geo.proximity import Edges, Nearest, edges_of, nearest_edge, nearest_point
from siteselect.language import say
from siteselect.model.arrays import Bools, Ints
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.places import Places, Reading, gathered, unknown_at
from siteselect.model.sites import Site, Sites
from siteselect.packs.pack import Pack

KEPT = 8
"""So many sets of sites are remembered; a study has one at a time."""

_SHORE_KM = 20.0
"""Simplified borders and coasts leave towns outside by some kilometres; judgement."""


@lru_cache(maxsize=KEPT)
def places_of(sites: Sites) -> Places:
    """Return the points and jurisdictions of sites as columns."""
    codes = tuple(dict.fromkeys(site.country for site in sites.items))
    rows = {code: row for row, code in enumerate(codes)}
    country = np.array([rows[site.country] for site in sites.items], dtype=np.intp)
    off = np.array([site.off_map for site in sites.items], dtype=bool)
    return Places(sites.lon, sites.lat, codes, country, off)


def outside(places: Places, pack: Pack) -> Bools:
    """Return which points lie off the map, where the layers of the pack say nothing."""
    west, south, east, north = pack.manifest.bounds
    lon, lat = places.lon, places.lat
    return np.asarray((lon < west) | (lon > east) | (lat < south) | (lat > north) | places.off_map)


@lru_cache(maxsize=KEPT)
def beyond(sites: Sites, pack: Pack) -> NDArray[np.bool_]:
    """Return which sites lie off the map."""
    return outside(places_of(sites), pack)


def by_country(places: Places, cell_of: Callable[[str], Cell]) -> Reading:
    """Return what holds for a whole jurisdiction at every point of it."""
    cells = [cell_of(code).amount for code in places.codes]
    return gathered(
        places.country,
        [each.value for each in cells],
        [each.low for each in cells],
        [each.high for each in cells],
    )


@lru_cache(maxsize=KEPT)
def regions_of(sites: Sites, pack: Pack) -> tuple[str, ...]:
    """Return the code of the region that holds each site within its own country; "" for none."""
    return _regions(sites, pack)


@lru_cache(maxsize=1024)
def region_of(site: Site, pack: Pack) -> str:
    """Return the code of the region that holds one site; "" for none."""
    return _regions(Sites((site,)), pack)[0]


def _regions(sites: Sites, pack: Pack) -> tuple[str, ...]:
    rows = region_rows(places_of(sites), pack)
    if not pack.has_layer("regions"):
        return ("",) * len(sites)
    names = pack.layer("regions")["code"].to_numpy()
    return tuple(names[row] if row >= 0 else "" for row in rows.tolist())


def region_rows(places: Places, pack: Pack) -> Ints:
    """Return the row of the region that holds each point within its own country; -1 for none."""
    found = np.full(len(places), -1, dtype=np.intp)
    if not pack.has_layer("regions"):
        return found
    frame = pack.layer("regions")
    shapes, owner = frame.geometry.to_numpy(), frame["jurisdiction"].to_numpy()
    for row, country in enumerate(places.codes):
        inside = np.flatnonzero((places.country == row) & ~places.off_map)
        own = np.flatnonzero(np.isin(owner, pack.manifest.lineage(country)))
        if len(inside) == 0 or len(own) == 0:
            continue
        lon, lat = places.lon[inside], places.lat[inside]
        held = holding_polygon(lon, lat, shapes[own], _SHORE_KM).index
        found[inside[held >= 0]] = own[held[held >= 0]]
    return found


def distance_to_points(
    sites: Sites, pack: Pack, layer: str, least: tuple[str, float] | None = None
) -> Column:
    """Return km to the nearest point of a layer; `least` names a column and its lower bound."""
    frame = pack.layer(layer)
    if least is not None:
        frame = frame[frame[least[0]].astype(float) >= least[1]]
    found = _kept_points(sites, pack, layer, least)
    names = frame["name"].to_numpy()
    return _distances(sites, pack, layer, found, lambda row: str(names[row]))


def distance_to_edges(sites: Sites, pack: Pack, layer: str, what: str) -> Column:
    """Return km to the nearest line or outline of a layer that the user may bring; else unknown."""
    if not pack.has_layer(layer):
        way = say("drop an OpenStreetMap extract or any own layer to know it")
        return column(
            [unknown(say("No {what} layer in the pack: {way}.", what=what, way=way))] * len(sites)
        )
    return _distances(
        sites, pack, layer, _kept_edges(sites, pack, layer), _names(pack, layer, what)
    )


def distance_to_areas(sites: Sites, pack: Pack, layer: str, what: str, lacking: str) -> Column:
    """Return km to the nearest polygon of a layer, 0 in it; else unknown, as `lacking` says."""
    if not pack.has_layer(layer):
        return column([unknown(lacking)] * len(sites))
    found = _nearest_areas(places_of(sites), pack, layer)
    return _distances(sites, pack, layer, found, _names(pack, layer, what))


def _names(pack: Pack, layer: str, what: str) -> Callable[[int], str]:
    """Return what tells of a feature: what it is, its voltage or class, its name."""
    frame = pack.layer(layer)
    if not {"name", "kind", "kv"} <= set(frame.columns):
        return lambda _: what

    def told(row: int) -> str:
        feature = frame.iloc[row]
        kv = f"{feature['kv']:g} kV" if feature["kv"] > 0 else ""  # NaN is no voltage
        known = [str(feature[each]) for each in ("kind", "name") if isinstance(feature[each], str)]
        about = ", ".join(part for part in (kv, *known) if part and part != what)
        return f"{what} ({about})" if about else what

    return told


def read_areas(places: Places, pack: Pack, layer: str) -> Reading:
    """Return km from each point to the nearest polygon, 0 in it; unknown without such a layer."""
    if not pack.has_layer(layer):
        return unknown_at(places)
    return _near(places, pack, _nearest_areas(places, pack, layer))


def read_points(
    places: Places, pack: Pack, layer: str, least: tuple[str, float] | None = None
) -> Reading:
    """Return km from each point to the nearest of a layer; unknown where the pack lacks it."""
    if not pack.has_layer(layer):
        return unknown_at(places)
    return _near(places, pack, _nearest_points(places, pack, layer, least))


def read_edges(places: Places, pack: Pack, layer: str) -> Reading:
    """Return km from each point to the nearest line or outline; unknown without such a layer."""
    if not pack.has_layer(layer):
        return unknown_at(places)
    return _near(places, pack, _nearest_edges(places, pack, layer))


def _near(places: Places, pack: Pack, found: Nearest) -> Reading:
    return Reading(np.where(outside(places, pack), np.nan, found.km))


def _nearest_points(
    places: Places, pack: Pack, layer: str, least: tuple[str, float] | None
) -> Nearest:
    frame = pack.layer(layer)
    if least is not None:
        frame = frame[frame[least[0]].astype(float) >= least[1]]
    points = frame.geometry
    return nearest_point(places.lon, places.lat, points.x.to_numpy(), points.y.to_numpy())


def _nearest_edges(places: Places, pack: Pack, layer: str) -> Nearest:
    return nearest_edge(places.lon, places.lat, edges_in(pack, layer))


def _nearest_areas(places: Places, pack: Pack, layer: str) -> Nearest:
    return nearest_edge(places.lon, places.lat, edges_in(pack, layer), inside_is_zero=True)


@lru_cache(maxsize=16)
def edges_in(pack: Pack, layer: str) -> Edges:
    """Return the edges of a layer, cut once for all who ask."""
    return edges_of(pack.layer(layer).geometry.to_numpy())


def nearest_feature(sites: Sites, pack: Pack, layer: str) -> Nearest:
    """Return which feature of a layer is nearest to each site; kept with the distance to it."""
    return _kept_edges(sites, pack, layer)


@lru_cache(maxsize=4 * KEPT)
def _kept_points(sites: Sites, pack: Pack, layer: str, least: tuple[str, float] | None) -> Nearest:
    return _nearest_points(places_of(sites), pack, layer, least)


@lru_cache(maxsize=4 * KEPT)
def _kept_edges(sites: Sites, pack: Pack, layer: str) -> Nearest:
    return _nearest_edges(places_of(sites), pack, layer)


def _distances(
    sites: Sites, pack: Pack, layer: str, found: Nearest, name: Callable[[int], str]
) -> Column:
    source, day, off = layer_source(pack, layer), layer_day(pack, layer), beyond(sites, pack)
    cells: list[Cell] = []
    for row, km in enumerate(found.km):
        if off[row]:
            cells.append(unknown(BEYOND))
        elif np.isnan(km):
            cells.append(
                unknown(
                    say("The layer {layer} of the pack holds nothing to measure to.", layer=layer)
                )
            )
        else:
            note = say("to {name}, as the crow flies", name=name(int(found.index[row])))
            cells.append(known(km, Provenance(source, day, Confidence.HIGH, note)))
    return column(cells)
