from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from siteselect.errors import StudyError
from siteselect.mcda.evaluate import evaluate, method_of
from siteselect.mcda.methods import METHODS
from siteselect.model.gate import Gate, Verdict
from siteselect.model.scenario import UnknownPolicy
from tests.making import make_evaluation, make_matrix, make_scenario
from tests.mcda.problems import matrix_of, scenario_of

NAN = np.nan
VIKOR_LIKE = {"vikor", "topsis", "promethee"}


def test_a_matrix_worked_by_hand():
    matrix = matrix_of([[8, 0], [4, 8], [0, NAN]])
    evaluation = evaluate(scenario_of([3, 1]), matrix)
    np.testing.assert_allclose(evaluation.shares, [0.75, 0.25])
    np.testing.assert_allclose(evaluation.scores, [0.75, 0.625, 0.0])
    np.testing.assert_allclose(evaluation.scores_low, [0.75, 0.625, 0.0])
    np.testing.assert_allclose(evaluation.scores_high, [0.75, 0.625, 0.25])
    np.testing.assert_allclose(evaluation.coverage, [1, 1, 0.75])
    np.testing.assert_allclose(evaluation.contributions[1], [0.375, 0.25])
    assert evaluation.ranks.tolist() == [1, 2, 3]
    assert evaluation.order.tolist() == [0, 1, 2]


def test_contributions_add_up_to_the_score_of_the_weighted_sum():
    evaluation = make_evaluation()
    scored = np.isfinite(evaluation.scores)
    np.testing.assert_allclose(
        evaluation.contributions[scored].sum(axis=1), evaluation.scores[scored]
    )


def test_who_ranks_and_who_does_not():
    evaluation = make_evaluation(30)
    failed = np.array([verdict is Verdict.FAIL for verdict in evaluation.verdicts])
    assert failed.sum() == 10
    assert (evaluation.ranks[failed] == 0).all()
    assert np.isnan(evaluation.scores[failed]).all()
    assert sorted(evaluation.ranks[~failed].tolist()) == list(range(1, 21))
    assert set(evaluation.order[-10:]) == set(np.flatnonzero(failed))


def test_a_failed_site_takes_no_part_in_a_method_that_compares():
    matrix = matrix_of([[8, 0], [4, 4], [0, 8], [5, 5]])
    gate = Gate("m0", at_most=7)
    with_gate = evaluate(replace(scenario_of([1, 1], "topsis"), gates=(gate,)), matrix)
    without = evaluate(scenario_of([1, 1], "topsis"), matrix_of([[4, 4], [0, 8], [5, 5]]))
    np.testing.assert_allclose(with_gate.scores[1:], without.scores)


def test_a_criterion_that_no_site_knows_does_not_count():
    matrix = matrix_of([[8, NAN], [4, NAN]])
    evaluation = evaluate(scenario_of([1, 3]), matrix)
    assert evaluation.shares.tolist() == [1, 0]
    assert evaluation.coverage.tolist() == [1, 1]
    assert evaluation.scores.tolist() == [1, 0.5]
    assert evaluation.scores_high.tolist() == [1, 0.5]


def test_nothing_known_at_all_scores_nobody():
    evaluation = evaluate(scenario_of([1, 3]), matrix_of([[NAN, NAN], [NAN, NAN]]))
    assert np.isnan(evaluation.scores).all()
    assert evaluation.ranks.tolist() == [0, 0]
    assert evaluation.leader is None


def test_no_sites_is_no_fault():
    evaluation = evaluate(make_scenario(2), make_matrix(0, 2))
    assert evaluation.scores.size == 0
    assert evaluation.order.size == 0


def test_a_floor_known_lifts_the_unknown_off_the_ground():
    matrix = matrix_of([[8, NAN], [8, 2]], low=[[8, 4], [8, 2]], high=[[8, NAN], [8, 2]])
    evaluation = evaluate(scenario_of([1, 1]), matrix)
    assert (evaluation.scores_low[0], evaluation.scores[0], evaluation.scores_high[0]) == (
        0.75,
        0.75,
        1.0,
    )


@pytest.mark.parametrize("weights", [[0, 0], []])
def test_no_weight_above_zero_is_refused(weights):
    with pytest.raises(StudyError, match="No criterion of the scenario S has a weight above zero"):
        evaluate(scenario_of(weights), matrix_of([[1, 2]]))


