import pytest

from tests.criteria.toy import measured


def test_three_sites_by_hand():
    column = measured("airport_distance")
    assert column.value[:3] == pytest.approx([30.0, 160.0, 40.0], abs=0.01)
