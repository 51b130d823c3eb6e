import numpy as np
import pytest

from siteselect.model.class_value import Category, Step
from siteselect.model.relative_value import ZScore
from siteselect.model.value_function import Gaussian, Linear, Logistic, Piecewise, Power, Relative
from siteselect.ui.curve_handles import gap_for, handles, inserted, moved, removed, sampled

POINTS = Piecewise(((0.0, 0.0), (50.0, 0.4), (100.0, 1.0)))
STEPS = Step(((10.0, 0.5), (20.0, 1.0)), 0.1)


@pytest.mark.parametrize(
    "value",
    [
        Linear(75, 35),
        Power(0, 10, 3),
        Logistic(10, 0, 6),
        Gaussian(5, 2),
        POINTS,
        STEPS,
        Category(((0.0, 0.0), (2.0, 1.0))),
    ],
)
def test_every_handle_lies_on_the_curve(value):
    held = handles(value)
    assert held
    found = value(np.array([each.raw for each in held]))
    assert found == pytest.approx([each.share for each in held], abs=1e-9)


def test_relative_functions_have_nothing_to_hold():
    assert handles(Relative()) == handles(ZScore()) == ()
    assert moved(Relative(), 0, 1.0, 1.0) == Relative()


def test_anchors_move_along_the_raw_values_and_may_change_sides():
    assert moved(Linear(75, 35), 1, 30.0, 0.2) == Linear(75, 30)
    assert moved(Linear(75, 35), 0, 20.0, 0.0) == Linear(20, 35)
    assert moved(Linear(75, 35), 0, 35.0, 0.0) == Linear(75, 35)  # on one another: nothing happens


def test_a_bend_goes_where_it_is_brought():
    bow = moved(Power(0, 10), 2, 99.0, 0.125)
    assert bow == Power(0, 10, 3.0)
    steep = moved(Logistic(0, 10, 1.0), 2, 99.0, 0.95)
    assert handles(steep)[2].share == pytest.approx(0.95, abs=0.005)
    assert moved(Power(0, 10), 2, 0.0, 1.0).exponent == 0.1
    assert moved(Logistic(0, 10), 2, 0.0, 1.0).steepness == 60.0


def test_a_bell_is_moved_and_widened_on_either_side():
    bell = Gaussian(50, 10)
    assert moved(bell, 0, 60.0, 0.3) == Gaussian(60, 10)
    assert moved(bell, 1, 65.0, 0.5) == moved(bell, 2, 35.0, 0.5) == Gaussian(50, 15)


def test_a_point_never_passes_its_neighbours():
    far = moved(POINTS, 1, 500.0, 2.0)
    assert far.points[1] == pytest.approx((99.9, 1.0))
    assert moved(POINTS, 2, 80.0, 0.7).points[2] == (80.0, 0.7)
    assert moved(STEPS, 2, 0.0, 0.3).steps[1] == pytest.approx((10.01, 0.3))
    assert moved(STEPS, 0, 0.0, 0.3).below == 0.3


def test_a_code_keeps_its_place():
    codes = Category(((0.0, 0.0), (2.0, 1.0)))
    assert moved(codes, 1, 7.0, 0.6) == Category(((0.0, 0.0), (2.0, 0.6)))


def test_a_new_point_changes_nothing_yet():
    wider, place = inserted(POINTS, 25.0)
    assert place == 1
    assert wider.points[1] == (25.0, 0.2)
    raw = np.linspace(-10, 110, 49)
    assert wider(raw) == pytest.approx(POINTS(raw))
    assert inserted(POINTS, 50.0) is None
    assert inserted(Linear(0, 1), 0.5) is None
    steps, place = inserted(STEPS, 15.0)
    assert (steps.steps[1], place) == ((15.0, 0.5), 2)


def test_a_point_is_removed_while_two_remain():
    fewer = removed(POINTS, 1)
    assert fewer.points == ((0.0, 0.0), (100.0, 1.0))
    assert removed(fewer, 1) == fewer
    assert removed(STEPS, 0) == STEPS
    assert removed(STEPS, 1).steps == ((20.0, 1.0),)
    assert removed(POINTS, 9) == POINTS


def test_a_new_point_by_keyboard_lies_in_the_gap():
    assert gap_for(POINTS, 0) == 25.0
    assert gap_for(POINTS, 2) == 75.0
    assert gap_for(STEPS, 2) == 25.0
    assert gap_for(STEPS, 0) == 15.0


def test_the_line_goes_through_every_turn():
    raw = np.array([0.0, 30.0])
    along = sampled(POINTS, (-10.0, 33.0), raw)
    assert {0.0} <= set(along.tolist())
    edge = sampled(STEPS, (0.0, 30.0), raw)
    assert {10.0, 20.0, float(np.nextafter(10.0, -np.inf))} <= set(edge.tolist())
    assert np.all(np.diff(edge) > 0)
