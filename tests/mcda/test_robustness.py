import time
from dataclasses import replace

import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.mcda.contest import Contest
from siteselect.mcda.evaluate import evaluate, method_of
from siteselect.mcda.methods import METHODS
from siteselect.mcda.rank import shared_ranks
from siteselect.mcda.robustness import Draws, draw_weights, robustness
from siteselect.model.criterion import Criterion
from siteselect.model.value_function import Gaussian, Linear
from siteselect.progress import Cancelled
from tests.making import make_evaluation, make_matrix, make_scenario
from tests.mcda.problems import matrix_of, scenario_of

NAN = np.nan


@pytest.mark.parametrize("method", METHODS)
def test_agrees_with_a_plain_simulation_on_the_same_weights(method):
    evaluation = make_evaluation(15, 4, method)
    draws = Draws(count=300, seed=5)
    found = robustness(evaluation, draws)
    weights = draw_weights(Contest(evaluation), draws, np.random.default_rng(5))
    chosen, settings = method_of(evaluation.scenario)
    judged = np.isfinite(evaluation.scores)  # no site is UNKNOWN here
    ranks = np.array(
        [shared_ranks(chosen.merits(evaluation.filled[judged], each, settings)) for each in weights]
    )
    back = np.searchsorted(np.flatnonzero(judged), found.rows)
    for place, column in enumerate(back):
        expected = [(ranks[:, column] == rank).mean() for rank in range(1, len(back) + 1)]
        np.testing.assert_allclose(found.acceptability[place], expected)
        assert found.mean_place[place] == pytest.approx(ranks[:, column].mean())
        wins = ranks[:, column] == 1
        if wins.any():
            np.testing.assert_allclose(found.central_weights[place], weights[wins].mean(axis=0))
        else:
            assert np.isnan(found.central_weights[place]).all()


def test_two_sites_have_the_chances_of_a_uniform_weight():
    # S00 leads while w > 0.5 * (1 - w), that is w > 1/3
    evaluation = evaluate(scenario_of([1, 1]), matrix_of([[8, 0], [0, 4]]))
    found = robustness(evaluation, Draws(count=40_000))
    assert found.names == ("S00", "S01")
    assert found.leader_first == pytest.approx(2 / 3, abs=0.01)
    np.testing.assert_allclose(found.acceptability.sum(axis=0), 1)
    np.testing.assert_allclose(found.central_weights[0], [2 / 3, 1 / 3], atol=0.01)
    np.testing.assert_allclose(found.central_weights[1], [1 / 6, 5 / 6], atol=0.01)
    np.testing.assert_allclose(found.mean_place, [4 / 3, 5 / 3], atol=0.01)


def test_within_a_few_per_cent_and_in_an_order():
    evaluation = evaluate(scenario_of([1, 1]), matrix_of([[8, 0], [0, 4]]))
    assert robustness(evaluation, Draws(count=500, within=0.3)).leader_first == 1
    order = Draws(count=40_000, order=(("m1",), ("m0",)))  # w uniform in 0 to 0.5
    assert robustness(evaluation, order).leader_first == pytest.approx(1 / 3, abs=0.01)
    same = Draws(count=40_000, order=(("m1", "m0"),))
    assert robustness(evaluation, same).leader_first == pytest.approx(2 / 3, abs=0.01)


def test_the_same_seed_gives_the_same_result_and_another_seed_another():
    evaluation = make_evaluation(30, 5)
    one, other = robustness(evaluation), robustness(evaluation)
    np.testing.assert_array_equal(one.acceptability, other.acceptability)
    np.testing.assert_array_equal(one.central_weights, other.central_weights)
    assert (robustness(evaluation, Draws(seed=2)).acceptability != one.acceptability).any()


def test_equals_share_the_better_place():
    evaluation = evaluate(scenario_of([1, 1]), matrix_of([[8, 0], [8, 0], [0, 4]]))
    found = robustness(evaluation, Draws(count=2000))
    np.testing.assert_array_equal(found.acceptability[0], found.acceptability[1])
    assert found.acceptability[:, 0].sum() > 1.5


def test_only_the_best_places_are_counted_apart_when_there_are_many():
    found = robustness(make_evaluation(30, 4), Draws(count=200), deepest=3)
    assert found.acceptability.shape == (20, 3)
    np.testing.assert_allclose(found.acceptability.sum(axis=0), 1)
    assert found.mean_place.sum() == pytest.approx(20 * 21 / 2)


def test_idle_criteria_are_not_drawn():
    evaluation = evaluate(scenario_of([1, 0, 1]), matrix_of([[8, 0, NAN], [0, 4, NAN]]))
    found = robustness(evaluation, Draws(count=50))
    np.testing.assert_allclose(found.central_weights[0], [1, 0, 0])
    assert found.leader_first == 1


