import re
from dataclasses import replace

import numpy as np
import pytest

from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.robustness import Draws, robustness
from siteselect.mcda.sensitivity import weight_stability
from siteselect.mcda.verdict import Firmness, conclude, kept_out
from siteselect.model.gate import Gate
from tests.making import make_evaluation
from tests.mcda.problems import matrix_of, scenario_of

NAN = np.nan


def test_a_clear_leader_is_named():
    evaluation = evaluate(scenario_of([3, 1]), matrix_of([[8, 0], [2, 4]]))
    found = conclude(evaluation)
    assert (found.firmness, found.winner) == (Firmness.CLEAR, "S00")
    assert found.advance == pytest.approx(0.4375)
    assert found.sentence == "S00 leads by 43.8 points over S01, and this is clear."


def test_what_makes_it_clear_is_told():
    evaluation = evaluate(scenario_of([3, 1]), matrix_of([[8, 0], [2, 4]]))
    found = conclude(
        evaluation, weight_stability(evaluation), robustness(evaluation, Draws(count=4000))
    )
    assert "no weight changes the leader before it moves by 35.0 per cent" in found.sentence
    assert re.search(r"it is first with (59|60|61) % of the weights drawn", found.sentence)
    dominating = evaluate(scenario_of([3, 1]), matrix_of([[8, 8], [2, 4]]))
    said = conclude(dominating, weight_stability(dominating)).sentence
    assert "no single weight changes the leader" in said


def test_within_the_tolerance_no_winner_is_named():
    raw = [[4.0], [3.9], [3.95], [1.0]]
    found = conclude(evaluate(scenario_of([1]), matrix_of(raw)))
    assert (found.firmness, found.winner) == (Firmness.CLOSE, None)
    assert found.sentence == "No clear winner: S00, S02 and S01 lie within 2.0 points."
    many = conclude(evaluate(scenario_of([1]), matrix_of([[4.0]] * 7)))
    assert many.sentence == "No clear winner: S00, S01, S02 and 4 more lie within 2.0 points."
    strict = conclude(evaluate(scenario_of([1]), matrix_of(raw)), tolerance=0.001)
    assert strict.winner == "S00"


def test_fragile_for_each_reason():
    near = evaluate(scenario_of([51, 49]), matrix_of([[8, 0], [0, 7.9]]))
    found = conclude(near, weight_stability(near))
    assert (found.firmness, found.winner) == (Firmness.FRAGILE, "S00")
    assert "S01 leads once the weight of M0 goes from 51.0 to 49.7 per cent" in found.sentence

    unknown = evaluate(scenario_of([1, 1]), matrix_of([[8, 4], [4, NAN]]))
    assert (
        "values not known for sure could put S01 first"
        in conclude(replace_unknown(unknown)).sentence
    )

    seldom = evaluate(
        scenario_of([1, 1, 1]), matrix_of([[4, 4, 4], [8, 0, 3], [0, 8, 3], [3, 3, 5]])
    )
    found = conclude(seldom, robustness=robustness(seldom, Draws(count=2000)))
    assert "% of the weights drawn" in found.sentence


def replace_unknown(evaluation):
    """The same with a criterion in which the unknown could tip the balance."""
    return evaluate(scenario_of([1, 3]), evaluation.matrix)


def test_stability_of_another_evaluation_is_a_mistake():
    one, other = make_evaluation(6, 2), make_evaluation(6, 2)
    with pytest.raises(ValueError, match="made from this evaluation"):
        conclude(one, weight_stability(other))
    with pytest.raises(ValueError, match="made from this evaluation"):
        conclude(one, None, robustness(other, Draws(count=10)))


def test_one_site_alone():
    found = conclude(evaluate(scenario_of([1]), matrix_of([[4]])))
    assert found.sentence == "S00 is the only site that passes the gates."
    assert found.firmness is Firmness.CLEAR


def test_nobody_passes_and_which_gate_kept_out_how_many():
    gates = (Gate("m0", at_least=7), Gate("m1", at_least=4, enabled=False), Gate("m2", at_most=0))
    scenario = replace(scenario_of([1, 1, 1]), gates=gates)
    evaluation = evaluate(scenario, matrix_of([[4, 4, 0], [8, 4, 1], [5, 1, 1]]))
    found = conclude(evaluation)
    assert (found.firmness, found.winner) == (Firmness.NOBODY, None)
    assert found.sentence == "None of 3 sites passes the gates: M0 fails 2, M2 fails 2."
    assert kept_out(evaluation) == (("M0", 2), ("M2", 2))


def test_nobody_passes_but_some_are_unknown():
    scenario = replace(scenario_of([1, 1]), gates=(Gate("m1", at_least=7),))
    evaluation = evaluate(scenario, matrix_of([[4, NAN], [8, NAN]]))
    assert conclude(evaluation).sentence == (
        "None of 2 sites passes the gates; of those that a gate knows too little of, "
        "S01 comes first."
    )


def test_nothing_to_say():
    assert conclude(make_evaluation(0, 2)).sentence == "There are no sites to rank."
    blind = evaluate(scenario_of([1]), matrix_of([[NAN], [NAN]]))
    assert conclude(blind).sentence.startswith("No site has a score: nothing is known")
