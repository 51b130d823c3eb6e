from siteselect.ui.map.map_wishes import AddSite, MoveSite, RemoveSites


def test_wishes_are_values():
    assert AddSite(1.0, 2.0, "KZ") == AddSite(1.0, 2.0, "KZ")
    assert not MoveSite("A", 1.0, 2.0, "KZ", 3).last
    assert len({RemoveSites(frozenset("A")), RemoveSites(frozenset("A"))}) == 1
