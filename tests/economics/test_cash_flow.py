import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from siteselect.economics.cash_flow import (
    annual_mwh,
    annual_revenue,
    cumulative,
    discounted,
    growth,
    irr,
    monthly_rate,
    npv,
    payback_month,
    shared,
)


def roots_by_force(flows):
    """Return every monthly rate at which flows are worth nothing, from the polynomial's roots."""
    roots = np.roots(flows)
    real = roots[(np.abs(roots.imag) < 1e-9) & (roots.real > 0)].real
    return sorted(real - 1.0, key=abs)


def test_npv_is_the_sum_of_what_each_month_is_worth():
    flows = np.array([10.0, -5.0, 30.0])
    rate = float(monthly_rate(0.15))
    by_hand = -20 + 10 / (1 + rate) - 5 / (1 + rate) ** 2 + (30 + 7) / (1 + rate) ** 3
    assert float(npv(20.0, flows, 0.15, resale=7.0)) == pytest.approx(by_hand)
    assert (1 + rate) ** 12 == pytest.approx(1.15)
    assert discounted(flows, 0.15).sum() == pytest.approx(by_hand + 20 - 7 / (1 + rate) ** 3)


@pytest.mark.parametrize(
    ("capital", "flows"),
    [
        (1000.0, [60.0] * 24),
        (1000.0, [30.0] * 24),  # never back: a rate below zero
        (100.0, [60.0, 50.0, 40.0]),
        (4.3e6, (200_837.0 * 0.99 ** np.arange(48)).tolist()),
        (100.0, [250.0]),
    ],
)
def test_irr_is_the_root_of_the_polynomial(capital, flows):
    expected = (1 + roots_by_force([-capital, *flows])[0]) ** 12 - 1
    assert float(irr(capital, np.array(flows))) == pytest.approx(expected, rel=1e-9)


def test_of_several_rates_the_one_nearest_to_zero_is_taken():
    flows = [-100.0, 230.0, -132.0]  # 10 % and 20 % a month
    assert [round(each, 6) for each in roots_by_force(flows)] == [0.1, 0.2]
    assert float(irr(100.0, np.array(flows[1:]))) == pytest.approx(1.1**12 - 1)


def test_there_is_no_rate_where_every_month_loses_or_a_flow_is_unknown():
    table = np.array([[-1.0, -2.0], [5.0, np.nan], [80.0, 80.0]])
    found = irr(np.array([100.0, 100.0, 100.0]), table)
    assert np.isnan(found[:2]).all()
    assert found[2] > 0
    assert np.isnan(irr(np.nan, np.array([5.0, 5.0])))


def test_resale_counts_at_the_end():
    assert float(irr(100.0, np.array([0.0] * 12), resale=121.0)) == pytest.approx(0.21)


def test_payback_is_the_first_month_end_with_the_money_back_and_never_is_inf():
    cash = cumulative(
        np.array([100.0, 100.0, np.nan]), np.array([[60.0, 60.0], [10.0, 10.0], [60.0, 60.0]])
    )
    assert cash[0].tolist() == [-100.0, -40.0, 20.0]
    found = payback_month(cash)
    assert found[:2].tolist() == [2.0, np.inf]
    assert np.isnan(found[2])


def test_payback_counts_the_first_time_though_losses_may_come_later():
    assert float(payback_month(cumulative(50.0, np.array([60.0, -100.0])))) == 1.0


def test_revenue_starts_undecayed_and_halves_from_the_month_on():
    path = growth(np.array([0.0, 0.01]), 4, halvings=[3], left=0.6)
    assert path[0].tolist() == [1.0, 1.0, 0.6, 0.6]
    assert path[1] == pytest.approx([1.0, 0.99, 0.99**2 * 0.6, 0.99**3 * 0.6])


def test_year_figures_of_the_worked_example():
    assert float(annual_revenue(10e3 / (1.08 * 17.5), 39.53, 0.92, 0.02)) == pytest.approx(
        6_882_905, abs=0.5
    )
    assert float(annual_mwh(10, 0.92)) * 45 == pytest.approx(3_626_640)
    assert float(annual_mwh(10, 0.92)) * 10.5 == pytest.approx(846_216)


def test_power_drawn_while_cut_is_paid_for():
    assert float(annual_mwh(1, 0.5, standby_share=0.1)) == pytest.approx(8760 * 0.55)


def test_partners_parts_add_up_to_the_whole():
    flows = np.linspace(90_000, 20_000, 36)
    one = shared(1e6, flows, 0.15, 0.8, 0.6, resale=50_000)
    other = shared(1e6, flows, 0.15, 0.2, 0.4, resale=50_000)
    whole = npv(1e6, flows, 0.15, 50_000)
    assert float(one.npv + other.npv) == pytest.approx(float(whole))
    assert float(one.capital) == 800_000
    assert float(one.irr) < float(irr(1e6, flows, 50_000)) < float(other.irr)
    assert float(other.payback) < float(one.payback)


def test_equal_shares_of_cost_and_profit_leave_rate_and_payback_as_they_are():
    flows = np.full(40, 40_000.0)
    part = shared(1e6, flows, 0.15, 0.8, 0.8)
    assert float(part.irr) == pytest.approx(float(irr(1e6, flows)))
    assert float(part.payback) == float(payback_month(cumulative(1e6, flows)))


@given(st.floats(1e3, 1e7), st.lists(st.floats(1.0, 1e6), min_size=2, max_size=60), st.floats(0, 1))
def test_discounting_at_the_irr_leaves_nothing_and_more_discount_leaves_less(capital, flows, rate):
    table = np.array(flows)
    found = float(irr(capital, table))
    if found > -0.99:  # below, a year keeps too little of a float to be turned back
        scale = capital + float(np.abs(discounted(table, found)).sum())
        assert abs(float(npv(capital, table, found))) < 1e-7 * scale
    assert float(npv(capital, table, rate + 0.1)) <= float(npv(capital, table, rate))
