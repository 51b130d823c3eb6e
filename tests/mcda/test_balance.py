from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from siteselect.mcda.balance import rebalance, reweigh, settled, whole_parts, with_total_100
from tests.mcda.problems import scenario_of


def weights_of(scenario):
    return [each.weight for each in scenario.criteria]


def locking(scenario, *keys):
    for key in keys:
        scenario = scenario.with_lock(key, locked=True)
    return scenario


def test_without_a_total_no_other_weight_moves():
    scenario = locking(scenario_of([5, 7, 9]), "m1")
    assert weights_of(reweigh(scenario, "m0", 50)) == [50, 7, 9]
    assert weights_of(reweigh(scenario, "m1", 1)) == [5, 1, 9]  # a lock is about the total
    assert settled(scenario) is scenario


def test_with_a_total_the_unlocked_give_way_in_proportion():
    scenario = with_total_100(scenario_of([5, 3, 2]), total_100=True)
    assert weights_of(scenario) == pytest.approx([50, 30, 20])
    assert weights_of(reweigh(scenario, "m0", 75)) == pytest.approx([75, 15, 10])
    held = locking(scenario, "m1")
    assert weights_of(reweigh(held, "m0", 60)) == pytest.approx([60, 30, 10])
    assert weights_of(reweigh(held, "m0", 99)) == pytest.approx([70, 30, 0])  # no more is left
    assert reweigh(held, "m1", 5) == held
    both = locking(held, "m2")
    assert weights_of(reweigh(both, "m0", 5)) == pytest.approx([50, 30, 20])  # nobody could fill
    off = with_total_100(held, total_100=False)
    assert not off.total_100
    assert weights_of(off) == weights_of(held)


def test_what_is_off_or_does_not_count_stays_out_of_it():
    scenario = with_total_100(
        scenario_of([5, 3, 2]).with_enabled("m2", enabled=False), total_100=True
    )
    assert weights_of(scenario) == pytest.approx([62.5, 37.5, 2])
    assert weights_of(reweigh(scenario, "m2", 9)) == pytest.approx([62.5, 37.5, 9])
    known = with_total_100(scenario_of([5, 3, 2]), total_100=True, among={"m0", "m1"})
    assert weights_of(known) == pytest.approx([62.5, 37.5, 2])
    assert weights_of(reweigh(known, "m0", 40, {"m0", "m1"})) == pytest.approx([40, 60, 2])


def test_the_total_is_filled_again_when_criteria_come_and_go():
    scenario = locking(with_total_100(scenario_of([5, 3, 2]), total_100=True), "m1")
    without = settled(scenario.without("m0"))
    assert weights_of(without) == pytest.approx([30, 70])
    alone = settled(without.without("m2"))
    assert weights_of(alone) == pytest.approx([100])
    crowded = locking(replace(scenario_of([80, 70, 1]), total_100=True), "m0", "m1")
    assert sum(weights_of(settled(crowded))) == pytest.approx(100)
    nothing = replace(scenario_of([1]).with_enabled("m0", enabled=False), total_100=True)
    assert settled(nothing) is nothing


numbers = st.floats(0, 1e6).map(lambda number: round(number, 3))
problems = st.lists(st.tuples(numbers, st.booleans()), min_size=1, max_size=12)


@given(problems, st.integers(0, 11), st.floats(-10, 1e7))
def test_the_sum_stays_locks_hold_and_ratios_are_kept(problem, place, weight):
    weights = np.array([each for each, _ in problem])
    locked = np.array([each for _, each in problem])
    place %= len(weights)
    found = rebalance(weights, locked, place, weight)
    assert found.sum() == pytest.approx(weights.sum(), rel=1e-12, abs=1e-9)
    assert (found >= 0).all()
    assert (found[locked] == weights[locked]).all()
    free = np.flatnonzero(~locked & (np.arange(len(weights)) != place))
    before, after = weights[free], found[free]
    assert np.outer(before, after) == pytest.approx(np.outer(after, before), rel=1e-9, abs=1e-6)
    if not locked[place] and len(free):
        room = weights[~locked].sum()
        assert found[place] == pytest.approx(min(max(weight, 0), room))


@given(problems, st.integers(0, 11), st.floats(0, 100))
def test_a_scenario_stays_at_100(problem, place, weight):
    assume(any(each > 0 for each, _ in problem))
    scenario = with_total_100(scenario_of([each for each, _ in problem]), total_100=True)
    scenario = locking(scenario, *(f"m{row}" for row, (_, lock) in enumerate(problem) if lock))
    moved = reweigh(scenario, f"m{place % len(problem)}", weight)
    assert sum(weights_of(moved)) == pytest.approx(100)
    for before, after in zip(scenario.criteria, moved.criteria, strict=True):
        assert after == (before if before.locked else replace(before, weight=after.weight))


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=30), st.sampled_from([100, 1000]))
def test_whole_parts_sum_exactly_and_lie_within_one(shares, total):
    found = whole_parts(np.array(shares, dtype=float), total)
    if not any(shares):
        assert not found.any()
        return
    assert found.sum() == total
    for share, part in zip(shares, found, strict=True):
        exact = Fraction(share * total, sum(shares))
        assert abs(exact - int(part)) < 1
        assert share or part == 0
