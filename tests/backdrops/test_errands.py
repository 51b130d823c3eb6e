import pytest

from siteselect.backdrops.errands import (
    ABSENT,
    FIRST_REST,
    GIVEN_UP,
    LONGEST_REST,
    MOST_WAITING,
    REFUSED_REST,
    STALE,
    TRIES,
    Errands,
    Outcome,
)
from siteselect.backdrops.tiles import TileAt


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def errands(clock):
    return Errands(clock)


def tiles(*columns):
    return [TileAt(6, each, 20) for each in columns]


def test_few_are_under_way_at_once(errands):
    errands.want(tiles(1, 2, 3))
    assert [errands.next(), errands.next(), errands.next()] == [*tiles(1, 2), None]
    errands.ended(tiles(1)[0], Outcome.CAME)
    assert errands.next() == tiles(3)[0]


def test_the_newest_wishes_come_first_and_none_twice(errands):
    errands.want(tiles(1, 2))
    errands.want(tiles(3, 2))
    found = []
    while (at := errands.next()) is not None:
        found.append(at)
        errands.ended(at, Outcome.CAME)
    assert found == tiles(3, 2, 1)
    assert errands.idle


def test_what_is_under_way_is_not_asked_for_again(errands):
    errands.want(tiles(1))
    errands.next()
    errands.want(tiles(1))
    assert errands.next() is None


def test_wishes_are_bounded_and_grow_old(errands, clock):
    errands.want(tiles(*range(64)))
    errands.want([TileAt(7, each, 3) for each in range(100)])
    assert len(errands._waiting) == MOST_WAITING
    clock.now += STALE + 1
    assert errands.next() is None
    assert errands.idle


def test_what_there_is_not_is_not_asked_for_again_that_day(errands, clock):
    errands.want(tiles(1))
    errands.ended(errands.next(), Outcome.ABSENT)
    errands.want(tiles(1))
    assert errands.next() is None
    clock.now += ABSENT
    errands.want(tiles(1))
    assert errands.next() == tiles(1)[0]


def test_a_server_that_fails_is_rested_longer_each_time(errands, clock):
    rests = []
    errands.want(tiles(*range(40)))
    for _ in range(12):
        at = errands.next()
        assert at is not None
        if rests:
            assert errands.next() is None  # one at a time while it fails
        errands.ended(at, Outcome.BROKEN)
        rests.append(errands.resting)
        assert errands.next() is None
        clock.now += rests[-1]
        errands.want(tiles(*range(40)))
    assert rests[:4] == [FIRST_REST, 2 * FIRST_REST, 4 * FIRST_REST, 8 * FIRST_REST]
    assert rests[-1] == LONGEST_REST


def test_a_good_answer_ends_the_rest(errands, clock):
    errands.want(tiles(1, 2))
    errands.ended(errands.next(), Outcome.BROKEN)
    clock.now += FIRST_REST
    errands.ended(errands.next(), Outcome.CAME)
    assert errands.failures == 0
    assert errands.resting == 0


def test_a_busy_server_is_left_alone_as_long_as_it_says(errands, clock):
    errands.want(tiles(1))
    errands.ended(errands.next(), Outcome.BUSY, 120.0)
    clock.now += 119
    errands.want(tiles(2))
    assert errands.next() is None
    clock.now += 1
    assert errands.next() is not None


def test_one_tile_is_tried_some_times_and_then_left(errands, clock):
    for _ in range(TRIES):
        errands.want(tiles(1))
        errands.ended(errands.next(), Outcome.BROKEN)
        clock.now += errands.resting
    errands.want(tiles(1))
    assert errands.next() is None
    clock.now += GIVEN_UP
    errands.want(tiles(1))
    assert errands.next() == tiles(1)[0]


def test_a_server_that_refuses_is_not_asked_for_an_hour(errands, clock):
    errands.want(tiles(1, 2))
    errands.ended(errands.next(), Outcome.REFUSED)
    assert errands.resting == REFUSED_REST


def test_wishes_can_be_forgotten(errands):
    errands.want(tiles(1, 2, 3))
    errands.next()
    errands.clear()
    assert errands.next() is None
    assert not errands.idle
    errands.ended(tiles(1)[0], Outcome.CAME)
    assert errands.idle


def test_tiles_that_there_are_not_are_not_wished_for(errands):
    errands.want([TileAt(1, 9, 9)])
    assert errands.idle
