import math

import pytest

from siteselect.errors import StudyError
from siteselect.model.tint import (
    AS_SHIPPED,
    ON_PAPER,
    Ramp,
    Steps,
    Tint,
    class_of,
    colour_at,
    share_of,
)

PRICES = (20.0, 30.0, 30.0, 40.0, 80.0, math.nan)


def test_as_shipped_prices_are_shaded_without_classes():
    assert AS_SHIPPED.edges(PRICES, 20.0, 80.0) == ()
    assert share_of(50.0, 20.0, 80.0, ()) == 0.5
    assert share_of(500.0, 20.0, 80.0, ()) == 1.0


def test_equal_steps_divide_the_ramp():
    assert Tint(3).edges(PRICES, 20.0, 80.0) == (40.0, 60.0)


def test_quantiles_divide_the_known_prices():
    # worked by hand: the median of 20, 30, 30, 40, 80 is 30
    assert Tint(2, Steps.QUANTILES).edges(PRICES, 20.0, 80.0) == (30.0,)
    # quintiles lie at 0.8, 1.6, 2.4 and 3.2 of the four steps between them
    assert Tint(5, Steps.QUANTILES).edges(PRICES, 0, 90) == pytest.approx((28.0, 30.0, 34.0, 48.0))
    alike = Tint(4, Steps.QUANTILES).edges((5.0, 5.0, 5.0), 0.0, 10.0)
    assert alike == ()


def test_typed_bounds_stay_where_they_are():
    tint = Tint(3, Steps.TYPED, (25.0, 55.0))
    assert tint.edges(PRICES, 20.0, 80.0) == (25.0, 55.0)
    assert tint.edges((math.nan,), math.nan, math.nan) == ()


def test_a_price_on_a_bound_is_in_the_dearer_class():
    edges = (25.0, 55.0)
    assert [class_of(each, edges) for each in (24.9, 25.0, 54.9, 55.0)] == [0, 1, 1, 2]
    assert [share_of(each, 0, 1, edges) for each in (1.0, 30.0, 99.0)] == [0.0, 0.5, 1.0]


@pytest.mark.parametrize(
    ("classes", "steps", "bounds"),
    [
        (1, Steps.EQUAL, ()),
        (8, Steps.EQUAL, ()),
        (3, Steps.TYPED, (1.0,)),
        (3, Steps.TYPED, (2.0, 1.0)),
        (3, Steps.TYPED, (1.0, math.inf)),
        (3, Steps.EQUAL, (1.0, 2.0)),
        (0, Steps.TYPED, (1.0,)),
    ],
)
def test_what_makes_no_classes_is_refused(classes, steps, bounds):
    with pytest.raises(StudyError):
        Tint(classes, steps, bounds)


@pytest.mark.parametrize("ramp", list(Ramp))
def test_on_paper_a_ramp_goes_from_its_first_colour_to_its_last(ramp):
    stops = ON_PAPER[ramp]
    assert (colour_at(ramp, 0.0), colour_at(ramp, 1.0)) == (stops[0], stops[-1])
    lights = [sum(int(colour_at(ramp, at / 9)[i : i + 2], 16) for i in (3, 5)) for at in range(10)]
    assert colour_at(ramp, 0.5) not in (stops[0], stops[-1])
    assert lights[0] != lights[-1]
