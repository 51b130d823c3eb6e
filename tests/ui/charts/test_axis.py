import numpy as np
import pytest

from siteselect.ui.charts.axis import MARGIN, Axis, round_step, span_of


def test_pixels_and_values_are_inverse_also_backwards() -> None:
    axis = Axis(10.0, 20.0, 200.0, 100.0)
    assert axis.pixel(10.0) == 200.0
    assert axis.pixel(20.0) == 100.0
    assert axis.value(axis.pixel(13.7)) == pytest.approx(13.7)
    np.testing.assert_allclose(axis.pixels(np.array([10.0, 15.0])), [200.0, 150.0])


@pytest.mark.parametrize(
    ("rough", "step"), [(0.3, 0.5), (2.1, 2.5), (1.0, 1.0), (70, 100), (6, 10)]
)
def test_steps_are_round(rough: float, step: float) -> None:
    assert round_step(rough) == pytest.approx(step)


def test_ticks_are_round_and_in_view() -> None:
    ticks = Axis(2.7, 7.3, 0.0, 330.0).ticks(64)
    assert [text for _, text in ticks] == ["3", "4", "5", "6", "7"]
    fine = Axis(-0.6, 0.2, 0.0, 100.0).ticks(28)
    assert [text for _, text in fine] == ["−0.50", "−0.25", "0.00"]


def test_a_range_holds_all_known_values() -> None:
    low, high = span_of(np.array([1.0, np.nan, 3.0]))
    assert (low, high) == pytest.approx((1 - 2 * MARGIN, 3 + 2 * MARGIN))
    assert span_of(np.array([np.nan])) == (0.0, 1.0)
    low, high = span_of(np.array([5.0, 5.0]))
    assert low < 5.0 < high
