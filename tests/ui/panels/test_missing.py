import pytest

from siteselect.ui.panels.missing import what_is_missing


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("power_price", "unknown here: needs tariffs"),
        ("political_stability", "unknown here: needs facts"),
        ("substation_distance", "unknown here: needs a layer"),
        ("a column of one's own", "unknown here: needs a layer"),
    ],
)
def test_the_words_name_what_would_make_it_known(key, words):
    assert what_is_missing(key) == words
