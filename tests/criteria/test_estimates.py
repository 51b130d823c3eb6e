from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from siteselect.model.sites import Offer
from tests.criteria.toy import BETA, DAY, EAST, GAMMA, WEST
from tests.criteria.toy_money import MWH, REVENUE, money, reckoned


def test_an_uncertain_price_gives_every_figure_its_ends():
    found = reckoned([EAST]).estimates  # 57.6, from 49.6 to 65.6
    npv = found["npv"]
    assert npv.value[0] == pytest.approx(REVENUE - MWH * 57.6 - 300_000)
    assert npv.low[0] == pytest.approx(REVENUE - MWH * 65.6 - 300_000)
    assert npv.high[0] == pytest.approx(REVENUE - MWH * 49.6 - 300_000)
    assert found["margin"].low[0] == pytest.approx(50 / 0.72 - 65.6)
    assert found["hashcost"].high[0] == pytest.approx(30 * 24 * 65.6 / 1000)
    assert found["payback"].low[0] < found["payback"].value[0] < found["payback"].high[0]


def test_where_mining_is_unlawful_nothing_is_earned_and_machines_are_at_risk():
    found = reckoned([BETA]).estimates
    for key in ("npv", "irr", "payback", "cost_per_btc", "week_late"):
        assert np.isnan(found[key].value[0])
        assert found[key].why[0].startswith("Mining is not lawful on this day")
        assert "R4" in found[key].why[0]
    assert np.isfinite(found["price"].value[0])
    assert np.isfinite(found["capital"].value[0])
    assert found["at_risk"].value[0] == pytest.approx(0.5 * 1e6)  # seizure alone


def test_a_pinned_site_is_reckoned_in_spite_of_the_law():
    found = reckoned([replace(BETA, pinned=True)]).estimates
    assert found["npv"].value[0] == pytest.approx(REVENUE - MWH * 50.0 - 300_000)


def test_money_at_risk_by_hand_and_unknown_where_the_law_is():
    found = reckoned([WEST, GAMMA]).estimates["at_risk"]
    margin = REVENUE - MWH * 41.6
    assert found.value[0] == pytest.approx(0.10 * 1e6 + 0.25 * 4 * margin / 12)
    assert np.isnan(found.value[1])
    assert found.why[1].startswith("No rule of the pack says")


def test_days_to_spare_and_what_a_week_costs():
    offered = replace(WEST, name="Offered", offer=Offer(ready_date=DAY + timedelta(days=30)))
    chosen = money(wanted_day=DAY + timedelta(days=70), days_to_move=10)
    found = reckoned([WEST, offered], chosen).estimates
    assert found["days_spare"].value.tolist() == [70 - 140 - 10, 70 - 30 - 10]
    margin = REVENUE - MWH * 41.6
    assert found["week_late"].value == pytest.approx([margin / 365 * 7] * 2)
    assert found["delay"].value == pytest.approx([margin / 365 * 80, 0.0])


def test_without_a_wanted_day_there_is_no_delay():
    found = reckoned([WEST]).estimates
    assert found["days_spare"].why == ("No day is set on which machines must run.",)
    assert found["delay"].why == found["days_spare"].why
    assert np.isfinite(found["week_late"].value[0])


def test_a_floor_of_the_price_bounds_the_figures():
    day = DAY.replace(year=2026)
    found = reckoned([WEST], day=day)
    price, npv = found.estimates["price"], found.estimates["npv"]
    if np.isnan(price.value[0]):
        assert npv.why[0] == price.why[0]
        assert np.isnan(npv.value[0])


def test_lost_money_has_no_rate_and_no_hours_no_cost():
    dear = replace(WEST, values=(("power_price", 500.0),))
    found = reckoned([dear]).estimates
    assert np.isnan(found["irr"].value[0])
    assert found["irr"].why[0].startswith("No rate gives the flows")
    assert np.isinf(found["payback"].value[0])
    dark = reckoned([WEST], money(quota_share=0.0)).estimates
    assert dark["cost_per_btc"].why == ("No hours are left in which power may be drawn.",)
