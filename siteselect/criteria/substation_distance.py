"""Distance to a substation: unknown until a layer is given."""

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
    """Return kilometres to the nearest substation; unknown without such a layer."""
    return distance_to_edges(sites, pack, "substations", say("substation"))


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_edges(places, pack, "substations")


MEASURE = Measure(
    title=later("Distance to a substation"),
    unit="km",
    group=later("Grid"),
    about=(
        later(
            "Geodesic kilometres to the nearest substation of the layer the user "
            "gives; no open source ships with the pack. Anchors 1.6 to 16 km (1 "
            "and 10 miles) are those of US data-centre siting."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=16, best=1.6),
    weight=4,
    layers=("substations",),
)
