"""Heights and temperatures at sites, from grids."""

from functools import lru_cache
from math import isnan

import numpy as np

from siteselect.criteria._cells import BEYOND, Cell, column, known, layer_source, unknown
from siteselect.criteria._places import KEPT, beyond, outside, places_of
from siteselect.geo.raster import sample
from siteselect.language import say
from siteselect.model.arrays import Floats
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.places import Places, Reading, unknown_at
from siteselect.model.sites import Sites
from siteselect.packs.pack import Pack

LAPSE_K_PER_KM = 6.5
"""How air cools with height: the ICAO Standard Atmosphere (Doc 7488), ISO 2533. Physics, no fact
of a region; true valleys and inversions differ by some degrees."""

_MISSING_M = -32768
"""What the elevation grid writes where the height is not known."""


@lru_cache(maxsize=KEPT)
def heights(sites: Sites, pack: Pack) -> Floats:
    """Return the height of each site in metres; NaN where it is not known."""
    return heights_at(places_of(sites), pack)


def heights_at(places: Places, pack: Pack) -> Floats:
    """Return the height of each point in metres; NaN where it is not known."""
    if not pack.has_grid("elevation"):
        return np.full(len(places), np.nan)
    grid = pack.grid("elevation")
    found = sample(grid["lon"], grid["lat"], relief(pack), places.lon, places.lat)
    return np.where(outside(places, pack), np.nan, found)


@lru_cache(maxsize=2)
def relief(pack: Pack) -> Floats:
    """Return the elevation grid in metres; NaN where it is not known."""
    metres = pack.grid("elevation")["elevation_m"]
    return np.where(metres == _MISSING_M, np.nan, metres)


def temperature(sites: Sites, pack: Pack, array: str) -> Column:
    """Return a mean temperature in °C, corrected by height where heights are known."""
    if not pack.has_grid("climate"):
        return column([unknown(say("The pack has no climate grid."))] * len(sites))
    cell, level = _sampled(places_of(sites), pack, array)
    own, off = heights(sites, pack), beyond(sites, pack)
    change = _change(level, own)
    source = layer_source(pack, "climate")
    period = pack.manifest.grids["climate"].title
    cells: list[Cell] = []
    for row in range(len(sites)):
        if off[row]:
            cells.append(unknown(BEYOND))
        elif np.isnan(cell[row]):
            cells.append(unknown(say("The climate grid of the pack has no value here.")))
        else:
            cells.append(
                _corrected(
                    float(cell[row]),
                    float(level[row]),
                    float(own[row]),
                    float(change[row]),
                    source,
                    period,
                )
            )
    return column(cells)


def read_temperature(places: Places, pack: Pack, array: str) -> Reading:
    """Return the same temperature at every point."""
    if not pack.has_grid("climate"):
        return unknown_at(places)
    celsius, level = _sampled(places, pack, array)
    change = _change(level, heights_at(places, pack))
    found = celsius + np.where(np.isnan(change), 0.0, change)
    return Reading(np.where(outside(places, pack), np.nan, found))


def _sampled(places: Places, pack: Pack, array: str) -> tuple[Floats, Floats]:
    """Return the temperature of the grid at each point, and the height that it is meant for."""
    grid = pack.grid("climate")
    found = (
        sample(grid["lon"], grid["lat"], grid[name], places.lon, places.lat)
        for name in (array, "cell_elevation_m")
    )
    celsius, level = found
    return celsius, level


def _change(level: Floats | float, own: Floats | float) -> Floats:
    """Return how much warmer it is at `own` metres than at `level` metres, in K."""
    change: Floats = np.round((np.asarray(level) - own) / 1000.0 * LAPSE_K_PER_KM, 6) + 0.0
    return change  # no minus zero


def _corrected(
    celsius: float, level: float, own: float, change: float, source: str, period: str
) -> Cell:
    if isnan(change):
        told = say("height of cell or site unknown: not corrected")
        provenance = Provenance(source, period, Confidence.LOW, told, "not corrected")
        return known(celsius, provenance)
    told = say(
        "{celsius:.1f} °C in the cell at {level:,.0f} m, {change:+.1f} for a site at {own:,.0f} m",
        celsius=celsius,
        level=level,
        change=change,
        own=own,
    )
    return known(celsius + change, Provenance(source, period, Confidence.MEDIUM, told))