def test_raw_values_are_drawn_within_their_intervals():
    # S00 is 4 for sure, S01 anywhere in 2 to 8: it leads when above 4
    matrix = matrix_of([[4], [3]], low=[[4], [2]], high=[[4], [8]])
    evaluation = evaluate(scenario_of([1]), matrix)
    assert robustness(evaluation, Draws(count=100)).leader_first == 1
    found = robustness(evaluation, Draws(count=20_000, raw=True))
    assert found.leader_first == pytest.approx(1 / 3, abs=0.01)


@pytest.mark.parametrize("method", METHODS)
def test_an_unknown_value_may_be_anything(method):
    matrix = matrix_of([[4], [NAN]])
    evaluation = evaluate(scenario_of([1], method), matrix)
    found = robustness(evaluation, Draws(count=2000, raw=True))
    assert found.leader_first == pytest.approx(0.5, abs=0.04)


def test_a_curve_is_drawn_by_its_raw_values():
    # raw in 4 to 8 round a target of 4: the value is above 0.5 when raw is below 5
    scenario = scenario_of([1]).with_criterion(Criterion("m0", Gaussian(4, 1)))
    matrix = matrix_of([[5], [4]], low=[[5], [4]], high=[[5], [8]])
    found = robustness(evaluate(scenario, matrix), Draws(count=20_000, raw=True))
    names = list(found.names)
    assert found.first[names.index("S01")] == pytest.approx(0.25, abs=0.01)


def test_without_uncertain_values_drawing_them_changes_nothing():
    scenario = scenario_of([1, 1]).with_criterion(Criterion("m0", Linear(0, 8)))
    evaluation = evaluate(scenario, matrix_of([[8, 0], [0, 4]]))
    one = robustness(evaluation, Draws(count=500))
    other = robustness(evaluation, Draws(count=500, raw=True))
    np.testing.assert_array_equal(one.acceptability, other.acceptability)


@pytest.mark.parametrize(
    ("draws", "sentence"),
    [
        ({"count": 0}, "0 draws show nothing"),
        ({"within": 0.0}, "Weights within 0 of their share"),
        ({"within": 1.5}, "Weights within 1.5 of their share"),
        ({"within": NAN}, "Weights within nan of their share"),
        ({"within": 0.1, "order": (("m0",),)}, "not both at once"),
    ],
)
def test_draws_that_make_no_sense(draws, sentence):
    with pytest.raises(StudyError, match=sentence):
        Draws(**draws)


@pytest.mark.parametrize(
    ("order", "sentence"),
    [((("m0",),), "look at m1"), ((("m0", "m1"), ("m0",)), "look at the one that stands twice")],
)
def test_an_order_wants_each_criterion_once(order, sentence):
    evaluation = evaluate(scenario_of([1, 1]), matrix_of([[8, 0], [0, 4]]))
    with pytest.raises(StudyError, match=sentence):
        robustness(evaluation, Draws(order=order))


def test_an_order_may_name_criteria_that_do_not_count():
    evaluation = evaluate(scenario_of([1, 0]), matrix_of([[8, 0], [0, 4]]))
    assert robustness(evaluation, Draws(count=5, order=(("m1",), ("m0",)))).leader_first == 1


def test_nobody_is_no_fault():
    found = robustness(make_evaluation(0, 2))
    assert found.names == ()
    assert found.first.size == 0
    assert np.isnan(found.leader_first)


def test_progress_ends_at_1_and_can_stop_the_work():
    told = []
    robustness(make_evaluation(30, 4), progress=lambda done, what: told.append(done))
    assert told == sorted(told)
    assert told[-1] == 1.0

    def stop(done, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        robustness(make_evaluation(30, 4), progress=stop)


@pytest.mark.slow
def test_ten_thousand_draws_of_two_hundred_sites_take_no_time():
    evaluation = evaluate(replace(make_scenario(12), gates=()), make_matrix(200, 12))
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        robustness(evaluation)
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.5  # a twentieth of a second on a quiet machine


def test_a_value_that_two_criteria_judge_is_drawn_once():
    # one criterion wants it high, the other low: together they are 1 whatever is drawn
    scenario = scenario_of([1])
    again = Criterion("m0", Linear(8, 0), 1.0, name="m0 again")
    scenario = replace(scenario, criteria=(*scenario.criteria, again))
    matrix = matrix_of([[4], [3], [5]], low=[[0], [0], [0]], high=[[8], [8], [8]])
    near = robustness(evaluate(scenario, matrix), Draws(count=200, within=1e-9, raw=True))
    np.testing.assert_allclose(near.central_weights, 0.5, atol=1e-6)
    assert near.mean_place.max() < 3
