from dataclasses import replace

import numpy as np

from siteselect.mcda.evaluate import evaluate
from siteselect.model.gate import Gate
from siteselect.ui.present.words import headline, keys_of, sources, spoken, subtitle
from tests.making import make_matrix, make_scenario
from tests.ui.present.present_made import SCENES, make_evaluation, make_stage


def test_a_headline_to_begin_with_is_true():
    evaluation = make_evaluation()
    ranked = [row for row in evaluation.order if evaluation.verdicts[row].ranks]
    gap = 100 * (evaluation.scores[ranked[0]] - evaluation.scores[ranked[1]])
    names = evaluation.matrix.sites.names
    assert headline(evaluation) == (
        f"On 2 June 2021 {names[ranked[0]]} leads, {gap:.1f} points ahead of {names[ranked[1]]}"
    )


def test_a_headline_when_nobody_passes():
    scenario = replace(make_scenario(), gates=(Gate("measure_0", at_least=1e9),))
    matrix = make_matrix(unknown=0.0)
    assert headline(evaluate(scenario, matrix)) == "On 2 June 2021 no site passes the gates"


def test_a_headline_when_two_are_level():
    evaluation = make_evaluation()
    level = replace(evaluation, scores=np.ones(len(evaluation.scores)))
    assert "are level" in headline(level)


def test_what_stands_around_the_map(qtbot):
    stage = make_stage(qtbot)
    assert "weights moved here" in subtitle(stage.evaluation, tried=True)
    assert "weights moved here" not in subtitle(stage.evaluation)
    assert sources(stage.map, 1, 3).endswith("scene 2 of 3")
    assert keys_of(stage.map)[0].words == "score"
    assert spoken(SCENES[0]) == "Go."
    assert spoken(SCENES[1]) == "No notes to this scene."
