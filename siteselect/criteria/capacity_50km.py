"""Installed capacity of power stations within 50 km."""

from siteselect.criteria._stations import LAYER, capacity, read_capacity
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
    """Return the megawatts installed within 50 km by the year of the day."""
    return capacity(sites, pack, context.as_of, 50.0)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_capacity(places, pack, context.as_of, 50.0)


MEASURE = Measure(
    title=later("Capacity within 50 km"),
    unit="MW",
    group=later("Grid"),
    about=(
        later(
            "Megawatts of the pack's power stations within 50 km, geodesic, that "
            "stood in the year of the day; a station of unknown year counts and "
            "is flagged. It stands for closeness to a strong grid, as no open "
            "layer of lines ships. Stations beyond the pack's countries are not "
            "in it. Anchors 0 to 2,000 MW are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=0, best=2000),
    weight=6,
    layers=(LAYER,),
    reads=frozenset({"day"}),
)
