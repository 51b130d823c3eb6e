"""Days between work and the day on which machines must run."""

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
    """Return the days to spare before the wanted day; negative is late."""
    return figure_column("days_spare", sites, pack, context)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_figure("days_spare", places, pack, context)


MEASURE = Measure(
    title=later("Days before the wanted day"),
    unit="days",
    group=later("Money"),
    about=(
        later(
            "The wanted day less time to power (the day of the offer, else the "
            "longer of building time and the wait for a transformer) and less "
            "the days to move. As a gate: at least 0. Anchors -180 to 60 days "
            "are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=-180, best=60),
    layers=LAYERS,
    facts=FACTS,
    reads=READS,
)
