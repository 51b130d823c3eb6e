from dataclasses import dataclass

import pytest

from siteselect.mcda.sensitivity import weight_stability
from siteselect.ui.panels.bands import Bands
from siteselect.ui.widgets.weight_slider import WeightSlider
from tests.making import make_evaluation


@dataclass
class Row:
    slider: WeightSlider


@pytest.fixture
def rows(qtbot):
    evaluation = make_evaluation(30)
    made = {each.key: Row(WeightSlider(each.key)) for each in evaluation.criteria}
    for row in made.values():
        qtbot.addWidget(row.slider)
    return made


def test_each_slider_gets_the_interval_of_its_criterion(rows):
    evaluation = make_evaluation(30)
    stability = weight_stability(evaluation)
    Bands(rows).show(stability, evaluation)
    for interval in stability.intervals:
        slider = rows[interval.key].slider
        assert slider.band == (interval.weight_low, interval.weight_high)
        assert interval.weight_low <= interval.weight <= interval.weight_high
        assert "leads" in slider.toolTip()
        slider.grab()  # an end that is infinite is drawn to the end of the slider


def test_bands_of_another_evaluation_are_dropped(rows):
    Bands(rows).show(weight_stability(make_evaluation(30)), make_evaluation(30))
    assert all(row.slider.band is None for row in rows.values())


def test_bands_fade_with_a_new_evaluation_but_the_one_in_the_hand_holds(rows):
    evaluation = make_evaluation(30)
    bands = Bands({})
    bands.follow(evaluation, rows)
    bands.show(weight_stability(evaluation), evaluation)
    bands.follow(evaluation, rows)
    assert not any(row.slider.faded for row in rows.values())
    rows["measure_0"].slider.setSliderDown(True)
    bands.follow(make_evaluation(30), rows)
    faded = {key for key, row in rows.items() if row.slider.faded}
    assert faded == set(rows) - {"measure_0"}
