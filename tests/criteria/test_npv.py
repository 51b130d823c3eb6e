import pytest

from tests.criteria.toy import WEST
from tests.criteria.toy_money import MWH, REVENUE, judged


def test_a_year_without_discount_in_millions():
    assert judged("npv", [WEST]).value == pytest.approx([(REVENUE - MWH * 41.6 - 3e5) / 1e6])
