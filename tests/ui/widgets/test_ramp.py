from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtGui import QColor

from siteselect.model.tint import Ramp
from siteselect.ui.theme import DARK, LIGHT
from siteselect.ui.widgets import ramp


def test_viridis_grows_lighter_step_by_step():
    colours = ramp.score_colours()
    light = [ramp.luminance(colour) for colour in colours]
    assert len(colours) == ramp.STEPS
    assert all(one < other for one, other in pairwise(light))
    assert colours[0].name() == "#440154"
    assert colours[-1].name() == "#fde725"


def test_prices_grow_darker_by_day_and_lighter_by_night():
    for theme, sign in ((LIGHT, -1), (DARK, 1)):
        light = np.array([ramp.luminance(colour) for colour in ramp.price_colours(theme)])
        assert (sign * np.diff(light) > -1e-9).all()
        assert sign * (light[-1] - light[0]) > 0


def test_steps_cover_the_ramp_and_unknown_stands_lowest():
    values = np.array([0.0, 0.5, 1.0, 2.0, np.nan])
    assert ramp.steps_of(values, 0.0, 1.0).tolist() == [0, 32, 63, 63, 0]
    assert ramp.steps_of(np.array([5.0]), 5.0, 5.0).tolist() == [0]


def test_numbers_are_read_on_every_pin():
    for colour in ramp.score_colours():
        ink = ramp.luminance(ramp.ink_on(colour)) + 0.05
        ground = ramp.luminance(colour) + 0.05
        assert max(ink, ground) / min(ink, ground) >= 4.2


def test_mixing():
    half = ramp.mixed(QColor("#000000"), QColor("#ffffff"), 0.5)
    assert half.red() in (127, 128)


def test_the_ramp_spans_the_scores_at_hand_to_whole_tens():
    assert ramp.score_span(np.array([0.31, 0.55, 0.69, np.nan])) == (0.3, 0.7)
    assert ramp.score_span(np.array([0.5])) == (0.5, 0.6)
    assert ramp.score_span(np.array([np.nan])) == (0.0, 1.0)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("of", list(Ramp))
def test_every_ramp_of_prices_grows_darker_or_in_dark_looks_lighter(of, theme):
    light = np.array([ramp.luminance(colour) for colour in ramp.tint_colours(of, theme)])
    steps = np.diff(light) if theme.dark else -np.diff(light)
    assert (steps > -1e-3).all()
    assert abs(light[-1] - light[0]) > 0.05


def test_classes_reach_from_end_to_end():
    colours = ramp.tint_colours(Ramp.WARM, LIGHT)
    assert ramp.in_classes(colours, 2) == (colours[0], colours[-1])
    assert len({each.name() for each in ramp.in_classes(colours, 7)}) == 7
    assert ramp.in_classes(colours, 1) == (colours[0],)
