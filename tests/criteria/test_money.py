from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from siteselect.criteria._money import reckon
from siteselect.model.figures import Figure
from siteselect.model.fleet import Fleet, Lot
from siteselect.model.money import Money
from siteselect.model.sites import Offer, Site, Sites, Vat
from siteselect.model.study import Context
from siteselect.packs.network_presets import network_presets
from tests.criteria.test_measure import SITES as REAL
from tests.criteria.toy import BETA, EAST, WEST, central_asia, measured, toy
from tests.criteria.toy_money import LOAD, MACHINE, MWH, REVENUE, money, reckoned

OFFER = Offer(price=0.05, currency="USD", vat=Vat.EXCLUDED)


def test_a_year_at_a_site_by_hand():
    found = reckoned([WEST])
    assert found.hashprice == pytest.approx(50.0)
    assert found.machines[0] == pytest.approx(1000)
    assert found.machine_value[0] == pytest.approx(1e6)
    year = found.at_value
    assert year.revenue[0] == pytest.approx(REVENUE)
    assert year.power[0] == pytest.approx(MWH * 41.6)
    assert found.estimates["npv"].value[0] == pytest.approx(REVENUE - MWH * 41.6 - 300_000)
    assert found.estimates["break_even"].value[0] == pytest.approx(50 / (30 * 24) * 1000)
    assert found.estimates["payback"].value[0] == 5.0


def test_a_counted_fleet_smaller_than_the_load_draws_and_builds_less():
    half = Fleet((Lot(MACHINE, 500),), fills_load=False)
    found = reckoned([WEST], money(fleet=half))
    assert found.machines[0] == 500
    assert found.at_value.revenue[0] == pytest.approx(REVENUE / 2)
    assert found.estimates["capital"].value[0] == pytest.approx(150_000)


def test_a_worse_pue_leaves_less_power_to_the_machines():
    found = reckoned([WEST], money(pue_base=1.25))
    assert found.machines[0] == pytest.approx(800)
    assert found.at_value.power[0] == pytest.approx(MWH * 41.6)


def test_an_offer_beats_the_pack_and_a_typed_price_beats_both():
    offered = replace(WEST, name="Offered", offer=OFFER)
    typed = replace(offered, name="Typed", values=(("power_price", 20.0),))
    found = reckoned([offered, typed])
    all_in = float(measured("power_price", [offered]).value[0])
    assert all_in >= 50.0
    assert found.estimates["price"].value == pytest.approx([all_in, 20.0])


def test_halvings_count_when_asked_for_by_the_rule_of_the_protocol():
    day, sites = date(2026, 6, 1), REAL  # the last halving of the table is 2024-05: 2028-04 is next
    context = Context(day, 50.0, Money().with_figure("halvings", _figure(1)))
    assert reckon(sites, central_asia(), context).case.halvings == (23,)
    assert reckon(sites, central_asia(), Context(day, 50.0)).case.halvings == ()


def test_halvings_of_a_chosen_month_are_counted_from_that_month():
    pack, day = central_asia(), date(2026, 6, 1)
    months = {each.name: each.network for each in network_presets(pack)}
    chosen = Money(network=months["2021-11"]).with_figure("halvings", _figure(1))
    # first row with 6.25 BTC: 2020-06-01; 1,458 days on is 2024-05-29, 940 days after 2021-11-01
    assert reckon(REAL, pack, Context(day, 50.0, chosen)).case.halvings == (31,)
    late = Money(network=months["2024-04"]).with_figure("halvings", _figure(1))
    assert reckon(REAL, pack, Context(day, 50.0, late)).case.halvings == (2,)


def test_no_halving_is_guessed_where_none_was_seen():
    context = Context(date(2019, 6, 1), 50.0, Money().with_figure("halvings", _figure(1)))
    assert reckon(REAL, central_asia(), context).case.halvings == ()


def test_two_halvings_within_ten_years():
    chosen = Money().with_figure("halvings", _figure(1)).with_figure("months", _figure(90))
    found = reckon(REAL, central_asia(), Context(date(2021, 6, 2), 50.0, chosen)).case.halvings
    assert found == (36, 84)


def test_a_pack_without_a_network_or_machines_says_so():
    found = reckoned([WEST], replace(money(), fleet=None, network=None))
    assert found.fleet is None
    assert np.isnan(found.hashprice)
    assert found.estimates["hashcost"].why == ("The pack proposes no machines: choose a fleet.",)
    alone = reckoned([WEST], replace(money(), network=None))
    assert "The pack knows no BTC price" in alone.estimates["npv"].why[0]
    assert np.isfinite(alone.estimates["hashcost"].value[0])


