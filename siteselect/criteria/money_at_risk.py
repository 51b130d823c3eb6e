"""Money that the law puts at risk in a year."""

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
    """Return expected losses by seizure and by a stop, million USD a year."""
    return figure_column("at_risk", sites, pack, context, millions)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_figure("at_risk", places, pack, context, millions)


MEASURE = Measure(
    title=later("Money at risk"),
    unit="million USD",
    group=later("Money"),
    about=(
        later(
            "Chance of seizure times the value of the machines, and chance of a "
            "stop times the margin of its months. The chances go by the legal "
            "status of the day and are assumptions. Anchors 0 to 10 million USD "
            "are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=10, best=0),
    layers=LAYERS,
    facts=FACTS,
    reads=READS,
)
