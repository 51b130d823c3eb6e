"""Power stations round the sites, counted as of a day.

A station counts when its year is known and not later than the day's; an unknown year counts and is
flagged, and so is a coordinate that is a placeholder. Geometry is looked at once for all days.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from siteselect.criteria._cells import BEYOND, Cell, column, known, layer_source, title_of, unknown
from siteselect.criteria._places import KEPT, outside, places_of
from siteselect.geo.proximity import Pairs, nearest_point, sum_within, within
from siteselect.language import remembered, say
from siteselect.model.arrays import Bools, Floats, Ints
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.places import Places, Reading, unknown_at
from siteselect.model.sites import Sites
from siteselect.packs.pack import Pack

LAYER = "power_stations"
LARGE_MW = 100.0
FARTHEST_KM = 150.0


@dataclass(frozen=True, eq=False, slots=True)
class Stations:
    """The stations of a pack that count, as columns."""

    name: NDArray[np.object_]
    lon: Floats
    lat: Floats
    mw: Floats
    year: Floats
    """NaN where it is not known."""
    coordinate: NDArray[np.object_]
    source: NDArray[np.object_]
    jurisdictions: frozenset[str]


@dataclass(frozen=True, eq=False, slots=True)
class Vintages:
    """The nearest station of each year for each site; the first column holds unknown years."""

    years: Floats
    km: Floats
    station: Ints


@lru_cache(maxsize=4)
def stations(pack: Pack) -> Stations:
    """Return the stations that count."""
    import pandas as pd

    frame = pack.layer(LAYER)
    frame = frame[frame["counts"].astype(bool)]
    return Stations(
        frame["name"].to_numpy(dtype=object),
        np.asarray(frame.geometry.x, dtype=np.float64),
        np.asarray(frame.geometry.y, dtype=np.float64),
        np.asarray(frame["mw"], dtype=np.float64),
        np.asarray(pd.to_numeric(frame["year"], errors="coerce"), dtype=np.float64),
        frame["coordinate"].to_numpy(dtype=object),
        frame["source"].to_numpy(dtype=object),
        frozenset(frame["jurisdiction"]),
    )


def capacity(sites: Sites, pack: Pack, day: date, radius_km: float) -> Column:
    """Return the installed capacity within a radius of each site in MW."""
    hidden = _why_unknown(sites, pack)
    if all(hidden):
        return column(unknown(reason) for reason in hidden)
    return _capacity(sites, pack, _vintage(pack, day), radius_km)


def nearest_large(sites: Sites, pack: Pack, day: date) -> Column:
    """Return the distance of each site to the nearest station of 100 MW and more in km."""
    hidden = _why_unknown(sites, pack)
    if all(hidden):
        return column(unknown(reason) for reason in hidden)
    return _nearest_large(sites, pack, _vintage(pack, day))


def read_capacity(places: Places, pack: Pack, day: date, radius_km: float) -> Reading:
    """Return the installed capacity within a radius of each point in MW."""
    if not pack.has_layer(LAYER):
        return unknown_at(places)
    held = stations(pack)
    counts = ~(held.year > _vintage(pack, day))
    lon, lat, mw = held.lon[counts], held.lat[counts], held.mw[counts]
    found = sum_within(places.lon, places.lat, lon, lat, mw, radius_km)
    return Reading(np.where(_hidden(places, pack), np.nan, found))


def read_nearest_large(places: Places, pack: Pack, day: date) -> Reading:
    """Return the distance of each point to the nearest station of 100 MW and more in km."""
    if not pack.has_layer(LAYER):
        return unknown_at(places)
    held = stations(pack)
    at = np.flatnonzero((held.mw >= LARGE_MW) & ~(held.year > _vintage(pack, day)))
    found = nearest_point(places.lon, places.lat, held.lon[at], held.lat[at])
    return Reading(np.where(_hidden(places, pack), np.nan, found.km))


def _hidden(places: Places, pack: Pack) -> Bools:
    """Return where stations are not known: off the map, or in a land of which none is listed."""
    covered = stations(pack).jurisdictions
    dark = [covered.isdisjoint(pack.manifest.lineage(code)) for code in places.codes]
    return np.asarray(outside(places, pack) | np.array(dark, dtype=bool)[places.country])


def _vintage(pack: Pack, day: date) -> int:
    """Return the last year of any station that stood by the day's; between them nothing changes."""
    years = stations(pack).year
    standing = years[years <= day.year]
    return int(standing.max()) if len(standing) else 0


