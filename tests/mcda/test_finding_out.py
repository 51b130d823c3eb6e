from dataclasses import replace

import numpy as np
import pytest

from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.finding_out import finding_out
from siteselect.mcda.methods import METHODS
from siteselect.model.criterion import Criterion
from siteselect.model.gate import Gate
from siteselect.model.value_function import Linear
from siteselect.progress import Cancelled
from tests.making import make_evaluation
from tests.mcda.problems import matrix_of, scenario_of

NAN = np.nan


def test_the_unknown_that_could_change_the_leader_comes_first():
    matrix = matrix_of([[8, 0], [NAN, 1], [6, NAN], [0, NAN]])
    found = finding_out(evaluate(scenario_of([3, 1]), matrix), top=1)
    first = found.next
    assert (first.site, first.measure, first.unknown, first.gate) == ("S01", "m0", True, False)
    assert first.moves == 1
    assert first.swing == pytest.approx(0.75)
    assert (first.best_place, first.worst_place) == (1, 3)
    assert found.sentence == (
        "Find out next: M0 of S01. It could bring S01 from place 3 to place 1 "
        "and change 1 of the first 1."
    )
    assert {(each.site, each.measure) for each in found.questions} == {
        ("S01", "m0"),
        ("S02", "m1"),
        ("S03", "m1"),
    }


def test_an_interval_is_a_question_too():
    matrix = matrix_of([[5], [4]], low=[[5], [2]], high=[[5], [8]])
    found = finding_out(evaluate(scenario_of([1]), matrix))
    assert [(each.site, each.unknown, each.moves) for each in found.questions] == [
        ("S01", False, 2)
    ]


def test_a_gate_not_known_could_let_a_site_in():
    scenario = replace(scenario_of([1, 0]), gates=(Gate("m1", at_least=3),))
    matrix = matrix_of([[5, 4], [8, NAN], [1, 4], [9, 0]])
    found = finding_out(evaluate(scenario, matrix))
    first = found.next
    assert (first.site, first.measure, first.gate) == ("S01", "m1", True)
    assert (first.best_place, first.worst_place, first.moves) == (1, 0, 3)
    assert "from no place to place 1" in found.sentence


def test_two_unknown_gates_are_no_single_question():
    gates = (Gate("m0", at_least=3), Gate("m1", at_least=3))
    scenario = replace(scenario_of([1, 1, 1]), gates=gates)
    matrix = matrix_of([[5, 4, 1], [NAN, NAN, 8]])
    assert all(not each.gate for each in finding_out(evaluate(scenario, matrix)).questions)


def test_nothing_to_ask():
    found = finding_out(evaluate(scenario_of([1]), matrix_of([[5], [4]])))
    assert found.questions == ()
    assert found.next is None
    assert found.sentence == "No single unknown could change the first 3."
    harmless = finding_out(evaluate(scenario_of([9, 1]), matrix_of([[8, 8], [0, NAN]])), top=1)
    assert len(harmless.questions) == 1
    assert harmless.next is None


def test_without_a_passing_site_gates_are_not_asked():
    scenario = replace(scenario_of([1, 1]), gates=(Gate("m1", at_least=3),))
    found = finding_out(evaluate(scenario, matrix_of([[5, NAN], [4, NAN]])))
    assert all(not each.gate for each in found.questions)


@pytest.mark.parametrize("method", METHODS)
def test_every_swing_is_confirmed(method):
    evaluation = make_evaluation(12, 3, method)
    found = finding_out(evaluation)
    assert found.questions
    keys = [(-each.moves, -each.swing) for each in found.questions]
    assert keys == sorted(keys)
    for each in found.questions:
        assert 0 <= each.swing <= 1
        assert 0 <= each.moves <= 3


def test_it_can_be_stopped():
    def stop(done, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        finding_out(make_evaluation(), progress=stop)


def test_a_measure_that_two_criteria_judge_is_asked_for_once():
    scenario = scenario_of([1, 1])
    again = Criterion("m0", Linear(8, 0), 1.0, name="m0 again")
    scenario = replace(scenario, criteria=(*scenario.criteria, again))
    found = finding_out(evaluate(scenario, matrix_of([[5, 1], [NAN, 2]])))
    assert [(each.site, each.measure) for each in found.questions] == [("S01", "m0")]
