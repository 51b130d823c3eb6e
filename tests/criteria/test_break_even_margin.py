import pytest

from tests.criteria.toy import EAST, WEST
from tests.criteria.toy_money import judged


def test_break_even_less_price():
    found = judged("break_even_margin", [WEST, EAST])
    assert found.value == pytest.approx([50 / 0.72 - 41.6, 50 / 0.72 - 57.6])
    assert found.low[1] == pytest.approx(50 / 0.72 - 65.6)