@remembered(16 * KEPT)
def _capacity(sites: Sites, pack: Pack, year: int, radius_km: float) -> Column:
    hidden, held, pairs = _why_unknown(sites, pack), stations(pack), _pairs(sites, pack)
    counts = (pairs.km <= radius_km) & ~(held.year[pairs.target] > year)
    site, target, km = pairs.site[counts], pairs.target[counts], pairs.km[counts]
    ends = np.searchsorted(site, np.arange(len(sites) + 1))
    fallback = layer_source(pack, LAYER)
    cells: list[Cell] = []
    for row, reason in enumerate(hidden):
        near = slice(ends[row], ends[row + 1])
        cells.append(
            unknown(reason) if reason else _total(held, target[near], km[near], year, fallback)
        )
    return column(cells)


@remembered(16 * KEPT)
def _nearest_large(sites: Sites, pack: Pack, year: int) -> Column:
    hidden = _why_unknown(sites, pack)
    held, vintages = stations(pack), _vintages(sites, pack)
    counted = ~(vintages.years > year)
    km = np.where(counted, vintages.km, np.inf)
    best = km.argmin(axis=1) if km.shape[1] else np.zeros(len(sites), np.intp)
    cells: list[Cell] = []
    for row, reason in enumerate(hidden):
        if reason or not counted.any():
            told = reason or say(
                "The pack knows no station of {large_mw:g} MW and more by then.", large_mw=LARGE_MW
            )
            cells.append(unknown(told))
            continue
        station = int(vintages.station[row, best[row]])
        note = say("to {name}, {mw:,.0f} MW", name=held.name[station], mw=held.mw[station])
        cells.append(known(km[row, best[row]], _provenance(held, np.array([station]), note, year)))
    return column(cells)


@lru_cache(maxsize=KEPT)
def _pairs(sites: Sites, pack: Pack) -> Pairs:
    held = stations(pack)
    return within(sites.lon, sites.lat, held.lon, held.lat, FARTHEST_KM)


@lru_cache(maxsize=KEPT)
def _vintages(sites: Sites, pack: Pack) -> Vintages:
    held = stations(pack)
    large = np.flatnonzero(held.mw >= LARGE_MW)
    year = held.year[large]
    groups = [large[np.isnan(year)]] + [large[year == each] for each in _known_years(year)]
    found = [nearest_point(sites.lon, sites.lat, held.lon[at], held.lat[at]) for at in groups]
    km = np.column_stack([np.where(np.isnan(each.km), np.inf, each.km) for each in found])
    station = np.column_stack(
        [at[each.index] if len(at) else each.index for at, each in zip(groups, found, strict=True)]
    )
    years = np.concatenate([[np.nan if len(groups[0]) else np.inf], _known_years(year)])
    return Vintages(years, km, station)


def _known_years(year: Floats) -> Floats:
    years: Floats = np.unique(year[np.isfinite(year)])
    return years


@remembered(KEPT)
def _why_unknown(sites: Sites, pack: Pack) -> tuple[str, ...]:
    """Return for each site why stations near it are not known; "" where they are."""
    if not pack.has_layer(LAYER):
        return (say("The pack has no layer of power stations."),) * len(sites)
    places = places_of(sites)
    off, hidden = outside(places, pack), _hidden(places, pack)
    reasons = []
    for row, site in enumerate(sites.items):
        if off[row]:
            reasons.append(BEYOND)
        elif hidden[row]:
            reasons.append(
                say(
                    "The pack holds no power stations of {pack}.", pack=title_of(pack, site.country)
                )
            )
        else:
            reasons.append("")
    return tuple(reasons)


def _total(held: Stations, target: Ints, km: Floats, year: int, fallback: str) -> Cell:
    if len(target) == 0:
        provenance = Provenance(
            fallback, say("stations to {year}", year=year), Confidence.MEDIUM, say("no station")
        )
        return known(0.0, provenance)
    order = np.argsort(-held.mw[target], kind="stable")[:3]
    largest = [
        say(
            "{name} {mw:,.0f} MW at {km:.0f} km",
            name=held.name[target[at]],
            mw=held.mw[target[at]],
            km=km[at],
        )
        for at in order
    ]
    rest = len(target) - len(largest)
    note = ", ".join(largest) + (say(" and {rest} more", rest=rest) if rest else "")
    return known(held.mw[target].sum(), _provenance(held, target, note, year))


def _provenance(held: Stations, target: Ints, note: str, year: int) -> Provenance:
    """Return sources and flags of the stations that were counted."""
    undated = int(np.isnan(held.year[target]).sum())
    rough = [str(each) for each in held.coordinate[target] if each != "as given"]
    flags = []
    if undated:
        flags.append(say("{undated} of unknown year, counted", undated=undated))
    flags.extend(
        say("{count} with a {kind} coordinate", count=rough.count(kind), kind=say(kind))
        for kind in sorted(set(rough))
    )
    badge = "coordinate" if rough else "year unknown" if undated else ""
    return Provenance(
        "; ".join(sorted({str(each) for each in held.source[target]})),
        say("stations to {year}", year=year),
        Confidence.MEDIUM if flags else Confidence.HIGH,
        "; ".join([note, *flags]),
        badge,
    )
