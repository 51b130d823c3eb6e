from dataclasses import replace

import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.methods import METHODS
from siteselect.mcda.sensitivity import weight_stability
from siteselect.model.scenario import UnknownPolicy
from siteselect.progress import Cancelled
from tests.making import make_evaluation
from tests.mcda.problems import matrix_of, scenario_of


def leads(evaluation, leader, measure, weight):
    after = evaluate(evaluation.scenario.with_weight(measure, weight), evaluation.matrix)
    return after.ranks[after.matrix.sites.index(leader)] == 1


def test_two_sites_worked_by_hand():
    # S00 leads while w0 * 1 > w1 * 0.5, that is while w0 > 1 with w1 = 2, w1 < 4 with w0 = 2
    evaluation = evaluate(scenario_of([2, 2]), matrix_of([[8, 0], [0, 4]]))
    found = weight_stability(evaluation)
    assert found.leader == "S00"
    assert found.exact
    first, second = found.intervals
    assert (first.weight_low, first.weight_high) == pytest.approx((1.0, np.inf))
    assert (first.share_low, first.share_high) == pytest.approx((1 / 3, 1.0))
    assert (first.rival_low, first.rival_high) == ("S01", None)
    assert (second.weight_low, second.weight_high) == pytest.approx((0.0, 4.0))
    assert second.rival_high == "S01"
    assert found.interval("m1") is second
    with pytest.raises(StudyError, match="has no criterion m7"):
        found.interval("m7")
    smallest = found.smallest  # both ends lie one sixth away
    assert abs(smallest.change) == pytest.approx(1 / 6)
    assert smallest.rival == "S01"


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("policy", [UnknownPolicy.PESSIMISTIC, UnknownPolicy.EXCLUDE])
def test_a_brute_force_sweep_confirms_every_interval(method, policy):
    before = make_evaluation(12, 4, method)
    evaluation = evaluate(replace(before.scenario, unknown=policy), before.matrix)
    found = weight_stability(evaluation)
    assert found.exact == (method in {"weighted_sum", "promethee"} and policy.value != "exclude")
    for each in found.intervals:
        assert each.weight_low <= each.weight <= each.weight_high
        inside = np.linspace(each.weight_low, min(each.weight_high, 500), 9)
        for weight in inside[1:-1]:
            assert leads(evaluation, found.leader, each.key, weight), each
        for end, rival, beyond in (
            (each.weight_low, each.rival_low, 1 - 1e-4),
            (each.weight_high, each.rival_high, 1 + 1e-4),
        ):
            if rival is None:
                continue
            weight = end * beyond
            assert not leads(evaluation, found.leader, each.key, weight), each
            after = evaluate(evaluation.scenario.with_weight(each.key, weight), before.matrix)
            assert after.ranks[after.matrix.sites.index(rival)] <= 2


def test_the_smallest_flip_is_the_nearest_end():
    found = weight_stability(make_evaluation(20, 6))
    flip = found.smallest
    ends = [
        abs(end - each.share)
        for each in found.intervals
        for end, rival in ((each.share_low, each.rival_low), (each.share_high, each.rival_high))
        if rival
    ]
    assert abs(flip.change) == pytest.approx(min(ends))


def test_a_leader_that_dominates_is_never_dethroned():
    found = weight_stability(evaluate(scenario_of([2, 1]), matrix_of([[8, 8], [0, 4]])))
    assert found.smallest is None
    for each in found.intervals:
        assert (each.weight_low, each.weight_high) == (0.0, np.inf)
        assert (each.share_low, each.share_high) == (0.0, 1.0)


def test_two_leaders_leave_no_room_on_the_side_where_one_gains():
    evaluation = evaluate(scenario_of([1, 1]), matrix_of([[8, 0], [0, 8]]))
    first, second = weight_stability(evaluation).intervals
    assert (first.share_low, first.share_high) == (0.5, 1.0)
    assert (second.share_low, second.share_high) == (0.0, 0.5)


def test_what_cannot_move_has_no_ends():
    nan = np.nan
    evaluation = evaluate(scenario_of([2, 5]), matrix_of([[8, nan], [0, nan]]))
    for each in weight_stability(evaluation).intervals:
        assert (each.weight_low, each.weight_high, each.rival_low) == (0.0, np.inf, None)
    alone = weight_stability(evaluate(scenario_of([2, 5]), matrix_of([[8, 1]])))
    assert alone.leader == "S00"
    assert alone.smallest is None
    nobody = weight_stability(make_evaluation(0, 2))
    assert nobody.leader is None


def test_a_criterion_without_weight_may_be_given_one():
    evaluation = evaluate(scenario_of([4, 0]), matrix_of([[8, 0], [4, 8]]))
    each = weight_stability(evaluation).interval("m1")  # 4 * 0.5 = w * 1
    assert (each.weight_low, each.weight_high) == pytest.approx((0.0, 2.0))


def test_it_can_be_stopped():
    def stop(done, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        weight_stability(make_evaluation(), stop)
