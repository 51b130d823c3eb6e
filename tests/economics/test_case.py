from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from siteselect.economics.case import Case, daily_revenue, monthly_flows, outcome
from siteselect.economics.hashprice import installed_ph

EXAMPLE = Case(
    load_mw=10.0,
    ph_s=float(installed_ph(10.0, 1.08, 17.5)),
    j_per_th=17.5,
    pue=1.08,
    hash_btc=39.53 / 91_132,
    btc_usd=91_132.0,
    power_usd_per_mwh=45.0,
    capital=4.3e6,
    uptime=0.92,
    pool_fee=0.02,
    opex_usd_per_mwh=10.5,
    discount=0.15,
)
"""The 10 MW example of the domain notes: capital is infrastructure only, nothing is resold."""


def at(decay, months=48):
    return outcome(replace(EXAMPLE, decay=decay, months=months))


def test_the_year_of_the_worked_example():
    found = at(0.0)
    assert round(float(found.revenue)) == 6_882_905
    assert float(found.power) == pytest.approx(3_626_640)
    assert float(found.opex) == pytest.approx(846_216)
    assert float(found.margin) == pytest.approx(2_410_049.04, abs=0.005)


@pytest.mark.parametrize(("decay", "npv"), [(0.0, 3.0417), (0.01, -0.8343), (0.02, -3.7613)])
def test_the_net_present_values_of_the_worked_example(decay, npv):
    assert float(at(decay).npv) / 1e6 == pytest.approx(npv, abs=1e-4)


@pytest.mark.parametrize(("decay", "month"), [(0.0, 22), (0.005, 26), (0.0075, 31), (0.01, np.inf)])
def test_the_paybacks_of_the_worked_example(decay, month):
    assert float(at(decay, months=60).payback) == month


def test_the_limit_of_decay_and_the_cash_at_its_best():
    assert float(at(0.0).cash[22]) == pytest.approx(118_423, abs=0.5)
    assert float(at(0.0).cash[21]) < 0
    never = at(0.01, months=60).cash
    assert int(never.argmax()) == 43
    assert float(never.max()) == pytest.approx(-201_123, abs=0.5)
    assert np.isfinite(at(0.009523, months=60).payback)
    assert np.isinf(at(0.009524, months=60).payback)


def test_discounted_payback_comes_later():
    found = at(0.0)
    assert float(found.payback) < float(found.payback_discounted) < 48


def test_cost_per_bitcoin_of_the_worked_example():
    found = at(0.0)
    btc = 529.1005291 * 39.53 / 91_132 * 365 * 0.92 * 0.98
    assert float(found.btc) == pytest.approx(btc)
    assert float(found.power_per_btc) == pytest.approx(3_626_640 / btc)
    assert float(found.cash_per_btc) == pytest.approx((3_626_640 + 846_216) / btc)
    factor = 0.15 * 1.15**4 / (1.15**4 - 1)
    spread = (3_626_640 + 846_216 + 4.3e6 * factor) / btc
    assert float(found.cost_per_btc) == pytest.approx(spread)


def test_at_its_break_even_price_a_site_makes_no_margin():
    fixed = replace(EXAMPLE, fixed_usd_per_year=120_000.0)
    price = outcome(fixed).break_even
    assert float(outcome(fixed.at_power(price)).margin) == pytest.approx(0.0, abs=1e-6)


def test_without_hours_there_is_no_cost_per_bitcoin_and_no_warning():
    found = outcome(replace(EXAMPLE, uptime=0.0))
    assert np.isnan(found.cost_per_btc)
    assert float(found.break_even) == pytest.approx(39.53 * 0.98 / (17.5 * 24 * 1.08) * 1000 - 10.5)


