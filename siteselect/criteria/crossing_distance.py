"""Distance to the nearest border crossing towards the origin that is open on the day."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from siteselect.criteria._cells import BEYOND, Cell, column, known, layer_source, title_of, unknown
from siteselect.criteria._places import KEPT, outside, places_of
from siteselect.criteria.measure import Measure
from siteselect.geo.crs import earth_centred, geodesic_km
from siteselect.language import later, remembered, say
from siteselect.model.arrays import Floats
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.places import Places, Reading, unknown_at
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.model.value_function import Linear
from siteselect.packs.pack import Pack
from siteselect.progress import Progress

LAYER = "border_crossings"
_IN_QUESTION = 1.01
"""Chords so many times the shortest may belong to the shortest geodesic."""


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return kilometres to the nearest open crossing between a site's country and the origin."""
    if not pack.has_layer(LAYER):
        return column([unknown(say("The pack has no layer of border crossings."))] * len(sites))
    is_open = tuple(_is_open(*days, context.as_of) for days in _days_of(pack))
    return _measured(sites, pack, is_open)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    if not pack.has_layer(LAYER):
        return unknown_at(places)
    is_open = tuple(_is_open(*days, context.as_of) for days in _days_of(pack))
    found = np.full(len(places), np.nan)
    points = pack.layer(LAYER).geometry
    lon, lat = np.asarray(points.x, dtype=np.float64), np.asarray(points.y, dtype=np.float64)
    for row, joins in enumerate(_joining_all(places, pack, is_open)):
        at, open_ones = places.rows(row), np.flatnonzero(joins)
        if len(at) and len(open_ones):
            found[at] = _nearest(places.lon[at], places.lat[at], lon[open_ones], lat[open_ones])
    return Reading(np.where(outside(places, pack), np.nan, found))


def _nearest(lon: Floats, lat: Floats, to_lon: Floats, to_lat: Floats) -> Floats:
    """Return the exact distance to the nearest of a few points: geodesics for those in question."""
    points, targets = earth_centred(lon, lat), earth_centred(to_lon, to_lat)
    chord = np.column_stack([np.linalg.norm(points - each, axis=1) for each in targets])
    close = chord <= chord.min(axis=1, keepdims=True) * _IN_QUESTION
    km = np.full(chord.shape, np.inf)
    site, target = np.nonzero(close)
    km[site, target] = geodesic_km(lon[site], lat[site], to_lon[target], to_lat[target])
    least: Floats = km.min(axis=1)
    return least


@remembered(4 * KEPT)
def _measured(sites: Sites, pack: Pack, is_open: tuple[bool, ...]) -> Column:
    km, places = _distances(sites, pack), places_of(sites)
    joins = dict(zip(places.codes, _joining_all(places, pack, is_open), strict=True))
    off = outside(places, pack)
    cells: list[Cell] = []
    for row, site in enumerate(sites.items):
        if off[row] or not joins[site.country].any():
            cells.append(unknown(BEYOND if off[row] else _no_crossing(pack, site.country)))
            continue
        best = int(np.where(joins[site.country], km[row], np.inf).argmin())
        cells.append(known(km[row, best], _provenance(pack, best)))
    return column(cells)


def _provenance(pack: Pack, crossing: int) -> Provenance:
    row, undated = pack.layer(LAYER).iloc[crossing], _days_of(pack)[crossing][0] is None
    told = [say("to {row}, as the crow flies", row=row["name"]), str(row["open_status"] or "")]
    told.append(say("opening day not known, taken as open") if undated else "")
    return Provenance(
        layer_source(pack, LAYER),
        "",
        Confidence.MEDIUM if undated else Confidence.HIGH,
        "; ".join(each for each in told if each),
        "day unknown" if undated else "",
    )


@lru_cache(maxsize=KEPT)
def _distances(sites: Sites, pack: Pack) -> Floats:
    points = pack.layer(LAYER).geometry
    lon, lat = points.x.to_numpy(), points.y.to_numpy()
    return geodesic_km(sites.lon[:, None], sites.lat[:, None], lon[None, :], lat[None, :])


def _joining_all(places: Places, pack: Pack, is_open: tuple[bool, ...]) -> list[NDArray[np.bool_]]:
    """Return for each jurisdiction of `places` the open crossings between it and the origin."""
    sides = [frozenset(str(each).split("-")) for each in pack.layer(LAYER)["sides"]]
    return [_joining(sides, pack, each) & np.array(is_open, bool) for each in places.codes]


def _joining(sides: list[frozenset[str]], pack: Pack, country: str) -> NDArray[np.bool_]:
    """Return which crossings lie between a site's country and the origin's.

    From within the origin every crossing out of it counts.
    """
    origin, own = pack.manifest.lineage(pack.manifest.origin), pack.manifest.lineage(country)
    return np.array(
        [not each.isdisjoint(origin) and not each.isdisjoint(own) for each in sides], dtype=bool
    )


@lru_cache(maxsize=4)
def _days_of(pack: Pack) -> tuple[tuple[date | None, date | None], ...]:
    """Return the days on which each crossing opened and closed; None where not known."""
    frame = pack.layer(LAYER)
    return tuple(zip(_days(frame["opened"]), _days(frame["closed"]), strict=True))


def _days(cells: Iterable[str]) -> list[date | None]:
    return [date.fromisoformat(each) if each else None for each in cells]


def _is_open(opened: date | None, closed: date | None, day: date) -> bool:
    return (opened is None or opened <= day) and (closed is None or day <= closed)


def _no_crossing(pack: Pack, country: str) -> str:
    whose, origin = title_of(pack, country), title_of(pack, pack.manifest.origin)
    return say(
        "The pack knows no crossing between {whose} and {origin} that is open on the day.",
        whose=whose,
        origin=origin,
    )


MEASURE = Measure(
    title=later("Distance to an open crossing"),
    unit="km",
    group=later("Logistics"),
    about=(
        later(
            "Geodesic kilometres to the nearest border crossing between the "
            "site's country and the country of the origin that is open on the "
            "day; ways through a third country are not looked at. A crossing "
            "whose opening day is unknown counts and is flagged. Anchors 50 to "
            "1,500 km are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=1500, best=50),
    weight=3,
    layers=(LAYER,),
    reads=frozenset({"day"}),
)
