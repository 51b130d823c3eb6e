import pytest

from siteselect.backdrops.told import WORLD, bounds_told, first_told, plain_words, zoom_told


def test_an_attribution_loses_its_markup_and_keeps_its_words():
    told = '&copy; <a href="https://x.org" onclick="run()">OpenStreetMap</a> contributors'
    assert plain_words(told) == "© OpenStreetMap contributors"


@pytest.mark.parametrize(
    "told", ["<b", "a<b>c", "&lt;script&gt;run&lt;/script&gt;", "a\x00b\u202ec"]
)
def test_nothing_that_acts_is_left(told):
    words = plain_words(told)
    assert "<" not in words
    assert ">" not in words
    assert all(sign.isprintable() for sign in words)


def test_endless_words_are_cut():
    assert len(plain_words("word " * 100_000)) == 240
    assert plain_words(7) == ""


@pytest.mark.parametrize(
    ("told", "zoom"), [("7", 7), (7, 7), ("7.0", 7), ("25", None), ("-1", None), ("1e3", None),
                       (None, None), ("", None), ("9" * 500, None)],
)  # fmt: skip
def test_zooms(told, zoom):
    assert zoom_told(told) == zoom


@pytest.mark.parametrize(
    "told", [None, "", "1,2,3", "a,b,c,d", "nan,0,1,1", "10,0,5,1", "inf,0,1,1", "1,2,3,4,5"]
)
def test_bounds_that_make_no_sense_are_the_world(told):
    assert bounds_told(told) == WORLD


def test_bounds_are_kept_within_the_plane():
    assert bounds_told("46.5, -91, 200, 55") == (46.5, WORLD[1], 180.0, 55.0)


def test_the_first_key_speaks():
    assert first_told({"b": 2, "c": 3}, "a", "b", "c") == 2
    assert first_told({}, "a") == ""
