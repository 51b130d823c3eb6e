"""What a site costs, earns and risks on a day: every site of a study reckoned at once."""

from dataclasses import replace
from datetime import timedelta

import numpy as np

from siteselect.criteria import july_temperature, legal_status, power_price, substation_distance
from siteselect.criteria._capital import spent_on
from siteselect.criteria._estimates import estimates
from siteselect.criteria._places import regions_of
from siteselect.criteria._reckoning import Reckoning
from siteselect.criteria._routes import routes_on
from siteselect.criteria._supply import Supply
from siteselect.criteria._terms import GIVEN, Terms, cooling, fleet_of, hours, terms
from siteselect.criteria._way import way
from siteselect.criteria.measure import Measure
from siteselect.economics.capital import loan_payment
from siteselect.economics.case import Case, daily_revenue, outcome
from siteselect.economics.deadline import days_to_power
from siteselect.economics.hashprice import HALVING_DAYS, halved, hashprice_btc
from siteselect.language import remembered, say
from siteselect.model.arrays import Floats
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.fleet import Fleet
from siteselect.model.money import Money, Network
from siteselect.model.route import choose
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.packs.money_rows import money_rows
from siteselect.packs.network import NetworkOnDay, network_on
from siteselect.packs.network_presets import chosen_network
from siteselect.packs.pack import Pack
from siteselect.packs.rates import DOLLAR
from siteselect.progress import silent

DAYS_A_MONTH = 365.0 / 12.0


@remembered(64)
def reckon(sites: Sites, pack: Pack, context: Context) -> Reckoning:
    """Return what every site costs, earns and risks on the day; kept for the next who asks."""
    return reckon_once(sites, pack, context)


def reckon_once(sites: Sites, pack: Pack, context: Context) -> Reckoning:
    """Return the same, and keep nothing: for the many points of a surface."""
    money, day = context.money or Money(), context.as_of
    own = terms(sites, pack, money, day)
    price = _column("power_price", power_price.MEASURE, sites, pack, context)
    law = _column("legal_status", legal_status.MEASURE, sites, pack, context)
    july = _column("july_temperature", july_temperature.MEASURE, sites, pack, context)
    line = _column("substation_distance", substation_distance.MEASURE, sites, pack, context)
    fleet = fleet_of(pack, money, day, own.whole["machine_usd_th"])
    network = _network(pack, context, money)
    pue, pue_notes = cooling(sites, july, own)
    months = round(own.whole["months"].value)
    uptime, uptime_notes = hours(sites, pack, money, day, own, months)
    running = _running(fleet, context.load_mw, pue)
    case = _case(own, months, fleet, network, context, pue, uptime, running)
    local = _in_local_money(sites, pack, context)
    drift = own.column("fx_drift") * local
    case = replace(case, power_usd_per_mwh=price.value, power_drift=drift)
    count = running * (fleet.machines if fleet else np.nan)
    value = running * (fleet.usd if fleet else np.nan)
    spent = spent_on(
        sites, own, money, np.asarray(case.load_mw), count, value, daily_revenue(case),
        way(sites, pack, day, money.origin), line, Supply(sites, pack),
    )  # fmt: skip
    loan = spent.total * own.column("loan_share")
    case = replace(
        case,
        capital=spent.total,
        resale=(spent.building + spent.line) * own.column("resale_share"),
        loan=loan,
        loan_payment=loan_payment(loan, own.column("loan_interest"), own.column("loan_months")),
        loan_months=round(own.whole["loan_months"].value),
    )
    ends = [outcome(case.at_power(each)) for each in (price.value, price.low, price.high)]
    to_power = _to_power(sites, own, context)
    found = Reckoning(
        sites, context, money, own, fleet, network,
        float(np.asarray(case.hashprice_usd)), price, law, pue, pue_notes, uptime, uptime_notes,
        count, value, spent, to_power, case, ends[0], ends[1], ends[2], {}, local,
    )  # fmt: skip
    return replace(found, estimates=estimates(found))


