"""All-in price of power: energy, grid, mining fee and tax on the bill, as of the day."""

import numpy as np

from siteselect.criteria._cells import column
from siteselect.criteria._places import region_rows, regions_of
from siteselect.criteria._prices import price_on
from siteselect.criteria.measure import Measure
from siteselect.language import later
from siteselect.model.decision_matrix import Column
from siteselect.model.places import Places, Reading, gathered
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.model.value_function import Linear
from siteselect.packs.pack import Pack
from siteselect.progress import Progress


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return the all-in price in USD/MWh of each site, with its parts."""
    facts, regions = pack.facts, regions_of(sites, pack.base)
    return column(
        price_on(
            facts,
            site.country,
            region,
            context.as_of,
            site.offer,
            own=site.own_power,
            wanted=site.route,
            off_map=site.off_map,
            metered=site.metered,
        )
        for site, region in zip(sites.items, regions, strict=True)
    )


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point, where nobody has offered anything."""
    regions = region_rows(places, pack.base)
    names = pack.layer("regions")["code"].to_numpy() if pack.has_layer("regions") else ()
    held = np.column_stack([places.country, regions, places.off_map])
    kinds, rows = np.unique(held, axis=0, return_inverse=True)
    cells = [
        price_on(
            pack.facts,
            places.codes[country],
            str(names[region]) if region >= 0 else "",
            context.as_of,
            off_map=bool(off),
        ).amount
        for country, region, off in kinds.tolist()
    ]
    return gathered(
        rows.ravel(),
        [each.value for each in cells],
        [each.low for each in cells],
        [each.high for each in cells],
    )


MEASURE = Measure(
    title=later("All-in power price"),
    unit="USD/MWh",
    group=later("Power"),
    about=(
        later(
            "What a megawatt-hour costs delivered on the as-of day: energy and "
            "grid, the mining fee as a rule of the price, and the tax on the "
            "bill, without VAT. Of the supply routes that are known the cheapest "
            "open one counts, or the one you chose; an offer beats them all. A "
            "region without its own price takes the national one, marked as an "
            "estimate. The wholesale sum is a floor, no price. Anchors 25 to 100 "
            "USD/MWh are judgement: the median miner paid 45 in 2024."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=100, best=25),
    weight=28,
    layers=("regions",),
    facts=("tariffs", "rules", "mining_fee", "rates"),
    reads=frozenset({"day"}),
)
