import numpy as np
import pytest

from siteselect.model.sites import Site
from tests.criteria.toy import central_asia, measured


def test_the_grid_by_hand():
    sites = [Site("a", "AA", 1.0, 0.0), Site("b", "AA", 2.0, 1.0)]
    assert measured("elevation", sites).value == pytest.approx([500.0, 600.0])


def test_a_missing_height_is_unknown_and_no_number():
    column = measured("elevation", [Site("a", "BB", 4.0, 0.9)])
    assert np.isnan(column.value).all()
    assert column.provenance[0].source.startswith("The elevation grid of the pack")


def test_north_of_the_grid_is_unknown():
    column = measured("elevation", [Site("Ekibastuz", "KZ", 75.3, 51.7)], pack=central_asia())
    assert np.isnan(column.value).all()
