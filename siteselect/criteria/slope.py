"""Slope of the ground, over the cells of the elevation grid."""

from functools import lru_cache

import numpy as np

from siteselect.criteria._cells import BEYOND, Cell, column, known, layer_source, unknown
from siteselect.criteria._climate import relief
from siteselect.criteria._places import outside, places_of
from siteselect.criteria.measure import Measure
from siteselect.geo.crs import geodesic_km
from siteselect.geo.raster import sample
from siteselect.language import later, say
from siteselect.model.arrays import Floats
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.places import Places, Reading, unknown_at
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.model.value_function import Linear
from siteselect.packs.pack import Pack
from siteselect.progress import Progress


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return the slope at each site in per cent, where heights are known."""
    if not pack.has_grid("elevation"):
        return column([unknown(say("The pack has no elevation grid."))] * len(sites))
    places = places_of(sites)
    off, found = outside(places, pack), read(places, pack, context).value
    told = say("mean over some two kilometres: the ground itself may be steeper")
    provenance = Provenance(layer_source(pack, "elevation"), "", Confidence.LOW, told)
    cells: list[Cell] = []
    for row, per_cent in enumerate(found):
        if off[row]:
            cells.append(unknown(BEYOND))
        elif np.isnan(per_cent):
            cells.append(unknown(say("The elevation grid of the pack does not reach this site.")))
        else:
            cells.append(known(per_cent, provenance))
    return column(cells)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    if not pack.has_grid("elevation"):
        return unknown_at(places)
    grid = pack.grid("elevation")
    found = sample(grid["lon"], grid["lat"], _slopes(pack), places.lon, places.lat)
    return Reading(np.where(outside(places, pack), np.nan, found))


@lru_cache(maxsize=2)
def _slopes(pack: Pack) -> Floats:
    """Return the steepest rise over neighbouring cells, in per cent; NaN where one is unknown."""
    grid, metres = pack.grid("elevation"), relief(pack)
    lon, lat = (np.asarray(grid[name], dtype=np.float64) for name in ("lon", "lat"))
    east = 1000.0 * geodesic_km(lon[0], lat, lon[1], lat)
    north = 1000.0 * geodesic_km(lon[0], lat[0], lon[0], lat[1])
    up, across = np.gradient(metres)
    slopes: Floats = 100.0 * np.hypot(across / east[:, None], up / north)
    return slopes


MEASURE = Measure(
    title=later("Slope"),
    unit="%",
    group=later("To avoid"),
    about=(
        later(
            "Steepest rise of the pack's elevation grid at the point, in metres "
            "a hundred metres: a mean over some two kilometres, so steep valleys "
            "look gentler than they are. Building on more than 5 to 10 per cent "
            "costs much. Meant as a gate; anchors 2 to 15 % are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=15, best=2),
)
