import pytest

from siteselect.model.sites import Site
from tests.criteria.toy import measured


def test_the_grid_by_hand():
    sites = [Site("a", "AA", 1.0, 0.0), Site("b", "AA", 2.5, 0.0)]
    assert measured("annual_temperature", sites).value == pytest.approx([11.0, 12.5])
