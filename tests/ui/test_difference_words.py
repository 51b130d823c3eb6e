from dataclasses import replace

from siteselect.mcda.scenario_difference import scenario_difference
from siteselect.model.class_value import Step
from siteselect.model.gate import Gate
from siteselect.model.scenario import UnknownPolicy
from siteselect.model.value_function import Gaussian, Linear, Relative
from siteselect.ui.difference_words import difference_rows, worded
from tests.making import make_matrix, make_scenario


def rows(one, other):
    return difference_rows(scenario_difference(one, other), make_matrix(6))


def test_alike_scenarios_differ_in_nothing():
    assert rows(make_scenario(), replace(make_scenario(), name="Other")) == ()


def test_each_difference_is_a_row_in_words():
    one = make_scenario()
    other = one.with_weight("measure_0", 90.0)
    other = other.with_criterion(replace(other.criterion("measure_1"), value=Relative()))
    other = other.with_gate(Gate("measure_2", at_most=50.0, band=5.0)).without_gate("legal_status")
    other = replace(
        other,
        method="owa",
        unknown=UnknownPolicy.NEUTRAL,
        method_parameters=(("attitude", 0.2),),
    )
    found = {what: (first, second) for what, first, second in rows(one, other)}
    assert found["Method"] == ("Weighted sum", "Ordered weighted average")
    assert found["Parameters of the method"] == ("the defaults", "attitude 0.2")
    assert found["Unknown values"] == ("pessimistic", "neutral")
    assert found["Weight of Measure 0"] == ("13 %", "58 %")
    assert found["Value of Measure 1"] == (
        "Straight line, 100 to 0.00 km",
        "Relative: worst to best site, higher is better",
    )
    assert found["Gate on Measure 2"] == ("none", "at most 50.0 km, conditional within 5.00")
    assert found["Gate on Mining lawful"] == ("at least 2.00, conditional within 1.00", "none")


def test_value_functions_are_told_in_the_unit_that_a_person_reads():
    assert worded(Linear(100, 25), "USD/MWh") == "Straight line, 10.0 to 2.50 ¢/kWh"
    assert worded(Gaussian(20, 5), "°C") == "Bell round a target, 20.0 °C"
    assert worded(Step(((1.0, 0.5), (2.0, 1.0))), "km") == "Steps, 2 points"
