import pytest

from siteselect.ui.pace import Pace, left_words


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def test_the_time_left_is_that_of_the_pace_so_far():
    clock = Clock()
    pace = Pace(clock)
    assert pace.left(0.0, "Measuring") is None
    clock.now += 1.0
    assert pace.left(0.05, "Measuring") is None  # too soon to say
    clock.now += 9.0
    assert pace.left(0.25, "Measuring") == pytest.approx(30.0)


def test_what_was_done_before_does_not_count_and_other_work_begins_anew():
    clock = Clock()
    pace = Pace(clock)
    pace.left(0.5, "Measuring")  # half of it was kept
    clock.now += 10.0
    assert pace.left(0.75, "Measuring") == pytest.approx(10.0)
    assert pace.left(0.8, "Judging") is None
    assert pace.left(0.1, "Judging") is None
    clock.now += 4.0
    assert pace.left(0.2, "Judging") == pytest.approx(32.0)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (5, "less than a minute left"),
        (60, "about 1 minute left"),
        (61, "about 2 minutes left"),
        (3600, "about 1 hour left"),
        (3601, "about 2 hours left"),
    ],
)
def test_times_are_said_as_people_say_them(seconds, words):
    assert left_words(seconds) == words
