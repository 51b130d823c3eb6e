from siteselect.ui.map.overlays import KEYS, OVERLAYS, SHOWN_AT_FIRST, layers_of


def test_keys_are_those_of_the_contract():
    assert set(KEYS) == {
        "sites", "stations", "tariffs", "law", "borders", "regions", "disputed", "crossings",
        "lakes", "places", "airports", "graticule",
    }  # fmt: skip
    assert len(KEYS) == len(OVERLAYS)
    assert "graticule" not in SHOWN_AT_FIRST
    assert {"sites", "stations", "tariffs", "law", "borders"} <= SHOWN_AT_FIRST


def test_layers_follow_what_is_shown():
    assert layers_of(frozenset()) == ("countries",)
    assert layers_of(frozenset({"stations", "law"})) == ("countries", "power_stations", "regions")
