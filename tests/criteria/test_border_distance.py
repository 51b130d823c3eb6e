import pytest

from tests.criteria.toy import measured, site


def test_the_nearest_border_or_coast_counts():
    column = measured("border_distance", [site(290.0), site(250.0, 70.0)])
    assert column.value[0] == pytest.approx(10.0, rel=2e-3)
    assert column.value[1] == pytest.approx(30.0, rel=2e-2)
    assert column.provenance[0].note == "to border or coast, as the crow flies"


def test_off_the_map_it_is_unknown():
    assert "Beyond" in measured("border_distance", [site(900.0)]).provenance[0].source
