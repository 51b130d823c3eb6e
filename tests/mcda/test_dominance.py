from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from siteselect.mcda.dominance import dominance, dominators, trade_off_front
from siteselect.mcda.evaluate import evaluate
from siteselect.model.criterion import Criterion
from siteselect.model.gate import Gate
from siteselect.model.value_function import Gaussian, Linear
from tests.making import make_evaluation
from tests.mcda.problems import matrix_of, scenario_of

NAN = np.nan


def dominates(one, other):
    return (one >= other).all() and (one > other).any()


@given(
    st.integers(1, 4).flatmap(
        lambda k: st.lists(st.lists(st.integers(0, 3), min_size=k, max_size=k), max_size=12).map(
            lambda rows: np.array(rows, dtype=float).reshape(-1, k)
        )
    )
)
def test_agrees_with_the_definition(values):
    for row, by in enumerate(dominators(values)):
        expected = [other for other in range(len(values)) if dominates(values[other], values[row])]
        assert (by in expected) if expected else by == -1
        assert by == -1 or dominators(values)[by] == -1


def test_sums_that_rounding_makes_equal_are_told_apart():
    values = np.array([[1.0, 0.0], [1.0, 1e-20]])
    assert dominators(values).tolist() == [1, -1]


def test_an_evaluation_names_the_dominator():
    evaluation = evaluate(scenario_of([1, 1]), matrix_of([[8, 0], [4, 8], [4, 6], [NAN, 6]]))
    found = dominance(evaluation)
    assert [found.dominator(f"S0{row}") for row in range(4)] == [None, None, "S01", "S01"]
    assert found.front.tolist() == [1, 0]


def test_certain_means_whatever_the_unknown_turns_out_to_be():
    evaluation = evaluate(scenario_of([1, 1]), matrix_of([[8, 8], [4, NAN], [NAN, 2], [8, NAN]]))
    assert [dominance(evaluation).dominator(f"S0{row}") for row in range(4)] == [None] + ["S00"] * 3
    certain = dominance(evaluation, certain=True)
    assert certain.certain
    assert [certain.dominator(f"S0{row}") for row in range(4)] == [None, "S00", "S00", None]


def test_failed_sites_and_idle_criteria_take_no_part():
    matrix = matrix_of([[8, 8], [4, 4], [4, 5]])
    scenario = replace(scenario_of([1, 0]), gates=(Gate("m0", at_most=7),))
    found = dominance(evaluate(scenario, matrix))
    assert found.dominated_by.tolist() == [-1, -1, -1]
    assert sorted(found.front.tolist()) == [1, 2]


def test_the_leader_of_a_weighted_sum_is_on_the_front():
    evaluation = make_evaluation(60, 4)
    assert dominance(evaluation).dominator(evaluation.leader) is None


def test_nobody_is_no_fault():
    assert dominance(make_evaluation(0, 2)).front.size == 0


@pytest.mark.parametrize("seed", range(5))
def test_a_trade_off_front_agrees_with_the_definition(seed):
    rng = np.random.default_rng(seed)
    raw = rng.integers(0, 9, (40, 2)).astype(float)
    raw[rng.random((40, 2)) < 0.1] = NAN
    scenario = scenario_of([1, 1]).with_criterion(Criterion("m0", Linear(8, 0)))
    evaluation = evaluate(scenario, matrix_of(raw))
    good = np.column_stack([-raw[:, 0], raw[:, 1]])
    known = [row for row in range(40) if np.isfinite(raw[row]).all()]
    expected = {
        row for row in known if not any(dominates(good[other], good[row]) for other in known)
    }
    found = trade_off_front(evaluation, "m0", "m1")
    assert set(found.tolist()) == expected
    assert (np.diff(raw[found, 0]) >= 0).all()


def test_raw_values_beyond_the_anchors_still_count():
    evaluation = evaluate(scenario_of([1, 1]), matrix_of([[100, 1], [9, 1], [8, 2]]))
    assert trade_off_front(evaluation, "m0", "m1").tolist() == [2, 0]


def test_a_target_is_compared_by_its_value():
    scenario = scenario_of([1, 1]).with_criterion(Criterion("m0", Gaussian(4, 1)))
    evaluation = evaluate(scenario, matrix_of([[4, 1], [8, 1], [0, 2]]))
    assert trade_off_front(evaluation, "m0", "m1").tolist() == [2, 0]
