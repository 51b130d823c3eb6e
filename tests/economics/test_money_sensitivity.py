from dataclasses import replace

import numpy as np
import pytest

from siteselect.economics.case import outcome
from siteselect.economics.money_sensitivity import Swing, moved, tornado
from tests.economics.test_case import EXAMPLE

SWINGS = (
    Swing("opex_usd_per_mwh", "Running cost", 8.0, 13.0),
    Swing("btc_usd", "BTC price", 70_000.0, 110_000.0),
    Swing("difficulty", "Difficulty", 0.8, 1.2),
    Swing("power_usd_per_mwh", "Power", 40.0, 50.0),
    Swing("months", "Months", 36, 60),
)


def test_the_widest_bar_comes_first_and_each_end_is_the_case_at_that_end():
    bars = tornado(EXAMPLE, SWINGS)
    widths = [bar.npv_width for bar in bars]
    assert widths == sorted(widths, reverse=True)
    power = next(bar for bar in bars if bar.swing.key == "power_usd_per_mwh")
    assert power.npv_low == pytest.approx(float(outcome(EXAMPLE.at_power(40.0)).npv))
    assert power.npv_high < power.npv_low
    assert power.cost_low < power.cost_high


def test_more_difficulty_is_worth_as_much_as_a_lower_price():
    harder = outcome(moved(EXAMPLE, "difficulty", 1.25))
    cheaper = outcome(moved(EXAMPLE, "btc_usd", 91_132.0 / 1.25))
    assert float(harder.npv) == pytest.approx(float(cheaper.npv))


def test_a_worse_pue_leaves_the_load_and_takes_hash_rate():
    worse = moved(EXAMPLE, "pue", 1.20)
    assert worse.load_mw == EXAMPLE.load_mw
    assert float(worse.ph_s) == pytest.approx(529.1005291 * 1.08 / 1.20)
    assert float(outcome(worse).power) == pytest.approx(3_626_640)


def test_months_are_whole():
    assert moved(EXAMPLE, "months", 36.2).months == 36


def test_seasons_come_again_over_more_months():
    season = np.array([[0.0, *[0.92] * 11]])
    longer = moved(replace(EXAMPLE, uptime=np.tile(season, 2), months=24), "months", 30)
    assert longer.uptime.shape == (1, 30)
    assert np.flatnonzero(longer.uptime[0] == 0.0).tolist() == [0, 12, 24]
    assert outcome(longer).flows.shape == (1, 30)


def test_what_is_unknown_comes_last():
    bars = tornado(EXAMPLE, [Swing("capital", "Capital", np.nan, 5e6), *SWINGS])
    assert bars[-1].swing.key == "capital"
    assert np.isnan(bars[-1].npv_low)
