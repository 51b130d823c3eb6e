"""What one bitcoin costs to mine, all in."""

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
    """Return USD for one BTC: power, running costs, tax, and the capital spread over the months."""
    return figure_column("cost_per_btc", sites, pack, context)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_figure("cost_per_btc", places, pack, context)


MEASURE = Measure(
    title=later("All-in cost of one BTC"),
    unit="USD",
    group=later("Money"),
    about=(
        later(
            "Power, running costs and tax of a year, and a year's part of the "
            "capital, for one BTC at the difficulty of the day. Unknown where "
            "mining is not lawful. Anchors 10,000 to 100,000 USD are judgement: "
            "set them by the price of the day."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=100000, best=10000),
    layers=LAYERS,
    facts=FACTS,
    reads=READS,
)
