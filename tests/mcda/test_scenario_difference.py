from dataclasses import replace

import pytest

from siteselect.mcda.scenario_difference import scenario_difference
from siteselect.model.criterion import Criterion
from siteselect.model.gate import Gate
from siteselect.model.scenario import UnknownPolicy
from siteselect.model.value_function import Linear
from tests.mcda.problems import scenario_of


def test_scaled_weights_and_other_names_are_no_difference():
    one = scenario_of([1, 3])
    other = replace(scenario_of([10, 30]).with_title("m0", "Mine"), name="Other")
    assert scenario_difference(one, other).alike
    assert scenario_difference(scenario_of([0]), scenario_of([0])).alike


def test_weights_are_compared_as_shares():
    one = scenario_of([1, 1, 2])
    found = scenario_difference(one, one.with_enabled("m2", enabled=False))
    assert [(each.key, each.change) for each in found.criteria] == [
        ("m2", pytest.approx(-0.5)),
        ("m0", pytest.approx(0.25)),
        ("m1", pytest.approx(0.25)),
    ]
    assert all(each.reweighed and not each.revalued for each in found.criteria)
    assert not found.alike


def test_criteria_that_one_lacks_and_other_functions():
    one = scenario_of([1, 1])
    other = one.with_added(Criterion("dust", Linear(9, 0), 2)).with_criterion(
        replace(one.criterion("m1"), value=Linear(8, 0))
    )
    found = {each.key: each for each in scenario_difference(one, other).criteria}
    assert found["dust"].one is None
    assert found["dust"].other_share == pytest.approx(0.5)
    assert found["m1"].revalued
    assert not found["m0"].revalued
    unused = one.with_weight("m1", 0)
    changed = unused.with_criterion(replace(unused.criterion("m1"), value=Linear(8, 0)))
    assert scenario_difference(unused, changed).alike


def test_gates_method_parameters_and_policy():
    one = replace(scenario_of([1]), gates=(Gate("a", at_least=1), Gate("b", at_least=1)))
    other = replace(
        one,
        gates=(Gate("a", at_least=2), Gate("b", at_least=1, enabled=False), Gate("c", at_most=3)),
        method="vikor",
        unknown=UnknownPolicy.NEUTRAL,
    ).with_parameter("majority", 0.3)
    found = scenario_difference(one, other)
    assert [(g.measure, g.one is None, g.other is None) for g in found.gates] == [
        ("a", False, False),
        ("b", False, True),
        ("c", True, False),
    ]
    assert found.method == ("weighted_sum", "vikor")
    assert found.parameters == ((), (("majority", 0.3),))
    assert found.unknown == (UnknownPolicy.PESSIMISTIC, UnknownPolicy.NEUTRAL)
    assert found.criteria == ()
