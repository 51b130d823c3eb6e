"""Heights and temperatures at sites, from grids."""

from functools import lru_cache

import numpy as np

from siteselect.criteria._cells import BEYOND, Cell, column, known, layer_source, unknown
from siteselect.criteria._places import KEPT, beyond
from siteselect.geo.raster import sample
from siteselect.model.arrays import Floats
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
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
    if not pack.has_grid("elevation"):
        return np.full(len(sites), np.nan)
    grid = pack.grid("elevation")
    values = np.where(grid["elevation_m"] == _MISSING_M, np.nan, grid["elevation_m"])
    found = sample(grid["lon"], grid["lat"], values, sites.lon, sites.lat)
    return np.where(beyond(sites, pack), np.nan, found)


def temperature(sites: Sites, pack: Pack, array: str) -> Column:
    """Return a mean temperature in °C, corrected by height where heights are known."""
    if not pack.has_grid("climate"):
        return column([unknown("The pack has no climate grid.")] * len(sites))
    grid = pack.grid("climate")
    cell = sample(grid["lon"], grid["lat"], grid[array], sites.lon, sites.lat)
    level = sample(grid["lon"], grid["lat"], grid["cell_elevation_m"], sites.lon, sites.lat)
    own, off = heights(sites, pack), beyond(sites, pack)
    source = layer_source(pack, "climate")
    period = pack.manifest.grids["climate"].title
    cells: list[Cell] = []
    for row in range(len(sites)):
        if off[row]:
            cells.append(unknown(BEYOND))
        elif np.isnan(cell[row]):
            cells.append(unknown("The climate grid of the pack has no value here."))
        else:
            cells.append(_corrected(cell[row], level[row], own[row], source, period))
    return column(cells)


def _corrected(celsius: float, level: float, own: float, source: str, period: str) -> Cell:
    if np.isnan(level) or np.isnan(own):
        told = "height of cell or site unknown: not corrected"
        provenance = Provenance(source, period, Confidence.LOW, told, "not corrected")
        return known(celsius, provenance)
    change = round((level - own) / 1000.0 * LAPSE_K_PER_KM, 6) + 0.0  # no minus zero
    told = (
        f"{celsius:.1f} °C in the cell at {level:,.0f} m, {change:+.1f} for a site at {own:,.0f} m"
    )
    return known(celsius + change, Provenance(source, period, Confidence.MEDIUM, told))
