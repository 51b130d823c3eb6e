from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from siteselect.errors import StudyError
from siteselect.model.class_value import Category, Step
from siteselect.model.relative_value import Percentile, ZScore
from siteselect.model.value_function import (
    Gaussian,
    Linear,
    Logistic,
    Objective,
    Piecewise,
    Power,
    Relative,
    objective_of,
)

ALL = [
    Linear(75, 35),
    Linear(0, 10),
    Piecewise(((0, 0.2), (10, 1.0), (20, 0.4))),
    Logistic(0, 40, 6.0),
    Power(40, 0, 0.5),
    Gaussian(20, 5),
    Step(((5, 0.5), (15, 1.0)), 0.1),
    Category(((0, 0.0), (1, 0.6), (2, 1.0))),
    Relative(),
    Relative(higher_is_better=False),
    Percentile(),
    Percentile(higher_is_better=False),
    ZScore(),
    ZScore(higher_is_better=False, width=2),
]
raws = arrays(np.float64, st.integers(1, 20), elements=st.floats(-1e6, 1e6) | st.just(np.nan))


@pytest.mark.parametrize("function", ALL, ids=repr)
@given(raw=raws)
def test_values_lie_in_0_to_1_and_unknown_stays_unknown(function, raw):
    value = function(raw)
    known = ~np.isnan(value)
    assert ((value[known] >= 0) & (value[known] <= 1)).all()
    assert np.isnan(value[np.isnan(raw)]).all()
    if not isinstance(function, Category):
        assert (known == ~np.isnan(raw)).all()


@pytest.mark.parametrize("function", [each for each in ALL if not isinstance(each, Category)])
@given(raw=raws)
def test_the_objective_tells_the_order(function, raw):
    rising = np.sort(raw[~np.isnan(raw)])
    steps = np.diff(function(rising, raw))
    if function.objective is Objective.MAX:
        assert (steps >= -1e-12).all()
    elif function.objective is Objective.MIN:
        assert (steps <= 1e-12).all()


@pytest.mark.parametrize("function", ALL, ids=repr)
def test_functions_are_values_that_can_be_kept_in_a_set(function):
    assert {function: 1}[replace(function)] == 1
    assert function.relative is isinstance(function, Relative | Percentile | ZScore)


@pytest.mark.parametrize("function", ALL, ids=repr)
def test_beyond_its_reach_a_function_stays_as_it_is(function):
    among = np.array([1.0, 4.0, 9.0, 16.0, np.nan])
    low, high = function.reach(among)
    assert low < high
    if not isinstance(function, Category | Percentile):  # beyond the best a percentile is 1
        far = np.array([low - 1e9, low - 1, low, high, high + 1, high + 1e9])
        value = function(far, among)
        np.testing.assert_allclose(value[:3], value[2], atol=2e-5)
        np.testing.assert_allclose(value[3:], value[3], atol=2e-5)


@pytest.mark.parametrize("function", [each for each in ALL if not each.relative], ids=repr)
def test_between_its_turns_a_function_runs_one_way(function):
    low, high = function.reach(np.empty(0))
    marks = sorted({low, high, *function.turns})
    for start, end in pairwise(marks):
        value = function(np.linspace(start, end, 50)[:-1])
        steps = np.diff(value[~np.isnan(value)])
        assert (steps >= -1e-12).all() or (steps <= 1e-12).all()


def test_a_line_between_two_anchors():
    value = Linear(worst=75, best=35)
    assert value(np.array([80, 75, 55, 35, 10])).tolist() == [0, 0, 0.5, 1, 1]
    assert value.objective is Objective.MIN
    assert Linear(0, 100).objective is Objective.MAX


def test_the_traps_of_a_published_min_max_scale():
    assert Linear(100, 0)(np.array([20.0, 50.0, 100.0])).tolist() == [0.8, 0.5, 0.0]
    assert Linear(50, -50)(np.array([-50.0, 0.0, 50.0])).tolist() == [1.0, 0.5, 0.0]


@pytest.mark.parametrize("kind", [Linear, Logistic, Power])
@pytest.mark.parametrize("anchors", [(1, 1), (np.nan, 1), (0, np.inf)])
def test_anchors_must_differ_and_be_finite(kind, anchors):
    with pytest.raises(StudyError, match="give two different finite anchors"):
        kind(*anchors)


