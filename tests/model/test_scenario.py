from dataclasses import replace

import pytest

from siteselect.errors import StudyError
from siteselect.model.criterion import Criterion
from siteselect.model.gate import Gate
from siteselect.model.scenario import Scenario
from siteselect.model.value_function import Linear
from tests.making import make_scenario


def test_one_weight_changes_and_the_others_stay():
    before = make_scenario(3)
    after = before.with_weight("measure_1", 50)
    assert [each.weight for each in after.criteria] == [10, 50, 12]
    assert [each.weight for each in before.criteria] == [10, 11, 12]


def test_an_unknown_criterion_is_named_with_those_there_are():
    with pytest.raises(StudyError, match=r"has no criterion slope\. It has: measure_0, measure_1"):
        make_scenario(2).with_weight("slope", 1)


def test_twice_the_same_is_refused():
    criterion, gate = Criterion("a", Linear(0, 1)), Gate("a", at_least=1)
    with pytest.raises(StudyError, match="holds a more than once"):
        Scenario("S", (criterion, criterion))
    with pytest.raises(StudyError, match="holds a gate on a more than once"):
        Scenario("S", (criterion,), (gate, gate))
    with pytest.raises(StudyError, match="holds the parameter v more than once"):
        Scenario("S", (criterion,), method_parameters=(("v", 1.0), ("v", 2.0)))


def test_a_gate_is_replaced_or_added():
    scenario = make_scenario(2)
    stricter = Gate("legal_status", at_least=2)
    assert scenario.with_gate(stricter).gates == (stricter,)
    other = Gate("measure_0", at_most=5)
    assert scenario.with_gate(other).gates == (*scenario.gates, other)


def test_parameters_are_kept_in_order_of_their_keys():
    scenario = make_scenario(1).with_parameter("majority", 0.3).with_parameter("attitude", 0.1)
    assert scenario.method_parameters == (("attitude", 0.1), ("majority", 0.3))
    assert scenario.with_parameter("majority", 0.4).method_parameters[1] == ("majority", 0.4)


def test_measures_of_criteria_and_gates_each_once():
    scenario = make_scenario(2).with_gate(Gate("measure_1", at_least=1))
    assert scenario.measures == ("measure_0", "measure_1", "legal_status")


def test_scenarios_are_values():
    assert make_scenario(3) == make_scenario(3)
    assert hash(make_scenario(3)) == hash(make_scenario(3))
    assert replace(make_scenario(3), name="Other") != make_scenario(3)


def keys(scenario):
    return [each.key for each in scenario.criteria]


def test_a_measure_may_be_judged_twice_under_two_keys():
    scenario = make_scenario(2).with_copy("measure_0", "Again")
    assert keys(scenario) == ["measure_0", "measure_0_2", "measure_1"]
    assert scenario.criterion("measure_0_2").title == "Again"
    assert scenario.measures == ("measure_0", "measure_1", "legal_status")
    other = scenario.with_weight("measure_0_2", 3)
    assert [each.weight for each in other.criteria] == [10, 3, 11]
    assert keys(other.with_copy("measure_0_2")) == [
        "measure_0", "measure_0_2", "measure_0_3", "measure_1",
    ]  # fmt: skip


def test_a_criterion_is_added_and_taken_away():
    scenario = make_scenario(2)
    more = scenario.with_added(Criterion("dust", Linear(9, 0)))
    assert keys(more) == ["measure_0", "measure_1", "dust"]
    assert more.criterion("dust").name == ""
    assert keys(scenario.with_added(Criterion("dust", Linear(9, 0)), 0))[0] == "dust"
    assert more.without("dust") == scenario
    with pytest.raises(StudyError, match="has no criterion dust"):
        scenario.without("dust")


def test_title_switch_lock_group_and_place():
    scenario = make_scenario(5)  # groups: Power, Law & risk, Logistics, Climate & site, Power
    assert scenario.with_title("measure_0", " Mine ").criterion("measure_0").title == "Mine"
    assert not scenario.with_enabled("measure_0", enabled=False).criterion("measure_0").enabled
    assert scenario.with_lock("measure_0", locked=True).criterion("measure_0").locked
    moved = scenario.with_group("measure_0", "Logistics")
    assert keys(moved) == ["measure_1", "measure_2", "measure_0", "measure_3", "measure_4"]
    assert moved.criterion("measure_0").group == "Logistics"
    assert keys(scenario.with_group("measure_0", "New"))[-1] == "measure_0"
    assert keys(scenario.with_place("measure_4", 1))[1] == "measure_4"
    assert keys(scenario.with_place("measure_0", 99))[-1] == "measure_0"
    assert keys(scenario.with_place("measure_4", -3))[0] == "measure_4"


def test_a_gate_is_taken_away():
    assert make_scenario(2).without_gate("legal_status").gates == ()


def test_several_weights_change_at_once():
    found = make_scenario(3).with_weights({"measure_0": 1, "measure_2": 2})
    assert [each.weight for each in found.criteria] == [1, 11, 2]
    with pytest.raises(StudyError, match="has no criterion slope"):
        make_scenario(3).with_weights({"slope": 1})


def test_a_group_is_renamed_as_a_whole():
    scenario = make_scenario(5).with_group_renamed({"measure_0", "measure_4"}, " Energy ")
    assert [each.group for each in scenario.criteria] == [
        "Energy", "Law & risk", "Logistics", "Climate & site", "Energy",
    ]  # fmt: skip
    with pytest.raises(StudyError, match="has no criterion slope"):
        scenario.with_group_renamed({"slope"}, "Energy")
