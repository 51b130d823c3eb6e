import pytest

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
