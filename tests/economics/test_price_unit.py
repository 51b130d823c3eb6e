from math import isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siteselect.economics.price_unit import Per, PriceUnit


def test_the_price_of_the_story_by_hand():
    paid = 19 / 425.9 * 1000  # 19 KZT/kWh on the day of the story
    assert PriceUnit("KZT", Per.KWH, 425.9).of(paid) == pytest.approx(19.0)
    assert PriceUnit("KZT", Per.MWH, 425.9).of(paid) == pytest.approx(19_000.0)
    assert PriceUnit(per=Per.CENTS).of(paid) == pytest.approx(4.461, abs=0.001)
    assert PriceUnit().of(paid) == paid


def test_units_are_named():
    assert PriceUnit().title == "USD/MWh"
    assert PriceUnit(per=Per.CENTS).title == "US cents/kWh"
    assert PriceUnit("KGS", Per.KWH, 87.0).title == "KGS/kWh"


def test_a_missing_rate_gives_no_number():
    unit = PriceUnit("KZT", Per.KWH, nan, "No exchange rate of KZT is known.")
    assert not unit.known
    assert isnan(unit.of(45.0))
    assert PriceUnit().known


@given(
    st.sampled_from(Per),
    st.floats(0.01, 1e5),
    st.floats(0.0, 1e4),
)
def test_there_and_back_again(per, rate, price):
    unit = PriceUnit("KZT", per, rate)
    assert unit.back(unit.of(price)) == pytest.approx(price)
