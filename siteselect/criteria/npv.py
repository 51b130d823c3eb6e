"""Net present value of the site."""

from siteselect.criteria._money_cells import (
    FACTS,
    LAYERS,
    READS,
    figure_column,
    millions,
    read_figure,
)
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
    """Return the net present value in million USD."""
    return figure_column("npv", sites, pack, context, millions)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_figure("npv", places, pack, context, millions)


MEASURE = Measure(
    title=later("Net present value"),
    unit="million USD",
    group=later("Money"),
    about=(
        later(
            "Cash of every month at its worth of the as-of day, less the "
            "capital: the hash price decays, costs stay. Unknown where mining is "
            "not lawful. Anchors -20 to 40 million USD are judgement for some 50 "
            "MW."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=-20, best=40),
    layers=LAYERS,
    facts=FACTS,
    reads=READS,
)
