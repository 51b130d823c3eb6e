from siteselect.criteria._reckoning import TITLES
from tests.criteria.toy_money import reckoned


def test_a_reckoning_holds_every_figure_that_has_a_title():
    found = reckoned()
    assert list(found.estimates) == list(TITLES)
    assert all(len(each.value) == len(found.sites) for each in found.estimates.values())
    assert all(title and unit for title, unit in TITLES.values())
