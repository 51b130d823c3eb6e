"""Distance to the nearest city of 50,000 people and more."""

from siteselect.criteria._cells import column, unknown
from siteselect.criteria._places import distance_to_points, read_points
from siteselect.criteria.measure import Measure
from siteselect.language import later, say
from siteselect.model.decision_matrix import Column
from siteselect.model.places import Places, Reading
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.model.value_function import Linear
from siteselect.packs.pack import Pack
from siteselect.progress import Progress

LARGE = ("population", 50_000.0)


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return kilometres to the nearest city of 50,000 people and more."""
    if not pack.has_layer("places"):
        return column([unknown(say("The pack has no layer of places."))] * len(sites))
    return distance_to_points(sites, pack, "places", LARGE)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_points(places, pack, "places", LARGE)


MEASURE = Measure(
    title=later("Distance to a city ≥ 50,000"),
    unit="km",
    group=later("Logistics"),
    about=(
        later(
            "Geodesic kilometres to the nearest place of 50,000 people and more: "
            "staff, goods, a hospital. Anchors 10 to 150 km are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=150, best=10),
    weight=3,
    layers=("places",),
)
