import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from siteselect.economics.uptime import CutHours, available, by_month, from_month, uptime

WINTER = CutHours((12, 1), (2, 28))


def test_a_season_over_the_turn_of_the_year():
    left = available([WINTER])
    assert left.shape == (365, 24)
    assert left.mean() == pytest.approx(1 - 90 / 365)
    assert by_month(left).tolist() == [0.0, 0.0, *[1.0] * 9, 0.0]


def test_hours_over_midnight():
    night = available([CutHours((1, 1), (12, 31), 22, 6)])
    assert night.mean() == pytest.approx(16 / 24)
    assert night[0, [23, 0, 5]].tolist() == [0.0, 0.0, 0.0]
    assert night[0, [6, 21]].tolist() == [1.0, 1.0]


def test_equal_hours_are_the_whole_day():
    assert available([CutHours((3, 1), (3, 1), 6, 6)]).sum() == 364 * 24


def test_where_cuts_overlap_the_deepest_counts():
    half = CutHours((1, 1), (1, 31), share=0.5)
    left = available([half, CutHours((1, 10), (1, 10)), CutHours((1, 5), (1, 5), share=0.2)])
    assert left[0, 0] == 0.5
    assert left[4, 0] == 0.5
    assert left[9, 0] == 0.0


def test_the_last_day_of_a_leap_february_is_the_28th():
    assert available([CutHours((2, 29), (2, 29))])[58].sum() == 0.0


def test_no_cut_leaves_every_hour():
    assert available([]).min() == 1.0


def test_outages_stale_work_and_quota_take_their_part():
    assert float(uptime(0.9, planned=0.02, stale=0.005)) == pytest.approx(0.875)
    assert float(uptime(0.9, quota=50, required=100)) == pytest.approx(0.45)
    assert float(uptime(0.9, quota=200, required=100)) == pytest.approx(0.9)
    assert float(uptime(0.01, planned=0.02)) == 0.0
    assert np.isnan(uptime(np.nan))


def test_months_begin_where_the_site_does():
    shares = by_month(available([WINTER]))
    assert from_month(shares, 11, 14).tolist() == [1, 0, 0, 0, *[1] * 9, 0]


@given(st.lists(st.builds(
    CutHours,
    st.tuples(st.integers(1, 12), st.integers(1, 28)),
    st.tuples(st.integers(1, 12), st.integers(1, 28)),
    st.integers(0, 23), st.integers(1, 24), st.floats(0, 1)), max_size=5))  # fmt: skip
def test_another_cut_never_adds_hours(cuts):
    left = available(cuts)
    assert ((left >= 0) & (left <= 1)).all()
    assert (available([*cuts, WINTER]) <= left).all()
    assert by_month(left) @ [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] == pytest.approx(
        left.mean() * 365
    )