def test_weights_of_any_size_are_shares():
    matrix = matrix_of([[8, 0], [4, 8]])
    for size in (1e-300, 1.0, 1e308):
        evaluation = evaluate(scenario_of([size, size]), matrix)
        np.testing.assert_allclose(evaluation.shares, [0.5, 0.5])


def test_a_criterion_switched_off_is_left_out():
    scenario = scenario_of([1, 3])
    off = scenario.with_criterion(replace(scenario.criteria[1], enabled=False))
    evaluation = evaluate(off, matrix_of([[8, 0], [4, 8]]))
    assert [each.measure for each in evaluation.criteria] == ["m0"]
    assert evaluation.scores.tolist() == [1, 0.5]


def test_a_method_that_does_not_exist():
    with pytest.raises(
        StudyError, match=r"the method electre, which does not exist. There are: owa"
    ):
        evaluate(scenario_of([1], "electre"), matrix_of([[1]]))


def test_parameters_reach_the_method():
    matrix = matrix_of([[8, 0], [3, 3]])
    cautious = scenario_of([1, 1], "owa").with_parameter("attitude", 0.0)
    assert evaluate(cautious, matrix).scores.tolist() == [0.0, 0.375]
    assert evaluate(scenario_of([1, 1], "owa"), matrix).scores.tolist() == [0.5, 0.375]


def test_parameters_of_other_methods_wait_and_unknown_ones_are_refused():
    scenario = scenario_of([1, 1]).with_parameter("majority", 0.3)
    assert method_of(scenario)[1] == {}
    with pytest.raises(StudyError, match=r"sets v, which no method has. There are: attitude"):
        method_of(scenario.with_parameter("v", 0.3))
    with pytest.raises(StudyError, match=r"Weight of the majority \(majority\) is 2"):
        method_of(replace(scenario, method="vikor").with_parameter("majority", 2))


def test_vikor_is_turned_so_that_high_is_best():
    matrix = matrix_of([[8, 8], [0, 0], [4, 4]])
    evaluation = evaluate(scenario_of([1, 1], "vikor"), matrix)
    assert evaluation.scores.tolist() == [1.0, 0.0, 0.5]
    assert evaluation.ranks.tolist() == [1, 3, 2]


@pytest.mark.parametrize("method", sorted(VIKOR_LIKE))
def test_intervals_of_comparing_methods_are_one_row_at_its_ends(method):
    matrix = matrix_of([[8, NAN, 2], [3, 5, 4], [NAN, 1, 7], [6, 2, 2]])
    scenario = scenario_of([2, 1, 1], method)
    evaluation = evaluate(scenario, matrix)
    found, setting = method_of(scenario)
    for row in range(4):
        ends = []
        for end in (evaluation.values_low, evaluation.values_high):
            varied = evaluation.filled.copy()
            varied[row] = end[row]
            ends.append(found.merits(varied, evaluation.shares, setting)[row])
        assert evaluation.scores_low[row] == pytest.approx(min(ends))
        assert evaluation.scores_high[row] == pytest.approx(max(ends))


# What must hold of every matrix.

eighths = st.integers(0, 8).map(float)
cells = eighths | st.just(NAN)


@st.composite
def problems(draw, cell=cells):
    n, k = draw(st.integers(1, 7)), draw(st.integers(1, 4))
    raw = np.array(draw(st.lists(st.lists(cell, min_size=k, max_size=k), min_size=n, max_size=n)))
    weights = draw(st.lists(st.integers(1, 9), min_size=k, max_size=k))
    return raw, weights


every_method = pytest.mark.parametrize("method", METHODS)


@every_method
@given(problem=problems(), policy=st.sampled_from(UnknownPolicy))
@settings(max_examples=50)
def test_scores_and_intervals_lie_in_order_within_0_and_1(method, problem, policy):
    raw, weights = problem
    evaluation = evaluate(scenario_of(weights, method, policy), matrix_of(raw))
    low, score, high = evaluation.scores_low, evaluation.scores, evaluation.scores_high
    scored = np.isfinite(score)
    assert (low[scored] >= -1e-12).all()
    assert (high[scored] <= 1 + 1e-12).all()
    assert (low[scored] <= score[scored] + 1e-12).all()
    assert (score[scored] <= high[scored] + 1e-12).all()
    assert ((evaluation.coverage >= 0) & (evaluation.coverage <= 1 + 1e-12)).all()


