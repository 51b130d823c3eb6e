"""Grid carbon intensity."""

from siteselect.criteria._indicators import indicator, read_indicator
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
    """Return grams of CO2 equivalent per kWh of the jurisdiction's grid."""
    return indicator("carbon_intensity", sites, pack, context)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_indicator("carbon_intensity", places, pack, context)


MEASURE = Measure(
    title=later("Grid carbon intensity"),
    unit="g/kWh",
    group=later("Power"),
    about=(
        later(
            "Grams of CO2 equivalent per kilowatt-hour of the jurisdiction's "
            "grid, the vintage nearest to the day, its year as a badge. Anchors "
            "100 to 900 are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=900, best=100),
    weight=4,
    facts=("indicators",),
    reads=frozenset({"day"}),
)
