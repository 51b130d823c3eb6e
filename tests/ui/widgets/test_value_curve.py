import itertools

import numpy as np
import pytest

from siteselect.model.value_function import Linear, Piecewise, Relative
from siteselect.ui.widgets.value_curve import ValueCurve, domain

RAW = np.array([10.0, 40.0, np.nan, 70.0])


def test_the_line_runs_past_both_anchors(qtbot):
    curve = ValueCurve("Price", large=True)
    qtbot.addWidget(curve)
    curve.show_function(Linear(75.0, 35.0), RAW)
    raws, values = zip(*curve.line, strict=True)
    assert raws[0] < 35.0
    assert raws[-1] > 75.0
    assert values[0] == 1.0
    assert values[-1] == 0.0
    assert all(one >= other for one, other in itertools.pairwise(values))
    assert not curve.grab().isNull()


def test_a_click_asks_for_the_editor(qtbot):
    curve = ValueCurve("Price")
    qtbot.addWidget(curve)
    curve.show_function(Linear(75.0, 35.0), RAW)
    with qtbot.waitSignal(curve.clicked):
        curve.click()
    assert not curve.grab().isNull()


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (Linear(75.0, 35.0), (35.0, 75.0)),
        (Piecewise(((1.0, 0.0), (4.0, 1.0), (9.0, 0.2))), (1.0, 9.0)),
        (Relative(), (10.0, 70.0)),
    ],
)
def test_the_domain_is_where_the_function_moves(value, wanted):
    assert domain(value, RAW) == wanted


def test_a_column_without_a_known_value_still_has_a_domain():
    low, high = domain(Relative(), np.array([np.nan, np.nan]))
    assert high > low