def test_sites_are_worked_together_and_unknown_stays_with_its_site():
    prices = np.array([45.0, np.nan, 60.0])
    found = outcome(EXAMPLE.at_power(prices))
    assert found.flows.shape == (3, 48)
    for name in ("npv", "irr", "payback", "cost_per_btc", "margin", "hashcost"):
        column = getattr(found, name)
        assert np.isnan(column[1]), name
        assert np.isfinite(column[0]), name
    assert float(found.npv[0]) == pytest.approx(float(outcome(EXAMPLE).npv))
    assert np.isfinite(found.break_even)  # the same whatever the price


def test_unknown_capital_leaves_the_year_known():
    found = outcome(replace(EXAMPLE, capital=np.array([np.nan, 4.3e6])))
    assert np.isnan(found.npv[0])
    assert np.isnan(found.payback[0])
    assert np.isnan(found.cost_per_btc[0])
    assert np.isfinite(found.margin)
    assert np.isfinite(found.npv[1])


def test_seasons_move_money_between_months_and_not_between_years():
    season = np.tile(np.where(np.arange(12) < 3, 0.0, 0.92 * 12 / 9), 4)[None, :]
    found = outcome(replace(EXAMPLE, uptime=season))
    assert float(found.flows[0, :3].sum()) == 0.0
    assert float(found.margin[0]) == pytest.approx(2_410_049.04, abs=0.01)
    assert float(found.flows[0].sum()) == pytest.approx(4 * 2_410_049.04, abs=0.05)


def test_tax_falls_on_margins_above_zero_and_a_loan_is_paid_back():
    taxed = monthly_flows(replace(EXAMPLE, profit_tax=0.2))
    assert float(taxed[0]) == pytest.approx(2_410_049.04 / 12 * 0.8)
    losing = replace(EXAMPLE, profit_tax=0.2, power_usd_per_mwh=200.0)
    assert monthly_flows(losing) == pytest.approx(monthly_flows(replace(losing, profit_tax=0.0)))
    lent = outcome(replace(EXAMPLE, loan=1e6, loan_payment=50_000.0, loan_months=24))
    assert float(lent.cash[0]) == -3.3e6
    assert float(lent.flows[23]) == pytest.approx(2_410_049.04 / 12 - 50_000)
    assert float(lent.flows[24]) == pytest.approx(2_410_049.04 / 12)


def test_a_halving_cuts_revenue_and_not_cost():
    halved = monthly_flows(replace(EXAMPLE, halvings=(13,), halving_left=0.5))
    year = 6_882_905.04
    assert float(halved[11]) == pytest.approx(2_410_049.04 / 12)
    assert float(halved[12]) == pytest.approx((2_410_049.04 - year / 2) / 12)


def test_a_day_earns_a_part_of_the_year():
    assert float(daily_revenue(EXAMPLE)) == pytest.approx(6_882_905.04 / 365)


@given(st.floats(0, 150), st.floats(0, 50), st.floats(0, 0.03), st.floats(0, 0.4))
def test_cheaper_power_never_lowers_value_nor_raises_cost(price, cheaper, decay, tax):
    case = replace(EXAMPLE, decay=decay, profit_tax=tax, months=36)
    dear = outcome(case.at_power(price + cheaper))
    cheap = outcome(case.at_power(price))
    assert cheap.npv >= dear.npv - 1e-6
    assert cheap.cost_per_btc <= dear.cost_per_btc + 1e-6 or tax > 0
    assert cheap.cash_per_btc <= dear.cash_per_btc + 1e-6
    assert cheap.payback <= dear.payback


@given(st.floats(20, 80), st.floats(0, 20), st.floats(0, 1))
def test_the_outcome_of_a_price_lies_between_those_of_its_ends(low, width, where):
    ends = outcome(EXAMPLE.at_power(np.array([low, low + width])))
    found = outcome(EXAMPLE.at_power(low + where * width))
    assert ends.npv[1] - 1e-6 <= found.npv <= ends.npv[0] + 1e-6
    assert ends.cash_per_btc[0] - 1e-6 <= found.cash_per_btc <= ends.cash_per_btc[1] + 1e-6
