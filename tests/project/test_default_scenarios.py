import pytest

from siteselect.criteria import MEASURES
from siteselect.project.default_scenarios import GATES, WEIGHTS, default_scenarios


def test_five_scenarios_balanced_first():
    assert [each.name for each in default_scenarios()] == [
        "Balanced",
        "Lowest cost",
        "Low risk",
        "Fast move",
        "Low carbon",
    ]


@pytest.mark.parametrize("name", WEIGHTS)
def test_weights_are_points_of_a_hundred_on_measures_that_exist(name):
    assert sum(WEIGHTS[name].values()) == pytest.approx(100)
    assert set(WEIGHTS[name]) <= set(MEASURES)


@pytest.mark.parametrize("scenario", default_scenarios(), ids=lambda each: each.name)
def test_every_scenario_lists_every_criterion_and_both_gates(scenario):
    gates = {gate.measure for gate in GATES}
    by_hand = {key for key, each in MEASURES.items() if each.group in {"Money", "To avoid"}}
    assert {each.measure for each in scenario.criteria} == set(MEASURES) - gates - by_hand
    assert {gate.measure for gate in scenario.gates} == {"legal_status", "load_cover"}
    on = {each.measure for each in scenario.criteria if each.enabled}
    assert on == set(WEIGHTS[scenario.name])
    assert all(each.weight > 0 for each in scenario.criteria)


def test_criteria_stand_under_their_groups_in_order():
    groups = [each.group for each in default_scenarios()[0].criteria]
    assert list(dict.fromkeys(groups)) == [
        "Power",
        "Grid",
        "Law & risk",
        "Logistics",
        "Climate & site",
    ]
    assert groups == sorted(groups, key=list(dict.fromkeys(groups)).index)


def test_balanced_groups_weigh_as_said():
    totals = {}
    for each in default_scenarios()[0].criteria:
        totals[each.group] = totals.get(each.group, 0) + each.weight
    assert totals == {
        "Power": 32,
        "Grid": 20,
        "Law & risk": 20,
        "Logistics": 18,
        "Climate & site": 10,
    }


def test_the_price_anchors_fit_the_region():
    price = default_scenarios()[0].criterion("power_price").value
    assert (price.worst, price.best) == (100, 25)
