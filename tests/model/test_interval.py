import numpy as np
import pytest

from siteselect.model.interval import (
    absolute,
    add,
    bounded,
    divide,
    exactly,
    interval,
    logarithm,
    multiply,
    negative,
    power,
    square_root,
    subtract,
)

NAN = np.nan


def made(value, low, high):
    return interval(*(np.array([each], dtype=float) for each in (value, low, high)))


def ends(found):
    return float(found.low[0]), float(found.high[0])


ONE, WIDE = made(2, 1, 3), made(1, -2, 4)


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (add(ONE, WIDE), (-1, 7)),
        (subtract(ONE, WIDE), (-3, 5)),
        (negative(ONE), (-3, -1)),
        (multiply(ONE, WIDE), (-6, 12)),
        (divide(WIDE, ONE), (-2, 4)),
        (absolute(WIDE), (0, 4)),
        (power(WIDE, exactly(2, 1)), (0, 16)),
        (power(WIDE, exactly(3, 1)), (-8, 64)),
        (power(ONE, made(1, -1, 2)), (1 / 3, 9)),
        (square_root(WIDE), (0, 2)),
    ],
)
def test_ends_worked_by_hand(found, wanted):
    assert ends(found) == pytest.approx(wanted)


def test_bounds_that_are_not_known_are_endless_and_then_unknown():
    floor = made(NAN, 5, NAN)
    assert ends(floor) == (5, np.inf)
    assert ends(add(floor, ONE)) == (6, np.inf)
    found = bounded(add(floor, ONE))
    assert found.low.tolist() == [6]
    assert np.isnan(found.high).all()
    assert ends(made(2, NAN, NAN)) == (2, 2)


def test_a_known_value_without_bounds_becomes_unknown():
    with np.errstate(all="ignore"):
        found = bounded(logarithm(made(1, 0, 2)))
    assert np.isnan(found.value).all()
    assert found.fault(0) == "the result could be without bound"


def test_the_first_fault_is_told_first():
    with np.errstate(all="ignore"):
        found = square_root(divide(made(-1, -1, -1), made(0, 0, 0)))
    assert found.fault(0) == "it divides by 0"
