from dataclasses import replace

import numpy as np
import pytest

from siteselect.mcda.balance import with_total_100
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.group_weights import (
    counting,
    group_weights,
    with_group_share,
    with_local_share,
)
from tests.mcda.problems import matrix_of, scenario_of

NAN = np.nan


def tree(weights=(30, 10, 40, 20)):
    scenario = scenario_of(weights)
    for key, group in zip(("m0", "m1", "m2", "m3"), "AABB", strict=False):
        scenario = scenario.with_criterion(replace(scenario.criterion(key), group=group))
    return scenario


def weights_of(scenario):
    return pytest.approx([each.weight for each in scenario.criteria])


def test_global_and_local_shares():
    evaluation = evaluate(tree(), matrix_of([[1, 2, 3, 4], [4, 3, 2, 1]]))
    first, second = group_weights(evaluation)
    assert (first.name, first.share) == ("A", pytest.approx(0.4))
    assert [(m.key, m.share, m.local) for m in first.members] == [
        ("m0", pytest.approx(0.3), pytest.approx(0.75)),
        ("m1", pytest.approx(0.1), pytest.approx(0.25)),
    ]
    assert (second.share, second.keys) == (pytest.approx(0.6), {"m2", "m3"})


def test_what_does_not_count_is_listed_with_nothing():
    scenario = tree().with_enabled("m0", enabled=False)
    evaluation = evaluate(scenario, matrix_of([[1, NAN, 3, 4], [4, NAN, 2, 1]]))
    first, second = group_weights(evaluation)
    assert first.share == 0
    assert [m.share for m in first.members] == [0, 0]
    assert all(np.isnan(m.local) for m in first.members)
    assert second.share == pytest.approx(1)
    assert counting(evaluation) == {"m2", "m3"}
    loose = evaluate(scenario_of([1]), matrix_of([[1]]))
    assert group_weights(loose)[0].name == "Other"


def test_a_group_takes_its_share_and_the_others_stay_as_given():
    found = with_group_share(tree(), {"m0", "m1"}, 0.5)
    assert weights_of(found) == [45, 15, 40, 20]
    locked = with_group_share(tree().with_lock("m0", locked=True), {"m0", "m1"}, 0.5)
    assert weights_of(locked) == [30, 30, 40, 20]
    assert with_group_share(tree(), {"m0", "m1", "m2", "m3"}, 0.5) == tree()
    nothing = tree().with_lock("m0", locked=True).with_lock("m1", locked=True)
    assert with_group_share(nothing, {"m0", "m1"}, 0.5) == nothing


def test_with_a_total_the_other_groups_give_way():
    scenario = with_total_100(tree(), total_100=True)
    assert weights_of(with_group_share(scenario, {"m0", "m1"}, 0.7)) == [52.5, 17.5, 20, 10]
    held = scenario.with_lock("m2", locked=True).with_lock("m0", locked=True)
    assert weights_of(with_group_share(held, {"m0", "m1"}, 0.5)) == [30, 20, 40, 10]
    assert weights_of(with_group_share(held, {"m0", "m1"}, 0.9)) == [30, 30, 40, 0]


def test_a_local_share_leaves_the_group_its_own():
    assert weights_of(with_local_share(tree(), {"m0", "m1"}, "m0", 0.5)) == [20, 20, 40, 20]
    locked = tree().with_lock("m1", locked=True)
    assert with_local_share(locked, {"m0", "m1"}, "m0", 0.5) == locked
    off = tree().with_enabled("m0", enabled=False)
    assert with_local_share(off, {"m0", "m1"}, "m0", 0.5) == off
    assert with_local_share(tree(), {"m0", "m1"}, "m2", 0.5) == tree()


def test_a_zero_group_comes_back_in_equal_parts():
    found = with_group_share(tree((0, 0, 40, 20)), {"m0", "m1"}, 0.5)
    assert weights_of(found) == [30, 30, 40, 20]
