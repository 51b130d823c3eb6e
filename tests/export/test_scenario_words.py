from dataclasses import replace

from siteselect.export.scenario_words import difference_words
from siteselect.mcda.scenario_difference import scenario_difference
from siteselect.model.gate import Gate
from siteselect.model.scenario import UnknownPolicy
from siteselect.model.value_function import Linear
from tests.making import make_matrix, make_scenario


def said(one, other):
    return difference_words(scenario_difference(one, other), make_matrix(3))


def test_nothing_differs():
    assert said(make_scenario(2), make_scenario(2)) == ()


def test_everything_that_can_differ_is_a_sentence():
    one = make_scenario(2).with_weight("measure_0", 10).with_weight("measure_1", 30)
    other = (
        replace(one, method="vikor", unknown=UnknownPolicy.NEUTRAL)
        .with_parameter("majority", 0.3)
        .with_weight("measure_0", 30)
        .with_title("measure_1", "Mine")
        .without_gate("legal_status")
        .with_gate(Gate("measure_0", at_most=5, band=2))
    )
    other = other.with_criterion(replace(other.criterion("measure_1"), value=Linear(80, 20)))
    assert said(one, other) == (
        "Method: VIKOR instead of Weighted sum.",
        "Settings of the method: majority 0.3 instead of the defaults.",
        "Unknown values: neutral instead of pessimistic.",
        "Measure 0: 50.0 % of the weight instead of 25.0 %.",
        "Mine: 50.0 % of the weight instead of 75.0 %.",
        "Mine: 20 km counts 100, 80 km counts 0; instead of 0 km counts 100, 100 km counts 0.",
        "Gate left out: Mining lawful.",
        "Gate: Measure 0: at most 5 km; conditional within 2 beyond.",
    )


def test_a_gate_that_moved_is_told_with_what_it_was():
    one = make_scenario(1).with_gate(Gate("measure_0", at_most=5))
    other = one.with_gate(Gate("measure_0", at_most=9))
    assert said(one, other) == (
        "Gate: Measure 0: at most 9 km instead of Measure 0: at most 5 km.",
    )
