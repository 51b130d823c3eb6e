"""Distance to a railway: unknown until a layer is given."""

from siteselect.criteria._places import distance_to_edges, read_edges
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
    """Return kilometres to the nearest railway; unknown without such a layer."""
    return distance_to_edges(sites, pack, "railways", say("railway"))


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_edges(places, pack, "railways")


MEASURE = Measure(
    title=later("Distance to a railway"),
    unit="km",
    group=later("Logistics"),
    about=(
        later(
            "Geodesic kilometres to the nearest railway of the layer the user "
            "gives; no open source ships with the pack. Anchors 2 to 100 km are "
            "judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=100, best=2),
    weight=1,
    layers=("railways",),
)
