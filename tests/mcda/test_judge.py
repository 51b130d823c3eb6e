import numpy as np
import pytest

from siteselect.mcda.judge import judge
from siteselect.model.class_value import Category, Step
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.value_function import Gaussian, Linear, Piecewise, Relative

NAN = np.nan


def column(value, low=(), high=()):
    return Column(value, (Provenance(""),) * len(value), low, high)


def test_a_known_value_without_interval_is_its_own_bounds():
    judged = judge(Linear(0, 10), column([2.0, 8.0]))
    assert judged.values.tolist() == judged.low.tolist() == judged.high.tolist() == [0.2, 0.8]


@pytest.mark.parametrize(
    ("function", "low", "high"), [(Linear(0, 10), 0.1, 0.4), (Linear(10, 0), 0.6, 0.9)]
)
def test_an_interval_is_judged_at_both_ends(function, low, high):
    judged = judge(function, column([2.0], [1.0], [4.0]))
    assert (judged.low[0], judged.high[0]) == pytest.approx((low, high))


def test_nothing_known_may_be_anything():
    judged = judge(Linear(0, 10), column([5.0, NAN]))
    assert np.isnan(judged.values[1])
    assert (judged.low[1], judged.high[1]) == (0, 1)


@pytest.mark.parametrize(
    ("function", "low", "high", "least", "greatest"),
    [
        (Linear(0, 10), 4.0, NAN, 0.4, 1.0),
        (Linear(0, 10), NAN, 4.0, 0.0, 0.4),
        (Linear(10, 0), 4.0, NAN, 0.0, 0.6),
        (Linear(10, 0), NAN, 4.0, 0.6, 1.0),
        (Linear(0, 10), 2.0, 4.0, 0.2, 0.4),
        (Gaussian(5, 1), 6.0, NAN, 0.0, 0.5),
        (Gaussian(5, 1), 4.0, NAN, 0.0, 1.0),
    ],
)
def test_a_floor_or_a_roof_alone_bounds_one_side(function, low, high, least, greatest):
    judged = judge(function, column([1.0, NAN], [NAN, low], [NAN, high]))
    assert (judged.low[1], judged.high[1]) == pytest.approx((least, greatest))


@pytest.mark.parametrize(
    ("function", "least", "greatest"),
    [
        (Gaussian(50, 10), 0.5, 1.0),
        (Piecewise(((0, 0.0), (50, 1.0), (55, 0.2), (100, 0.4))), 0.2, 1.0),
        (Step(((45, 1.0), (55, 0.0)), 0.4), 0.0, 1.0),
    ],
)
def test_a_peak_within_the_interval_counts(function, least, greatest):
    judged = judge(function, column([42.0], [40.0], [60.0]))
    assert (judged.low[0], judged.high[0]) == pytest.approx((least, greatest))


def test_a_curve_that_never_reaches_0_bounds_the_unknown_by_what_it_can_give():
    judged = judge(Piecewise(((0, 0.25), (10, 0.75))), column([NAN]))
    assert (judged.low[0], judged.high[0]) == (0.25, 0.75)


def test_an_unknown_category_may_be_any_and_a_code_not_listed_too():
    judged = judge(Category(((0, 0.3), (1, 0.9))), column([1.0, NAN, 7.0]))
    assert judged.low.tolist() == [0.9, 0.3, 0.0]
    assert judged.high.tolist() == [0.9, 0.9, 1.0]


def test_relative_ends_come_from_the_known_values():
    judged = judge(
        Relative(), column([0.0, 10.0, 5.0, NAN], [NAN, NAN, 4.0, NAN], [NAN, NAN, 20.0, NAN])
    )
    assert judged.values[:3].tolist() == [0, 1, 0.5]
    assert (judged.low[2], judged.high[2]) == (0.4, 1.0)
    assert (judged.low[3], judged.high[3]) == (0, 1)
    constant = judge(Relative(), column([3.0, NAN]))
    assert (constant.low[1], constant.high[1]) == (0, 1)


def test_a_column_is_judged_once():
    held = column([1.0, 2.0])
    assert judge(Linear(0, 10), held) is judge(Linear(0, 10), held)
    assert judge(Linear(0, 10), held) is not judge(Linear(0, 11), held)
    assert judge(Linear(0, 10), column([])).low.size == 0
