from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.model.scene import Bounds, Scene, added, moved, removed, replaced

DAY = date(2021, 6, 2)
FOUR = tuple(Scene(headline, "Balanced", DAY) for headline in "abcd")


def headlines(scenes):
    return "".join(each.headline for each in scenes)


@pytest.mark.parametrize(
    ("corners", "words"),
    [
        ((50, 40, 181, 50), "longitude lies within"),
        ((50, -91, 60, 50), "latitude within 90"),
        ((np.nan, 40, 60, 50), "longitude lies within"),
        ((60, 40, 50, 50), "west must lie west of east"),
        ((50, 50, 60, 50), "south below north"),
    ],
)
def test_a_view_that_is_none_is_refused(corners, words):
    with pytest.raises(StudyError, match=words):
        Bounds(*corners)


def test_a_scene_without_words_is_refused():
    with pytest.raises(StudyError, match="wants a headline"):
        Scene("  ", "Balanced", DAY)
    with pytest.raises(StudyError, match=r"“One….* is too long"):
        Scene("One\ntwo", "Balanced", DAY)
    with pytest.raises(StudyError, match="at most 200 signs"):
        Scene("a" * 201, "Balanced", DAY)
    with pytest.raises(StudyError, match="“North” names no scenario"):
        Scene("North", "", DAY)


def test_what_is_shown_has_one_order():
    one = Scene("North", "Balanced", DAY, overlays=("sites", "law", "sites"), sites=("b", "a"))
    assert one.overlays == ("law", "sites")
    assert one == replace(one, sites=("a", "b"))
    assert len({one, replace(one, sites=("b", "a", "a"))}) == 1


def test_scenes_are_put_in_order():
    extra = Scene("x", "Balanced", DAY)
    assert headlines(added(FOUR, extra)) == "abcdx"
    assert headlines(added(FOUR, extra, 1)) == "axbcd"
    assert headlines(added(FOUR, extra, 99)) == "abcdx"
    assert headlines(moved(FOUR, 0, 2)) == "bcad"
    assert headlines(moved(FOUR, 3, 0)) == "dabc"
    assert headlines(moved(FOUR, 1, -5)) == "bacd"
    assert headlines(removed(FOUR, 2)) == "abd"
    assert headlines(replaced(FOUR, 2, extra)) == "abxd"
    with pytest.raises(StudyError, match="no scene 5: the study has 4"):
        removed(FOUR, 4)


def test_a_retaken_scene_keeps_its_words():
    told = Scene("North wins", "Balanced", DAY, notes="Say why.")
    now = Scene("auto", "Lowest cost", date(2022, 1, 1), Bounds(50, 40, 80, 50), chart="tornado")
    assert told.retaken(now) == replace(now, headline="North wins", notes="Say why.")