@every_method
@given(problem=problems(), factor=st.sampled_from([0.001, 0.5, 3.0, 1e6]))
@settings(max_examples=30)
def test_scaling_all_weights_changes_no_rank(method, problem, factor):
    raw, weights = problem
    matrix = matrix_of(raw)
    before = evaluate(scenario_of(weights, method), matrix)
    after = evaluate(scenario_of([factor * weight for weight in weights], method), matrix)
    assert after.ranks.tolist() == before.ranks.tolist()


@every_method
@given(problem=problems(), data=st.data())
@settings(max_examples=30)
def test_permuting_sites_permutes_ranks(method, problem, data):
    raw, weights = problem
    mixed = data.draw(st.permutations(range(len(raw))))
    names = [f"S{row:02}" for row in range(len(raw))]
    before = evaluate(scenario_of(weights, method), matrix_of(raw, names=names))
    after = evaluate(
        scenario_of(weights, method), matrix_of(raw[mixed], names=[names[row] for row in mixed])
    )
    assert after.ranks.tolist() == before.ranks[mixed].tolist()
    assert [after.matrix.sites.names[row] for row in after.order] == [
        before.matrix.sites.names[row] for row in before.order
    ]


@every_method
@given(problem=problems(eighths), data=st.data())
@settings(max_examples=50)
def test_a_dominating_site_never_ranks_below_the_dominated(method, problem, data):
    raw, weights = problem
    row = data.draw(st.integers(0, len(raw) - 1))
    better = np.minimum(raw[row] + data.draw(st.sampled_from([0, 1, 3])), 8)
    evaluation = evaluate(scenario_of(weights, method), matrix_of(np.vstack([raw, better])))
    assert evaluation.ranks[-1] <= evaluation.ranks[row]


@pytest.mark.parametrize("method", [name for name in METHODS if METHODS[name].rowwise])
@given(problem=problems(), data=st.data())
@settings(max_examples=30)
def test_removing_a_site_changes_nobodys_anchored_score(method, problem, data):
    raw, weights = problem
    gone = data.draw(st.integers(0, len(raw) - 1))
    rest = np.delete(raw, gone, axis=0)
    before = evaluate(scenario_of(weights, method), matrix_of(raw))
    after = evaluate(scenario_of(weights, method), matrix_of(rest))
    if np.array_equal(after.shares, before.shares):  # else a criterion lost its last known value
        # sums of fewer rows may be taken in another order: equal but for the last digit
        np.testing.assert_allclose(after.scores, np.delete(before.scores, gone), rtol=1e-12)


@pytest.mark.parametrize("method", [name for name in METHODS if METHODS[name].rowwise])
@given(problem=problems(eighths), data=st.data())
@settings(max_examples=50)
def test_an_unknown_widens_the_interval(method, problem, data):
    raw, weights = problem
    row = data.draw(st.integers(0, raw.shape[0] - 1))
    place = data.draw(st.integers(0, raw.shape[1] - 1))
    unknown = raw.copy()
    unknown[row, place] = NAN
    before = evaluate(scenario_of(weights, method), matrix_of(raw))
    after = evaluate(scenario_of(weights, method), matrix_of(unknown))
    if np.array_equal(after.shares, before.shares):
        assert after.scores_low[row] <= before.scores_low[row] + 1e-12
        assert after.scores_high[row] >= before.scores_high[row] - 1e-12
        assert after.coverage[row] < before.coverage[row]


@given(st.floats(0.01, 100), st.floats(0.01, 100))
def test_a_measure_judged_twice_alike_weighs_as_much_as_both(one, other):
    matrix = make_matrix(12, 3)
    scenario = make_scenario(3).with_weight("measure_0", one + other)
    twice = scenario.with_weight("measure_0", one).with_copy("measure_0")
    twice = twice.with_weight("measure_0_2", other)
    assert evaluate(twice, matrix).scores == pytest.approx(
        evaluate(scenario, matrix).scores, abs=1e-12, nan_ok=True
    )
