from dataclasses import replace

import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.mcda.comparison import compare
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.methods import METHODS
from siteselect.model.gate import Gate
from tests.making import make_evaluation
from tests.mcda.problems import matrix_of, scenario_of

NAN = np.nan


def test_two_sites_worked_by_hand():
    evaluation = evaluate(scenario_of([3, 1]), matrix_of([[8, 0], [4, 4]]))
    found = compare(evaluation, "S01", "S00")
    assert (found.site, found.other) == ("S00", "S01")
    assert found.advance == 0.25
    assert found.adds_up
    assert [(each.key, each.difference) for each in found.differences] == [
        ("m0", 0.375),
        ("m1", -0.125),
    ]
    assert (found.differences[0].raw, found.differences[0].other_raw) == (8, 4)
    assert found.sentence == (
        "S00 is 25.0 points above S01: for it speak M0 (+37.5); against it M1 (\N{MINUS SIGN}12.5)."
    )
    # w0 * 0.5 = w1 * 0.5: the weights meet when they are equal
    flips = {flip.key: flip for flip in found.weight_flips}
    assert flips["m0"].weight_then == pytest.approx(1)
    assert flips["m1"].weight_then == pytest.approx(3)
    values = {(flip.site, flip.measure): flip.then for flip in found.value_flips}
    assert values == pytest.approx({("S00", "m0"): 8 - 8 / 3, ("S01", "m0"): 4 + 8 / 3})


@pytest.mark.parametrize("method", METHODS)
def test_every_flip_is_confirmed_by_an_evaluation_anew(method):
    evaluation = make_evaluation(20, 4, method)
    names = evaluation.matrix.sites.names
    first, second = evaluation.order[1], evaluation.order[4]
    found = compare(evaluation, names[first], names[second])
    assert found.adds_up == (method == "weighted_sum")
    assert found.weight_flips or found.value_flips
    if found.adds_up:
        total = sum(each.difference for each in found.differences)
        assert total == pytest.approx(found.advance)
    for flip in found.weight_flips:
        beyond = flip.weight_then * (1 + 1e-4 * np.sign(flip.change))
        after = evaluate(evaluation.scenario.with_weight(flip.key, beyond), evaluation.matrix)
        assert after.scores[second] > after.scores[first] - 1e-12


def test_equals_are_told_so():
    evaluation = evaluate(scenario_of([1, 1]), matrix_of([[8, 0], [0, 8]]))
    assert compare(evaluation, "S00", "S01").sentence == "S00 and S01 have the same score."


def test_a_method_in_which_no_criterion_differs_alone():
    evaluation = evaluate(scenario_of([1, 1]), matrix_of([[8, 2], [4, 2]]))
    found = compare(evaluation, "S00", "S01")
    assert found.sentence == "S00 is 25.0 points above S01: for it speak M0 (+25.0)."
    assert found.weight_flips == ()
    unknown = evaluate(scenario_of([1, 1]), matrix_of([[8, 2], [NAN, 2]]))
    assert np.isnan(compare(unknown, "S00", "S01").differences[0].other_raw)


def test_only_ranked_sites_are_compared():
    scenario = replace(scenario_of([1]), gates=(Gate("m0", at_least=3),))
    evaluation = evaluate(scenario, matrix_of([[8], [4], [0]]))
    with pytest.raises(StudyError, match="S02 does not stand for the first place"):
        compare(evaluation, "S00", "S02")
    with pytest.raises(StudyError, match="S00 is one site"):
        compare(evaluation, "S00", "S00")
