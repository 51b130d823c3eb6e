import itertools

import numpy as np

from siteselect.model.value_function import Linear
from siteselect.ui.widgets.value_curve import ValueCurve

RAW = np.array([10.0, 40.0, np.nan, 70.0])


def test_the_line_runs_past_both_anchors(qtbot):
    curve = ValueCurve("Price")
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
