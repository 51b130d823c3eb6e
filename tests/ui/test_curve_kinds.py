import numpy as np
import pytest

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
)
from siteselect.ui.curve_kinds import (
    ABOUT,
    KINDS,
    become,
    can_be,
    codes_of,
    domain,
    made,
    title_of_kind,
    turned_round,
)

RAW = np.array([20.0, 40.0, np.nan, 60.0])


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (Linear, Linear(60.0, 20.0)),
        (Logistic, Logistic(60.0, 20.0)),
        (Power, Power(60.0, 20.0)),
        (Piecewise, Piecewise(((20.0, 1.0), (40.0, 0.5), (60.0, 0.0)))),
        (Gaussian, Gaussian(40.0, 10.0)),
        (Category, Category(((20.0, 1.0), (40.0, 0.5), (60.0, 0.0)))),
        (Relative, Relative(higher_is_better=False)),
        (Percentile, Percentile(higher_is_better=False)),
        (ZScore, ZScore(higher_is_better=False)),
    ],
)
def test_another_kind_keeps_ends_and_direction(kind, wanted):
    assert made(kind, 20.0, 60.0, RAW, rising=False) == wanted


def test_classes_part_the_stretch_in_three():
    step = made(Step, 0.0, 90.0, RAW, rising=True)
    assert step.below == 0.0
    assert step.steps == ((30.0, 0.5), (60.0, 1.0))
    assert made(Step, 0.0, 90.0, RAW, rising=False).objective is Objective.MIN


def test_every_kind_has_a_title_a_sentence_and_can_be_made():
    for title, kind in KINDS.items():
        value = made(kind, 20.0, 60.0, RAW, rising=True)
        assert type(value) is kind
        assert title_of_kind(value) == title
        assert ABOUT[kind].endswith(".")
        assert np.nanmin(value(RAW)) >= 0 <= np.nanmax(value(RAW)) <= 1


def test_a_kind_becomes_itself_without_change():
    bow = Power(60.0, 20.0, 3.0)
    assert become(bow, Power, RAW, rising=True) is bow
    assert become(bow, Linear, RAW, rising=True) == Linear(60.0, 20.0)


def test_a_bell_takes_the_direction_that_was_there_before():
    bell = Gaussian(50.0, 10.0)
    assert become(bell, Linear, RAW, rising=False) == Linear(90.0, 10.0)
    assert become(bell, Linear, RAW, rising=True) == Linear(10.0, 90.0)


def test_a_direction_is_turned_round_and_back():
    for kind in KINDS.values():
        value = made(kind, 20.0, 60.0, RAW, rising=True)
        other = turned_round(value)
        assert turned_round(other) == value
        if kind is not Gaussian:
            assert (value.objective, other.objective) == (Objective.MAX, Objective.MIN)


def test_categories_want_few_different_values():
    assert codes_of(np.array([2.0, np.nan, 0.0, 2.0])) == (0.0, 2.0)
    assert can_be(Category, RAW)
    assert not can_be(Category, np.arange(13.0))
    assert not can_be(Category, np.array([np.nan]))
    assert can_be(Linear, np.array([np.nan]))


def test_nothing_known_leaves_a_stretch_to_draw():
    assert domain(Relative(), np.array([np.nan])) == (0.0, 1.0)
    assert domain(Relative(), np.array([5.0, 5.0])) == (4.5, 5.5)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (Linear(75.0, 35.0), (35.0, 75.0)),
        (Piecewise(((1.0, 0.0), (4.0, 1.0), (9.0, 0.2))), (1.0, 9.0)),
        (Relative(), (20.0, 60.0)),
    ],
)
def test_the_domain_is_where_the_function_moves(value, wanted):
    assert domain(value, RAW) == wanted