def _column(key: str, measure: Measure, sites: Sites, pack: Pack, context: Context) -> Column:
    """Return a column of a measure, with what the user typed for it."""
    found = measure.measure(sites, pack, context, silent)
    given = [dict(site.values).get(key, np.nan) for site in sites.items]
    typed = ~np.isnan(given)
    if not typed.any():
        return found
    told = Provenance(say(GIVEN), "", Confidence.USER, badge="yours")
    return Column(
        np.where(typed, given, found.value),
        tuple(told if typed[row] else each for row, each in enumerate(found.provenance)),
        np.where(typed, given, found.low),
        np.where(typed, given, found.high),
    )


def _in_local_money(sites: Sites, pack: Pack, context: Context) -> Floats:
    """Return 1 for sites whose power is sold in another money than US dollars, 0 for others."""
    kept: dict[tuple[object, ...], bool] = {}  # thousands of points stand alike
    found = []
    for site, region in zip(sites.items, regions_of(sites, pack.base), strict=True):
        key = (site.country, region, site.offer, site.own_power, site.off_map, site.metered,
               site.route)  # fmt: skip
        if key not in kept:
            routes = routes_on(
                pack.facts, site.country, region, context.as_of, site.offer, site.own_power,
                off_map=site.off_map, metered=site.metered,
            )  # fmt: skip
            chosen = choose(routes, site.route)
            kept[key] = chosen is not None and chosen.currency not in {"", DOLLAR}
        found.append(kept[key] and "power_price" not in dict(site.values))
    return np.array(found, dtype=np.float64)


def _network(pack: Pack, context: Context, money: Money) -> NetworkOnDay:
    known = network_on(money_rows(pack).network, context.as_of)
    return known if money.network is None else chosen_network(pack, money.network, known)


def _running(fleet: Fleet | None, load: float, pue: Floats) -> Floats:
    if fleet is None:
        return np.full(len(pue), np.nan)
    return np.array([fleet.running(load, float(each)) for each in pue])


def _case(
    own: Terms,
    months: int,
    fleet: Fleet | None,
    network: NetworkOnDay,
    context: Context,
    pue: Floats,
    uptime: Floats,
    running: Floats,
) -> Case:
    state = network.network
    unknown = np.nan
    share = state.fee_share.value if state else 0.0
    return Case(
        load_mw=running * (fleet.it_mw if fleet else unknown) * pue,
        ph_s=running * (fleet.ph_s if fleet else unknown),
        j_per_th=fleet.j_per_th if fleet else unknown,
        pue=pue,
        hash_btc=_hash_btc(state),
        btc_usd=state.btc_usd.value if state else unknown,
        power_usd_per_mwh=unknown,
        capital=unknown,
        uptime=uptime,
        pool_fee=own.column("pool_fee"),
        opex_usd_per_mwh=own.column("opex_usd_mwh"),
        fixed_usd_per_year=own.column("fixed_usd_year"),
        standby_share=own.column("standby_share"),
        decay=own.column("decay"),
        months=months,
        discount=own.column("discount"),
        profit_tax=own.column("profit_tax"),
        halvings=_halvings(own, months, network, context),
        halving_left=float(halved(share)),
    )


def _hash_btc(state: Network | None) -> float:
    if state is None:
        return np.nan
    found = hashprice_btc(state.difficulty.value, state.subsidy.value, state.fee_share.value)
    return float(found)


def _halvings(own: Terms, months: int, network: NetworkOnDay, context: Context) -> tuple[int, ...]:
    """Return the months in which the subsidy halves, by the rule of the protocol."""
    if not own.whole["halvings"].value or network.halved_on is None:
        return ()
    found: list[int] = []
    day, start = network.halved_on, network.counted_from or context.as_of
    while True:
        day += timedelta(days=HALVING_DAYS)
        month = int((day - start).days // DAYS_A_MONTH) + 1
        if month > months:
            return tuple(found)
        if month >= 1:
            found.append(month)


def _to_power(sites: Sites, own: Terms, context: Context) -> Floats:
    return np.array([
        days_to_power(
            context.as_of,
            site.offer.ready_date if site.offer else None,
            figures["build_weeks"].value,
            figures["transformer_weeks"].value,
        )
        for site, figures in zip(sites.items, own.by_site, strict=True)
    ])  # fmt: skip
