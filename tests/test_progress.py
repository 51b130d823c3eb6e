import pytest

from siteselect.progress import Cancelled, silent


def test_silent_takes_note_of_nothing_and_stops_nothing():
    assert silent(0.5, "half") is None


def test_cancelled_is_not_an_error_of_the_program():
    with pytest.raises(Cancelled):
        raise Cancelled
