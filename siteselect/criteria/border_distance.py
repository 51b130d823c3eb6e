"""Distance to the nearest border or coast of a country."""

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

LAYER = "countries"


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return kilometres to the nearest border or coast."""
    return distance_to_edges(sites, pack, LAYER, say("border or coast"))


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_edges(places, pack, LAYER)


MEASURE = Measure(
    title=later("Distance to a border"),
    unit="km",
    group=later("To avoid"),
    about=(
        later(
            "Geodesic kilometres to the nearest border or coast of a country, as "
            "the pack draws it (good to about 1:10 million). A strip along the "
            "border often needs a permit of its own: ask. Meant as a gate; "
            "anchors 0 to 50 km are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=0, best=50),
    layers=(LAYER,),
)
