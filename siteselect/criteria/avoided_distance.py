"""Distance to the areas that the user wants to avoid; 0 in them."""

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

LAYER = "avoided"
NONE = later("No layer of areas to avoid: drop one (nature reserves, firing ranges) to know it.")


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return kilometres to the nearest area to avoid, 0 in it."""
    return distance_to_areas(sites, pack, LAYER, say("area to avoid"), NONE)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_areas(places, pack, LAYER)


MEASURE = Measure(
    title=later("Distance to areas to avoid"),
    unit="km",
    group=later("To avoid"),
    about=(
        later(
            "Geodesic kilometres to the nearest polygon of the layer that the "
            "user gives, 0 in it: nature reserves, firing ranges, a city's "
            "limits. Meant as a gate; anchors 0 to 10 km are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=0, best=10),
    layers=(LAYER,),
)
