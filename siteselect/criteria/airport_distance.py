"""Distance to the nearest airport."""

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


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return kilometres to the nearest airport."""
    if not pack.has_layer("airports"):
        return column([unknown(say("The pack has no layer of airports."))] * len(sites))
    return distance_to_points(sites, pack, "airports")


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_points(places, pack, "airports")


MEASURE = Measure(
    title=later("Distance to an airport"),
    unit="km",
    group=later("Logistics"),
    about=(
        later(
            "Geodesic kilometres to the nearest airport of the pack: how soon a "
            "repair team or a shipment of machines can be there. Anchors 20 to "
            "300 km are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=300, best=20),
    weight=2,
    layers=("airports",),
)
