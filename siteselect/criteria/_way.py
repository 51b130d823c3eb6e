"""How far machines travel: from where they stand, over an open crossing, to each site."""

from datetime import date

import numpy as np

from siteselect.criteria._cells import BEYOND, Cell, column, known, layer_source, title_of, unknown
from siteselect.criteria._places import beyond, places_of
from siteselect.geo.crs import geodesic_km
from siteselect.language import say
from siteselect.model.arrays import Floats
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.money import Origin
from siteselect.model.sites import Sites
from siteselect.packs.pack import Pack

LAYER = "border_crossings"
Crossing = tuple[str, set[str], tuple[float, float]]
"""Name, the countries on its two sides, and its point."""


def way(sites: Sites, pack: Pack, day: date, origin: Origin | None) -> Column:
    """Return km as the crow flies by way of the best open crossing.

    The origin lies in the country of the pack's origin. Without one the way begins at the crossing.
    Within that country there is no border to cross.
    """
    home = set(pack.manifest.lineage(pack.manifest.origin))
    off = beyond(sites, pack.base)
    cells: list[Cell] = []
    crossings = _crossings(pack, day)
    lineages = {each: set(pack.manifest.lineage(each)) for each in places_of(sites).codes}
    ways_at = _ways(sites, crossings, origin)
    for row, site in enumerate(sites.items):
        own = lineages[site.country]
        if off[row]:
            cells.append(unknown(BEYOND))
        elif home & own:
            cells.append(_within(origin, float(sites.lon[row]), float(sites.lat[row])))
        else:
            ways = [
                (float(km[row]), name)
                for (name, sides, _), km in zip(crossings, ways_at, strict=True)
                if sides & home and sides & own
            ]
            if ways:
                km, name = min(ways)
                source = layer_source(pack, LAYER)
                note = say(
                    "{origin} over {name}, as the crow flies", origin=_from(origin), name=name
                )
                cells.append(known(km, Provenance(source, "", Confidence.MEDIUM, note)))
            else:
                cells.append(
                    unknown(
                        say(
                            "No crossing between {place} and {origin} is known to be open "
                            "on {day}.",
                            place=title_of(pack, site.country),
                            origin=title_of(pack, pack.manifest.origin),
                            day=day,
                        )
                    )
                )
    return column(cells)


def _crossings(pack: Pack, day: date) -> list[Crossing]:
    """Return name, the two sides and the point of each crossing that is open on the day."""
    if not pack.has_layer(LAYER):
        return []
    frame = pack.layer(LAYER)
    points = frame.geometry
    days = zip(frame["opened"], frame["closed"], strict=True)
    is_open = [_text(first) <= day.isoformat() <= (_text(last) or "9") for first, last in days]
    rows = zip(frame["name"], frame["sides"], points.x, points.y, is_open, strict=True)
    return [
        (str(name), set(str(sides).split("-")), (float(lon), float(lat)))
        for name, sides, lon, lat, opened in rows
        if opened
    ]


def _text(cell: object) -> str:
    return str(cell)[:10] if isinstance(cell, str) else ""


def _within(origin: Origin | None, lon: float, lat: float) -> Cell:
    if origin is None:
        note = say("within the country that the machines leave from; where they stand is not said")
        return known(0.0, Provenance(say("Place of the machines"), "", Confidence.LOW, note))
    km = _km(origin.lon, origin.lat, lon, lat)
    return known(km, Provenance(say("Place of the machines"), "", Confidence.USER, _from(origin)))


def _ways(sites: Sites, crossings: list[Crossing], origin: Origin | None) -> list[Floats]:
    """Return for each crossing the way over it to every site, in kilometres."""
    found = []
    for _, _, point in crossings:
        there = 0.0 if origin is None else _km(origin.lon, origin.lat, *point)
        found.append(there + geodesic_km(*point, sites.lon, sites.lat))
    return found


def _from(origin: Origin | None) -> str:
    return say("from {place}", place=origin.name) if origin else say("from the border on")


def _km(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    ends = (np.array([each]) for each in (lon, lat, other_lon, other_lat))
    return float(geodesic_km(*ends)[0])
