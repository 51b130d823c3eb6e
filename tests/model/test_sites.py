import pytest

from siteselect.errors import StudyError
from siteselect.model.sites import Site, Sites


def test_sites_are_columns_in_one_order():
    sites = Sites((Site("Ekibastuz", "KZ", 75.3, 51.7), Site("Osh", "KG", 72.8, 40.5)))
    assert len(sites) == 2
    assert sites.names == ("Ekibastuz", "Osh")
    assert sites.lon.tolist() == [75.3, 72.8]
    assert sites.lat.tolist() == [51.7, 40.5]
    assert not sites.lon.flags.writeable
    assert sites.index("Osh") == 1
    with pytest.raises(ValueError):
        sites.index("Almaty")


@pytest.mark.parametrize("name", ["", "  "])
def test_a_site_without_a_name_is_none(name):
    with pytest.raises(StudyError, match="has no name"):
        Site(name, "KZ", 75.3, 51.7)


@pytest.mark.parametrize(
    ("lon", "lat"), [(75.3, 95.0), (181.0, 0.0), (float("nan"), 0.0), (0.0, float("inf"))]
)
def test_a_point_that_is_not_on_the_globe_is_refused(lon, lat):
    with pytest.raises(StudyError, match="The point of Nowhere is longitude"):
        Site("Nowhere", "KZ", lon, lat)
