from dataclasses import replace

import pytest

from siteselect.errors import StudyError
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.scenarios import compare_scenarios, what_differs
from siteselect.model.criterion import Criterion
from siteselect.model.gate import Gate
from siteselect.model.scenario import UnknownPolicy
from siteselect.model.value_function import Linear
from tests.making import make_evaluation
from tests.mcda.problems import matrix_of, scenario_of


def test_ranks_side_by_side_and_who_is_near_the_top_in_all():
    matrix = matrix_of([[8, 0], [6, 6], [0, 8], [1, 1]])
    one, other = replace(scenario_of([3, 1]), name="Cost"), replace(scenario_of([1, 3]), name="Law")
    found = compare_scenarios([evaluate(one, matrix), evaluate(other, matrix)])
    assert found.scenarios == ("Cost", "Law")
    assert found.ranks.tolist() == [[1, 1, 3, 4], [3, 1, 1, 4]]
    assert found.robust(2) == ("S01",)
    assert found.robust(3) == ("S00", "S01", "S02")


def test_a_site_below_the_line_is_never_robust():
    gated = replace(scenario_of([1]), gates=(Gate("m0", at_least=5),))
    matrix = matrix_of([[8], [float("nan")]])
    found = compare_scenarios([evaluate(gated, matrix)])
    assert found.robust() == ("S00",)


def test_scenarios_of_other_sites_are_refused():
    with pytest.raises(StudyError, match="different sites"):
        compare_scenarios([make_evaluation(4, 2), make_evaluation(5, 2)])
    with pytest.raises(StudyError, match="no scenarios to compare"):
        compare_scenarios([])


def test_the_same_judgement_differs_in_nothing():
    scenario = scenario_of([1, 2])
    doubled = scenario.with_weight("m0", 2).with_weight("m1", 4)
    assert what_differs(scenario, scenario) == ()
    assert what_differs(scenario, doubled) == ()


def test_everything_that_differs_is_told():
    one = replace(
        scenario_of([1, 1, 2]),
        gates=(Gate("m0", at_least=2), Gate("m1", at_most=5), Gate("m2", at_most=1, enabled=False)),
    )
    other = replace(
        one.with_criterion(Criterion("m1", Linear(8, 0), 1.0)),
        method="owa",
        method_parameters=(("attitude", 0.3),),
        unknown=UnknownPolicy.NEUTRAL,
        gates=(Gate("m0", at_least=3, at_most=9, band=1), Gate("m2", at_most=1)),
    )
    other = replace(other, criteria=(*other.criteria[:2], Criterion("m9", Linear(0, 1), 3.0)))
    assert what_differs(one, other) == (
        "The method is owa instead of weighted_sum.",
        "The method's parameters are attitude 0.3 instead of the defaults.",
        "Unknown values are taken as neutral instead of pessimistic.",
        "The weight of m0 is 20.0 % instead of 25.0 %.",
        "The weight of m1 is 20.0 % instead of 25.0 %.",
        "The weight of m9 is 60.0 % instead of 0.0 %.",
        "The weight of m2 is 0.0 % instead of 50.0 %.",
        "m1 is judged by Linear(worst=8, best=0) instead of Linear(worst=0, best=8).",
        "The gate on m1 is left out.",
        "The gate on m0 is at least 3 and at most 9, conditional within 1 instead of at least 2.",
        "There is a gate on m2: at most 1.",
    )


def test_no_weight_at_all_differs_from_some():
    idle = scenario_of([0, 0])
    assert what_differs(idle, scenario_of([1, 0])) == (
        "The weight of m0 is 100.0 % instead of 0.0 %.",
    )
