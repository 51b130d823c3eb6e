import pytest

from tests.criteria.toy import measured


def test_three_sites_by_hand_hamlets_apart():
    column = measured("city_distance")
    assert column.value[:3] == pytest.approx([10.0, 140.0, 10.0], abs=0.01)
    assert "Alpha City" in column.provenance[1].note
