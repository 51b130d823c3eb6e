from datetime import date

import numpy as np
import pytest

from siteselect.economics.deadline import days_to_power, delay_cost, margin_days

DAY = date(2021, 6, 2)


def test_an_offered_day_beats_lead_times_and_a_past_one_is_now():
    assert days_to_power(DAY, date(2021, 9, 1), 26, 128) == 91
    assert days_to_power(DAY, date(2021, 1, 1), 26, 128) == 0


def test_without_an_offer_the_longer_lead_time_counts():
    assert days_to_power(DAY, None, 26, 128) == 128 * 7
    assert days_to_power(DAY, None, 26, 10) == 26 * 7
    assert np.isnan(days_to_power(DAY, None, 26, np.nan))


def test_the_margin_is_what_is_left_of_the_days():
    assert margin_days(120, np.array([91, 350, np.nan]), 12)[:2].tolist() == [17, -242]
    assert np.isnan(margin_days(120, np.nan, 12))


def test_a_week_late_costs_a_week_of_margin_and_a_loss_is_not_missed():
    week, whole = delay_cost(np.array([-21.0, 10.0, -21.0]), np.array([365_000, 365_000, -5.0]))
    assert week == pytest.approx([7000.0, 7000.0, 0.0])
    assert whole == pytest.approx([21_000.0, 0.0, 0.0])
