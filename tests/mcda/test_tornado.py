import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.methods import METHODS
from siteselect.mcda.tornado import value_tornado, weight_tornado
from tests.making import make_evaluation
from tests.mcda.problems import matrix_of, scenario_of

NAN = np.nan


def test_weights_worked_by_hand():
    evaluation = evaluate(scenario_of([3, 1]), matrix_of([[8, 0], [4, 4]]))
    found = weight_tornado(evaluation, "S00", part=0.5)
    assert found.score == 0.75
    bars = {bar.key: (bar.at_low, bar.at_high) for bar in found.bars}
    assert bars["m0"] == pytest.approx((1.5 / 2.5, 4.5 / 5.5))
    assert bars["m1"] == pytest.approx((3 / 3.5, 3 / 4.5))
    assert found.bars[0].swing >= found.bars[1].swing


@pytest.mark.parametrize("method", METHODS)
def test_weights_agree_with_an_evaluation_anew(method):
    evaluation = make_evaluation(12, 4, method)
    found = weight_tornado(evaluation, evaluation.leader)
    row = evaluation.matrix.sites.index(evaluation.leader)
    for bar in found.bars:
        weight = evaluation.scenario.criterion(bar.key).weight
        for factor, score in ((0.8, bar.at_low), (1.2, bar.at_high)):
            after = evaluate(
                evaluation.scenario.with_weight(bar.key, weight * factor), evaluation.matrix
            )
            assert after.scores[row] == pytest.approx(score)


def test_values_swing_within_what_they_could_be():
    matrix = matrix_of([[4, NAN], [4, 4]], low=[[2, NAN], [4, 4]], high=[[8, NAN], [4, 4]])
    evaluation = evaluate(scenario_of([3, 1]), matrix)
    found = value_tornado(evaluation, "S00")
    assert found.score == 0.375
    assert [(bar.key, bar.at_low, bar.at_high) for bar in found.bars] == [
        ("m0", 0.1875, 0.75),
        ("m1", 0.375, 0.625),
    ]
    assert [bar.swing for bar in value_tornado(evaluation, "S01").bars] == [0, 0]


def test_a_single_criterion_swings_nothing():
    evaluation = evaluate(scenario_of([3]), matrix_of([[8], [4]]))
    assert weight_tornado(evaluation, "S01", part=1.0).bars[0].swing == 0


def test_a_site_without_a_score_is_refused():
    evaluation = make_evaluation(6, 2)
    with pytest.raises(StudyError, match="no site Almaty with a score"):
        weight_tornado(evaluation, "Almaty")
    with pytest.raises(StudyError, match="no site Site 0001 with a score"):
        value_tornado(evaluation, "Site 0001")
