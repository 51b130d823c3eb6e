from math import isnan, nan

import pytest

from siteselect.economics.amount import Amount


def test_sums_and_units_keep_the_interval():
    price = (Amount.between(18.0, 20.0) + Amount.exactly(1.0)).times(2.0)
    assert (price.value, price.low, price.high) == (40.0, 38.0, 42.0)


def test_an_unknown_upper_end_is_no_interval():
    assert Amount.between(5.0, nan) == Amount.exactly(5.0)
    assert Amount.between(5.0, nan).certain


def test_a_floor_stays_a_floor_in_a_sum():
    total = Amount.at_least(0.0) + Amount.exactly(20.0)
    assert isnan(total.value)
    assert total.low == 20.0
    assert isnan(total.high)
    assert not total.known
    assert not total.certain


def test_disagreeing_sources_widen_the_interval_and_keep_the_value():
    found = Amount.exactly(10.0).spanning(Amount.exactly(15.0), Amount.at_least(8.0))
    assert (found.value, found.low, found.high) == (10.0, 8.0, 15.0)


def test_spanning_nothing_known_stays_unknown():
    assert isnan(Amount.exactly(nan).spanning(Amount.exactly(nan)).low)


@pytest.mark.parametrize("ends", [(1.0, 2.0, 3.0), (5.0, 1.0, 4.0), (nan, 3.0, 2.0)])
def test_a_value_outside_its_interval_is_refused(ends):
    with pytest.raises(ValueError, match="must lie between"):
        Amount(*ends)


def test_a_negative_factor_is_refused():
    with pytest.raises(ValueError, match="zero or more"):
        Amount.exactly(1.0).times(-1.0)
