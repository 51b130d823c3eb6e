"""How far the price of power lies below the one at which mining earns nothing."""

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
    """Return break-even power price less all-in price, USD/MWh."""
    return figure_column("margin", sites, pack, context)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_figure("margin", places, pack, context)


MEASURE = Measure(
    title=later("Margin below break-even"),
    unit="USD/MWh",
    group=later("Money"),
    about=(
        later(
            "Break-even power price of the fleet, running costs and the pool's "
            "fee taken off, less the all-in price. Below zero every hour loses "
            "money. Anchors 0 to 40 USD/MWh are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=0, best=40),
    layers=LAYERS,
    facts=FACTS,
    reads=READS,
)
