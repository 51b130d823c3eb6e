"""Money on the toy pack, in numbers that a person can follow.

3 MW carry 1,000 machines of 100 TH/s and 30 J/TH: 100 PH/s. A PH/s finds one block a day of 0.001
BTC at 50,000 USD: 50 USD. So a day earns 5,000 USD, a year 1,825,000; a year draws 26,280 MWh.
"""

from siteselect.criteria import MEASURES
from siteselect.criteria._money import reckon
from siteselect.model.figures import FIGURES, Figure
from siteselect.model.fleet import Fleet, Lot, Machine
from siteselect.model.money import Money, Network
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.progress import silent
from tests.criteria.toy import DAY, SITES, toy

ONE_BLOCK_A_DAY = 86_400e15 / 2**32
NETWORK = Network(Figure(50_000.0), Figure(ONE_BLOCK_A_DAY), Figure(0.001), Figure(0.0))
MACHINE = Machine("Toy", 100.0, 30.0, 1000.0, "toy catalogue")
LOAD = 3.0
MWH = 26_280.0
REVENUE = 1_825_000.0
_ZERO = (
    "decay", "discount", "pool_fee", "opex_usd_mwh", "planned_outage", "stale_share",
    "pue_per_degree", "days_to_move", "freight_usd", "freight_usd_km", "freight_far_usd",
    "packing_usd", "insurance_share", "import_tax_share", "breakage_share",
)  # fmt: skip
_PLAIN = {
    **dict.fromkeys(_ZERO, 0.0),
    "months": 12, "pue_base": 1.0, "pue_unknown": 1.0, "building_usd_mw": 100_000,
    "seizure_conditional": 0.10, "seizure_unlawful": 0.5, "stop_conditional": 0.25,
    "stop_unlawful": 1.0, "stop_months": 4, "build_weeks": 10, "transformer_weeks": 20,
}  # fmt: skip


def money(network=NETWORK, fleet=None, cuts=(), **changes):
    """Return plain assumptions; `changes` are figures by key, or fields of Money."""
    fields = {key: changes.pop(key) for key in tuple(changes) if key not in FIGURES}
    figures = _PLAIN | changes
    return Money(
        fleet=fleet or Fleet((Lot(MACHINE),)),
        network=network,
        figures=tuple(
            (key, Figure(float(figures[key]), "toy")) for key in FIGURES if key in figures
        ),
        cuts=cuts,
        **fields,
    )


def reckoned(sites=SITES, chosen=None, day=DAY, load=LOAD, pack=None):
    """Return the reckoning of sites."""
    sites = sites if isinstance(sites, Sites) else Sites(tuple(sites))
    return reckon(sites, pack or toy(), Context(day, load, chosen or money()))


def judged(key, sites=SITES, chosen=None, day=DAY, pack=None):
    """Return the column of a measure of money."""
    sites = sites if isinstance(sites, Sites) else Sites(tuple(sites))
    context = Context(day, LOAD, chosen or money())
    return MEASURES[key].measure(sites, pack or toy(), context, silent)
