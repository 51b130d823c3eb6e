import pytest

from tests.criteria.toy import WEST
from tests.criteria.toy_money import judged, money


def test_building_and_machines_in_millions():
    assert judged("capital_needed", [WEST]).value == pytest.approx([0.3])
    assert judged("capital_needed", [WEST], money(buys_machines=True)).value == pytest.approx([1.3])
