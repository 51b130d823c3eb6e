"""Internal rate of return of the site."""

from siteselect.criteria._money_cells import FACTS, LAYERS, READS, figure_column, read_figure
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
    """Return the internal rate of return in per cent a year."""
    return figure_column("irr", sites, pack, context, lambda rate: rate * 100.0)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_figure("irr", places, pack, context, lambda rate: rate * 100.0)


MEASURE = Measure(
    title=later("Rate of return"),
    unit="% a year",
    group=later("Money"),
    about=(
        later(
            "The discount rate at which the site is worth nothing; unknown where "
            "no rate does it, because the money is lost. Anchors 0 to 100 per "
            "cent a year are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=0, best=100),
    layers=LAYERS,
    facts=FACTS,
    reads=READS,
)
