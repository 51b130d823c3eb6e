"""Distance to the border of the pack's origin: Xinjiang in the shipped pack."""

from functools import lru_cache

import numpy as np

from siteselect.criteria._cells import Cell, column, known, layer_source, title_of, unknown
from siteselect.criteria._places import KEPT
from siteselect.criteria.measure import Measure
from siteselect.geo.proximity import nearest_edge
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.model.value_function import Linear
from siteselect.packs.pack import Pack
from siteselect.progress import Progress


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return kilometres to the border of the origin, 0 within it; off the map too."""
    return _distance(sites, pack)


@lru_cache(maxsize=KEPT)
def _distance(sites: Sites, pack: Pack) -> Column:
    origin = pack.manifest.origin
    for layer, owner in (("regions", "jurisdiction"), ("countries", "code")):
        if not pack.has_layer(layer):
            continue
        frame = pack.layer(layer)
        shapes = frame.geometry.to_numpy()[(frame[owner] == origin).to_numpy()]
        if len(shapes) == 0:
            continue
        found = nearest_edge(sites.lon, sites.lat, shapes, inside_is_zero=True)
        met = np.column_stack([found.lat, found.lon])
        return column(_cell(pack, layer, km, at) for km, at in zip(found.km, met, strict=True))
    reason = f"The pack draws no border of {title_of(pack, origin) if origin else 'an origin'}."
    return column([unknown(reason)] * len(sites))


def _cell(pack: Pack, layer: str, km: float, met: np.ndarray) -> Cell:
    name = title_of(pack, pack.manifest.origin)
    note = f"within {name}"
    if km > 0:
        note = f"to the border of {name} at {met[0]:.2f}, {met[1]:.2f}, as the crow flies"
    return known(km, Provenance(layer_source(pack, layer), "", Confidence.HIGH, note))


MEASURE = Measure(
    title="Distance to Xinjiang",
    unit="km",
    group="Logistics",
    about=(
        "Geodesic kilometres to the border of the place the machines come from, which the pack "
        "names as its origin; 0 within it. How far they must travel, customs apart. Anchors 0 to "
        "1,500 km are judgement."
    ),
    measure=measure,
    value=Linear(worst=1500, best=0),
    weight=8,
    layers=("regions", "countries"),
)
