"""Distance to the nearest lake, salt or fresh; 0 in it."""

from siteselect.criteria._places import distance_to_areas, read_areas
from siteselect.criteria.measure import Measure
from siteselect.language import later, say
from siteselect.model.decision_matrix import Column
from siteselect.model.places import Places, Reading
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.model.value_function import Linear
from siteselect.packs.pack import Pack
from siteselect.progress import Progress

LAYER = "lakes"


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return kilometres to the nearest lake, 0 in it."""
    none = say("The pack has no layer of lakes.")
    return distance_to_areas(sites, pack, LAYER, say("lake"), none)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_areas(places, pack, LAYER)


MEASURE = Measure(
    title=later("Distance to a lake"),
    unit="km",
    group=later("To avoid"),
    about=(
        later(
            "Geodesic kilometres to the shore of the nearest lake of the pack, 0 "
            "in the lake itself: water, salt flats and soft ground. Shores move, "
            "the Aral Sea's by tens of kilometres. Meant as a gate; anchors 0 to "
            "20 km are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=0, best=20),
    layers=(LAYER,),
)
