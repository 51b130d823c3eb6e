from dataclasses import replace

import numpy as np
import pytest

from siteselect.mcda.contest import Contest, holds, shares_with
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.methods import METHODS
from siteselect.model.gate import Gate
from siteselect.model.scenario import UnknownPolicy
from tests.making import make_evaluation
from tests.mcda.problems import matrix_of, scenario_of

NAN = np.nan


@pytest.mark.parametrize("method", METHODS)
def test_nothing_changed_gives_the_scores_as_they_are(method):
    evaluation = make_evaluation(30, 5, method)
    contest = Contest(evaluation)
    np.testing.assert_allclose(
        contest.merits(evaluation.shares), evaluation.scores[contest.contenders]
    )
    np.testing.assert_allclose(
        contest.merits(evaluation.shares, evaluation.values),
        evaluation.scores[contest.contenders],
    )
    assert contest.names[0] == evaluation.leader
    assert len(contest.names) == evaluation.passing
    assert contest.keys == tuple(f"measure_{place}" for place in range(5))


def test_parts_order_contenders_as_the_scores_do():
    for method in ("weighted_sum", "promethee"):
        contest = Contest(make_evaluation(30, 5, method))
        merits = contest.merits(contest.evaluation.shares)
        found = contest.parts @ contest.evaluation.shares
        np.testing.assert_allclose(contest.method.merit(found), merits)
    assert Contest(make_evaluation(30, 5, "topsis")).parts is None


def test_without_a_passing_site_the_unknown_ones_stand():
    matrix = matrix_of([[8, NAN], [4, NAN], [2, 0]])
    gated = replace(scenario_of([1, 1]), gates=(Gate("m1", at_least=4),))
    assert Contest(evaluate(gated, matrix)).names == ("S00", "S01")
    strict = replace(scenario_of([1, 0]), gates=(Gate("m0", at_least=9),))
    assert Contest(evaluate(strict, matrix)).names == ()


def test_where_unknowns_are_excluded_weights_fill_them_anew():
    matrix = matrix_of([[8, NAN, 0], [4, 4, 4]])
    evaluation = evaluate(scenario_of([1, 1, 1], policy=UnknownPolicy.EXCLUDE), matrix)
    contest = Contest(evaluation)
    assert contest.parts is None
    shares = np.array([0.75, 0.0, 0.25])
    assert contest.merits(shares).tolist() == [0.75, 0.5]


def test_the_leader_holds_until_another_is_above():
    assert holds(np.array([0.5, 0.5, 0.1]))
    assert holds(np.array([0.5, 0.5 + 1e-13]))
    assert not holds(np.array([0.5, 0.51]))


def test_one_share_is_set_and_the_others_keep_their_proportions():
    shares = np.array([0.5, 0.3, 0.2])
    np.testing.assert_allclose(shares_with(shares, 1, 0.65), [0.25, 0.65, 0.1])
    assert shares.tolist() == [0.5, 0.3, 0.2]
    alone = np.array([0.0, 1.0])
    assert shares_with(alone, 1, 0.3) is alone
