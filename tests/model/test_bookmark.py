import pytest

from siteselect.errors import StudyError
from siteselect.model.bookmark import LONGEST_NAME, Bookmark, added, removed, renamed
from siteselect.model.scene import Bounds

BOUNDS = Bounds(70.0, 42.0, 80.0, 48.0)
ONE, TWO = Bookmark("Almaty", BOUNDS), Bookmark("The north", Bounds(60.0, 50.0, 78.0, 55.0))


def test_one_is_added_or_replaced_where_it_stands():
    other = Bookmark("Almaty", TWO.bounds)
    assert added((), ONE) == (ONE,)
    assert added((ONE,), TWO) == (ONE, TWO)
    assert added((ONE, TWO), other) == (other, TWO)


def test_one_is_renamed_where_it_stands_and_removed():
    assert renamed((ONE, TWO), "Almaty", " The south ") == (Bookmark("The south", BOUNDS), TWO)
    assert removed((ONE, TWO), "Almaty") == (TWO,)


@pytest.mark.parametrize(
    "change", [lambda held: removed(held, "x"), lambda h: renamed(h, "x", "y")]
)
def test_what_is_not_there_is_told_with_what_is(change):
    with pytest.raises(StudyError, match="no bookmark called x"):
        change((ONE, TWO))
    with pytest.raises(StudyError, match="It has: none"):
        change(())


@pytest.mark.parametrize("name", ["", "   ", "n" * (LONGEST_NAME + 1), "two\nlines"])
def test_a_name_is_one_line_that_fits_a_menu(name):
    with pytest.raises(StudyError, match="name"):
        Bookmark(name, BOUNDS)
