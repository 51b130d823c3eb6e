"""Height above the sea."""

import numpy as np

from siteselect.criteria._cells import BEYOND, Cell, column, known, layer_source, unknown
from siteselect.criteria._climate import heights, heights_at
from siteselect.criteria._places import beyond
from siteselect.criteria.measure import Measure
from siteselect.language import later, say
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.places import Places, Reading
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.model.value_function import Linear
from siteselect.packs.pack import Pack
from siteselect.progress import Progress


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return the height of each site in metres, where a licensed height exists."""
    if not pack.has_grid("elevation"):
        return column([unknown(say("The pack has no elevation grid."))] * len(sites))
    off, found = beyond(sites, pack), heights(sites, pack)
    provenance = Provenance(layer_source(pack, "elevation"), "", Confidence.MEDIUM)
    cells: list[Cell] = []
    for row, metres in enumerate(found):
        if off[row]:
            cells.append(unknown(BEYOND))
        elif np.isnan(metres):
            cells.append(unknown(say("The elevation grid of the pack does not reach this site.")))
        else:
            cells.append(known(metres, provenance))
    return column(cells)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return Reading(heights_at(places, pack))


MEASURE = Measure(
    title=later("Elevation"),
    unit="m",
    group=later("Climate & site"),
    about=(
        later(
            "Metres above the sea from the pack's elevation grid, a mean over "
            "its cell. Thin air cools less, and makers of machines usually allow "
            "up to 2,000 m. Anchors 500 to 2,500 m are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=2500, best=500),
    weight=1,
)
