import pytest

from tests.criteria.toy import WEST
from tests.criteria.toy_money import MWH, judged


def test_a_year_of_power_and_a_year_of_capital_for_a_year_of_bitcoin():
    found = judged("cost_per_btc", [WEST])
    assert found.value == pytest.approx([(MWH * 41.6 + 300_000) / 36.5])  # 0.1 BTC a day, 12 months