@pytest.mark.parametrize("day", ["2019-06-01", "2021-06-02", "2023-11-15", "2026-06-01"])
def test_on_every_day_each_figure_is_known_or_has_its_sentence(day):
    found = reckon(REAL, central_asia(), Context(date.fromisoformat(day), 50.0))
    for key, each in found.estimates.items():
        for row in range(len(REAL)):
            value, low, high = each.value[row], each.low[row], each.high[row]
            if np.isnan(value):
                assert each.why[row].endswith("."), (key, each.why[row])
            else:
                assert each.why[row] == ""
                assert low <= value <= high, key


@settings(max_examples=25, deadline=None)
@given(st.floats(0.01, 0.15), st.floats(0.0, 0.05))
def test_cheaper_power_never_lowers_what_a_site_is_worth(price, cheaper):
    sites = [
        replace(WEST, name=name, offer=replace(OFFER, price=each))
        for name, each in (("dear", price + cheaper), ("cheap", price))
    ]
    found = reckoned(sites, money(decay=0.01, discount=0.15)).estimates
    assert found["npv"].value[1] >= found["npv"].value[0] - 1e-6
    assert found["payback"].value[1] <= found["payback"].value[0]
    assert found["cost_per_btc"].value[1] <= found["cost_per_btc"].value[0] + 1e-6


def test_a_loan_moves_the_capital_and_is_paid_from_the_flows():
    plain = reckoned([WEST], money(discount=0.15))
    lent = reckoned([WEST], money(discount=0.15, loan_share=0.5, loan_interest=0.0, loan_months=12))
    assert lent.at_value.cash[0, 0] == pytest.approx(-150_000)
    assert lent.at_value.flows[0, 0] == pytest.approx(plain.at_value.flows[0, 0] - 12_500)
    assert lent.estimates["npv"].value[0] > plain.estimates["npv"].value[0]


def test_the_same_question_is_reckoned_once():
    one = reckoned([WEST, EAST, BETA])
    assert reckon(one.sites, toy(), Context(one.context.as_of, LOAD, one.money)) is one


def _figure(value):
    return Figure(float(value), "toy")


def test_local_money_that_loses_a_tenth_a_year_makes_its_tariff_cheaper_in_dollars():
    still = reckoned([WEST, BETA], money(months=24))
    drifting = reckoned([WEST, BETA], money(months=24, fx_drift=0.10))
    local = drifting.in_local_money
    assert local[0] == 1.0  # WEST is supplied in the money of its land
    first, last = (reckoning.at_value.flows[0] for reckoning in (still, drifting))
    power = MWH / 12 * float(still.price.value[0])
    assert last[0] == pytest.approx(first[0])  # the first month is paid at today's rate
    assert last[12] - first[12] == pytest.approx(power * (1 - 1 / 1.10))
    assert last[23] - first[23] == pytest.approx(power * (1 - 1.10 ** (-23 / 12)))


def test_a_price_in_dollars_does_not_drift():
    site = replace(WEST, offer=OFFER)
    drifting = reckoned([site], money(fx_drift=0.5))
    assert drifting.in_local_money.tolist() == [0.0]
    assert drifting.at_value.flows[0] == pytest.approx(reckoned([site]).at_value.flows[0])


def test_a_tax_of_one_land_alone_is_paid_there_alone():
    chosen = money().with_land_figure("AA", "profit_tax", Figure(0.5, "yours"))
    taxed, free = reckoned([WEST, BETA], chosen), reckoned([WEST, BETA])
    assert (WEST.country, BETA.country) != ("AA", "AA")
    assert taxed.at_value.flows[0, 0] == pytest.approx(free.at_value.flows[0, 0] * 0.5)
    assert taxed.at_value.flows[1] == pytest.approx(free.at_value.flows[1], nan_ok=True)


def test_the_special_tax_of_kyrgyzstan_stands_instead_of_a_tax_on_profit():
    context = Context(date(2021, 11, 1), 50.0)
    found = reckon(REAL, central_asia(), context)
    row = next(at for at, site in enumerate(REAL.items) if site.country == "KG")
    figure = found.terms.by_site[row]["profit_tax"]
    assert (figure.value, figure.assumed) == (0.0, False)
    assert figure.source.startswith("Q22")
    assert found.terms.whole["profit_tax"].assumed


def test_without_a_meter_the_fee_of_2023_is_25_tenge():
    site = Site("Kostanay", "KZ", 63.62, 53.21)
    context = Context(date(2023, 11, 15), 50.0)
    bare = Sites((site, replace(site, name="No meter", metered=False)))
    price = reckon(bare, central_asia(), context).price
    fees = [
        next(part.amount for part in each.parts if part.title == "Mining fee")
        for each in price.provenance
    ]
    assert fees[1] == pytest.approx(25 / 456.2 * 1000)
    assert fees[0] == pytest.approx(1 / 456.2 * 1000)
