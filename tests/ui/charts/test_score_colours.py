import numpy as np
from PySide6.QtGui import QColor

from siteselect.ui.charts.score_colours import STEPS, colour, steps_of


def test_the_ramp_runs_from_dark_violet_to_yellow() -> None:
    assert colour(0) == QColor("#440154")
    assert colour(STEPS - 1) == QColor("#FDE725")
    lights = [colour(step).lightnessF() for step in range(0, STEPS, 9)]
    assert lights[-1] > lights[0]


def test_better_scores_get_later_steps_and_unknown_the_first() -> None:
    steps = steps_of(np.array([0.31, 0.55, 0.69, np.nan]))
    assert steps[0] < steps[1] < steps[2] < STEPS
    assert steps[3] == 0
    assert steps_of(np.array([0.3, 0.7]))[1] == STEPS - 1
    np.testing.assert_array_equal(steps_of(np.array([np.nan])), [0])
