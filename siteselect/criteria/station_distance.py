"""Distance to the nearest power station of 100 MW and more."""

from siteselect.criteria._stations import LAYER, nearest_large, read_nearest_large
from siteselect.criteria.measure import Measure
from siteselect.language import later
from siteselect.model.decision_matrix import Column
from siteselect.model.places import Places, Reading
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.model.value_function import Linear
from siteselect.packs.pack import Pack
from siteselect.progress import Progress


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return kilometres to the nearest station of 100 MW and more that stood by the day."""
    return nearest_large(sites, pack, context.as_of)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_nearest_large(places, pack, context.as_of)


MEASURE = Measure(
    title=later("Distance to a station ≥ 100 MW"),
    unit="km",
    group=later("Grid"),
    about=(
        later(
            "Geodesic kilometres to the nearest power station of 100 MW and more "
            "that stood in the year of the day. It stands for closeness to the "
            "high-voltage grid, of which no open layer ships. Anchors 5 to 150 "
            "km are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=150, best=5),
    weight=6,
    layers=(LAYER,),
    reads=frozenset({"day"}),
)
