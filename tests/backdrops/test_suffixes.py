from siteselect.backdrops.suffixes import (
    BACKDROP_SUFFIXES,
    PICTURE_SUFFIXES,
    TILE_SUFFIXES,
    may_lie_beneath,
)
from siteselect.ui.layer_desk import LAYER_SUFFIXES, OSM_SUFFIXES
from siteselect.ui.taking_in import SUFFIXES


def test_no_ending_means_two_things():
    assert not TILE_SUFFIXES & PICTURE_SUFFIXES
    assert not BACKDROP_SUFFIXES & (LAYER_SUFFIXES | OSM_SUFFIXES | set(SUFFIXES))
    assert all(each == each.lower() and each.startswith(".") for each in BACKDROP_SUFFIXES)


def test_a_photograph_lies_nowhere_until_a_world_file_says_where(tmp_path):
    photo = tmp_path / "photo.PNG"
    assert not may_lie_beneath(photo)
    (tmp_path / "photo.pgw").write_text("1 0 0 -1 0 0")
    assert may_lie_beneath(photo)
    assert may_lie_beneath(tmp_path / "a.TIF")
    assert may_lie_beneath(tmp_path / "a.mbtiles")
    assert not may_lie_beneath(tmp_path / "a.csv")
