import numpy as np

from siteselect.model.places import Places, Reading, gathered, unknown_at


def two():
    return Places(
        np.array([70.0, 71.0, 72.0]),
        np.array([45.0, 45.0, 45.0]),
        ("KZ", "KG"),
        np.array([0, 1, 0]),
        np.zeros(3, bool),
    )


def test_points_are_found_by_their_jurisdiction():
    assert two().rows(0).tolist() == [0, 2]
    assert len(two()) == 3


def test_without_an_interval_the_value_is_its_own_ends():
    reading = Reading(np.array([1.0, np.nan]))
    assert reading.certain
    assert reading.low is reading.value


def test_ends_that_are_not_said_are_the_value():
    reading = Reading(np.array([1.0, np.nan]), np.array([np.nan, 3.0]), np.array([2.0, np.nan]))
    assert reading.low.tolist() == [1.0, 3.0]
    assert reading.high[0] == 2.0
    assert np.isnan(reading.high[1])
    assert not reading.certain


def test_an_interval_of_no_width_is_none():
    assert Reading(np.array([1.0]), np.array([1.0]), np.array([1.0])).certain


def test_points_take_the_numbers_of_their_row():
    reading = gathered(two().country, [5.0, np.nan], [4.0, 1.0], [6.0, np.nan])
    assert reading.value[[0, 2]].tolist() == [5.0, 5.0]
    assert reading.low.tolist() == [4.0, 1.0, 4.0]


def test_unknown_everywhere():
    assert np.isnan(unknown_at(two()).value).all()