def test_an_s_between_two_anchors():
    value = Logistic(0, 10, 4.0)
    found = value(np.array([-1, 0, 2.5, 5, 10, 11]))
    logistic = 1 / (1 + np.exp(-4.0 * (np.array([0.0, 0.25, 0.5, 1.0]) - 0.5)))
    expected = (logistic - logistic[0]) / (logistic[3] - logistic[0])
    np.testing.assert_allclose(found, [0, *expected, 1], atol=1e-15)


@pytest.mark.parametrize("steepness", [0, -1, np.nan, 1e9])
def test_a_steepness_that_is_none(steepness):
    with pytest.raises(StudyError, match="steepness of a logistic"):
        Logistic(0, 1, steepness)


def test_a_bow_between_two_anchors():
    assert Power(0, 10, 2)(np.array([5.0, 10.0])).tolist() == [0.25, 1.0]
    assert Power(10, 0, 0.5)(np.array([7.5])).tolist() == [0.5]


@pytest.mark.parametrize("exponent", [0, -2, np.nan, np.inf])
def test_an_exponent_that_is_none(exponent):
    with pytest.raises(StudyError, match="exponent of a power"):
        Power(0, 1, exponent)


def test_a_bell_round_a_target():
    value = Gaussian(20, 5)
    assert value(np.array([20, 15, 25, 30, 1e300])).tolist() == [1, 0.5, 0.5, 0.0625, 0]
    assert value.objective is Objective.TARGET
    assert value.turns == (20,)


@pytest.mark.parametrize("bell", [(np.nan, 1), (0, 0), (0, -1), (0, np.inf)])
def test_a_bell_that_is_none(bell):
    with pytest.raises(StudyError, match="a finite target and a spread above 0"):
        Gaussian(*bell)


def test_lines_between_points():
    value = Piecewise(((0, 0.0), (10, 1.0), (30, 0.5)))
    assert value(np.array([-5, 5, 10, 20, 99])).tolist() == [0, 0.5, 1, 0.75, 0.5]
    assert value.objective is Objective.TARGET
    assert Piecewise(((0, 0.0), (1, 0.5), (2, 1.0))).objective is Objective.MAX
    assert Piecewise(((0, 1.0), (1, 0.5))).objective is Objective.MIN


@pytest.mark.parametrize(
    "points",
    [
        (),
        ((0, 0.0),),
        ((0, 0.0), (0, 1.0)),
        ((1, 0.0), (0, 1.0)),
        ((0, 0.0), (1, 1.1)),
        ((0, np.nan), (1, 1.0)),
        ((0, 0.0), (np.nan, 1.0)),
        ((0, 0.0), (np.inf, 1.0)),
    ],
)
def test_points_that_are_no_curve(points):
    with pytest.raises(StudyError, match="two or more points"):
        Piecewise(points)


def test_ends_from_the_sites_at_hand():
    raw = np.array([20.0, 40.0, np.nan, 30.0])
    np.testing.assert_array_equal(Relative()(raw), [0, 1, np.nan, 0.5])
    np.testing.assert_array_equal(Relative(higher_is_better=False)(raw), [1, 0, np.nan, 0.5])
    assert Relative()(np.array([50.0, 10.0]), raw).tolist() == [1, 0]


@pytest.mark.parametrize("kind", [Relative, Percentile, ZScore])
def test_a_constant_column_gives_every_site_1_and_an_unknown_one_nothing(kind):
    raw = np.array([3.0, np.nan, 3.0])
    np.testing.assert_array_equal(kind()(raw), [1, np.nan, 1])
    assert kind()(np.array([2.0, 4.0]), raw).tolist() == [0, 1]
    assert kind(higher_is_better=False)(np.array([2.0, 4.0]), raw).tolist() == [1, 0]
    nothing = np.array([np.nan, np.nan])
    assert np.isnan(kind()(nothing)).all()
    assert np.isnan(kind().reach(nothing)).all()


def test_no_direction_in_a_flat_line():
    assert objective_of([0.5, 0.5]) is Objective.MAX
