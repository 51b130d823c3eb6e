"""Rule of law, of the Worldwide Governance Indicators."""

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
    """Return the estimate for each site's country, -2.5 to 2.5."""
    return indicator("rule_of_law", sites, pack, context)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_indicator("rule_of_law", places, pack, context)


MEASURE = Measure(
    title=later("Rule of law"),
    unit="WGI",
    group=later("Law & risk"),
    about=(
        later(
            "How far contracts, property, police and courts are trusted: the "
            "political environment. The World Bank's estimate runs from -2.5 to "
            "2.5, and so do the anchors; the vintage nearest to the day counts, "
            "its year as a badge. A country's figure serves its provinces."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=-2.5, best=2.5),
    weight=10,
    facts=("indicators",),
    reads=frozenset({"day"}),
)
