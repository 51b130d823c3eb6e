from dataclasses import replace

import numpy as np
import pytest

from siteselect.economics.case import outcome
from siteselect.economics.simulation import Spread, market, simulate
from tests.economics.test_case import EXAMPLE

WIDE = Spread(price=0.15, difficulty=0.05, tariff=0.08, uptime=0.03)


def test_without_spread_every_run_is_the_case_itself():
    found = simulate(EXAMPLE, Spread(), runs=20)
    case = outcome(EXAMPLE)
    assert found.cash == pytest.approx(np.tile(case.cash, (3, 1)))
    assert found.npv == pytest.approx(np.full(20, float(case.npv)))
    assert found.payback.tolist() == [22.0] * 20
    assert found.never == 0.0
    assert found.loses == 0.0


def test_a_seed_gives_the_same_runs_and_another_gives_others():
    one, same, other = (simulate(EXAMPLE, WIDE, runs=300, seed=seed) for seed in (5, 5, 6))
    assert one.npv.tolist() == same.npv.tolist()
    assert one.cash.tolist() == same.cash.tolist()
    assert one.npv.tolist() != other.npv.tolist()
    assert simulate(EXAMPLE, WIDE, runs=300, seed=5, key=2).npv.tolist() != one.npv.tolist()


def test_the_market_starts_at_one_and_has_a_mean_of_one():
    path = market(24, Spread(price=0.1, difficulty=0.05), runs=20_000, seed=3)
    assert path.shape == (20_000, 24)
    assert (path[:, 0] == 1.0).all()
    assert path.mean(axis=0) == pytest.approx(np.ones(24), abs=0.02)
    change = np.diff(np.log(path), axis=1)
    assert change.std() == pytest.approx(np.hypot(0.1, 0.05), rel=0.01)


def test_bands_lie_in_order_and_widen_with_time():
    found = simulate(EXAMPLE, WIDE, runs=1000)
    assert (np.diff(found.cash, axis=0) >= 0).all()
    width = found.cash[2] - found.cash[0]
    assert width[48] > width[24] > width[12] > width[0] == 0.0
    assert found.npv_at[0] < found.npv_at[1] < found.npv_at[2]
    assert 0 < found.never < 1
    assert 0 < found.loses < 1


def test_the_mean_of_the_runs_is_the_case_where_nothing_is_bent():
    found = simulate(EXAMPLE, Spread(price=0.1), runs=20_000, seed=2)
    assert float(found.npv.mean()) == pytest.approx(float(outcome(EXAMPLE).npv), abs=150_000)


def test_an_interval_of_the_price_is_drawn_from_and_not_left():
    ends = outcome(EXAMPLE.at_power(np.array([40.0, 55.0]))).npv
    found = simulate(EXAMPLE, Spread(), power_low=40.0, power_high=55.0, runs=4000)
    assert ends[1] <= found.npv.min() < found.npv.max() <= ends[0]
    middle = float(outcome(EXAMPLE.at_power((40 + 45 + 55) / 3)).npv)  # mean of a triangle
    assert float(found.npv.mean()) == pytest.approx(middle, rel=0.02)


def test_an_interval_that_ends_at_the_price_is_no_fault():
    found = simulate(EXAMPLE, Spread(), power_low=45.0, power_high=55.0, runs=50)
    assert found.npv.max() <= float(outcome(EXAMPLE).npv) + 1e-6


def test_uptime_stays_within_the_hours_there_are():
    found = simulate(EXAMPLE, Spread(uptime=5.0), runs=500)
    best = float(outcome(replace(EXAMPLE, uptime=1.0)).npv)
    worst = float(outcome(replace(EXAMPLE, uptime=0.0)).npv)
    assert found.npv.min() == pytest.approx(worst)
    assert found.npv.max() == pytest.approx(best)


def test_seasons_stay_in_the_runs():
    season = np.tile(np.where(np.arange(12) < 3, 0.0, 0.92), 4)[None, :]
    found = simulate(replace(EXAMPLE, uptime=season), Spread(), runs=10)
    assert found.cash[1][1] == found.cash[1][0]
    assert found.cash[1][4] > found.cash[1][3]


def test_an_unknown_case_gives_unknown_bands():
    found = simulate(EXAMPLE.at_power(np.nan), WIDE, runs=10)
    assert np.isnan(found.cash[:, 1:]).all()
    assert np.isnan(found.never)
    assert np.isnan(found.loses)
