"""Distance to the border of the pack's origin: Xinjiang in the shipped pack."""

from functools import lru_cache

import numpy as np

from siteselect.criteria._cells import Cell, column, known, layer_source, title_of, unknown
from siteselect.criteria._places import KEPT
from siteselect.criteria.measure import Measure
from siteselect.geo.proximity import Edges, edges_of, nearest_edge
from siteselect.language import later, remembered, say
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.places import Places, Reading, unknown_at
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.model.value_function import Linear
from siteselect.packs.pack import Pack
from siteselect.progress import Progress


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return kilometres to the border of the origin, 0 within it; off the map too."""
    return _distance(sites, pack)


@remembered(KEPT)
def _distance(sites: Sites, pack: Pack) -> Column:
    origin, (layer, edges) = pack.manifest.origin, _border(pack)
    if edges is None:
        reason = say(
            "The pack draws no border of {origin}.",
            origin=title_of(pack, origin) if origin else say("an origin"),
        )
        return column([unknown(reason)] * len(sites))
    found = nearest_edge(sites.lon, sites.lat, edges, inside_is_zero=True)
    met = np.column_stack([found.lat, found.lon])
    return column(_cell(pack, layer, km, at) for km, at in zip(found.km, met, strict=True))


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    _, edges = _border(pack)
    if edges is None:
        return unknown_at(places)
    return Reading(nearest_edge(places.lon, places.lat, edges, inside_is_zero=True).km)


@lru_cache(maxsize=4)
def _border(pack: Pack) -> tuple[str, Edges | None]:
    """Return the layer that draws the origin, and its edges; None where none does."""
    for layer, owner in (("regions", "jurisdiction"), ("countries", "code")):
        if not pack.has_layer(layer):
            continue
        frame = pack.layer(layer)
        shapes = frame.geometry.to_numpy()[(frame[owner] == pack.manifest.origin).to_numpy()]
        if len(shapes):
            return layer, edges_of(shapes)
    return "", None


def _cell(pack: Pack, layer: str, km: float, met: np.ndarray) -> Cell:
    name = title_of(pack, pack.manifest.origin)
    note = say("within {name}", name=name)
    if km > 0:
        note = say(
            "to the border of {name} at {lon:.2f}, {lat:.2f}, as the crow flies",
            name=name,
            lon=met[0],
            lat=met[1],
        )
    return known(km, Provenance(layer_source(pack, layer), "", Confidence.HIGH, note))


MEASURE = Measure(
    title=later("Distance to Xinjiang"),
    unit="km",
    group=later("Logistics"),
    about=(
        later(
            "Geodesic kilometres to the border of the place the machines come "
            "from, which the pack names as its origin; 0 within it. How far they "
            "must travel, customs apart. Anchors 0 to 1,500 km are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=1500, best=0),
    weight=8,
    layers=("regions", "countries"),
)
