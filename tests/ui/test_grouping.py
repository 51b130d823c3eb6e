from dataclasses import replace

import numpy as np

from siteselect.mcda.evaluate import evaluate
from siteselect.ui.grouping import group_of, grouping, title_of
from siteselect.ui.theme import GROUPS
from tests.making import make_evaluation


def test_sums_are_those_of_the_members() -> None:
    evaluation = make_evaluation(9, 6)
    groups = grouping(evaluation)
    assert groups.names == ("Power", "Law & risk", "Logistics", "Climate & site")
    sums = groups.sums(evaluation.contributions)
    parts = evaluation.contributions
    np.testing.assert_allclose(sums[:, 0], parts[:, 0] + parts[:, 4])
    np.testing.assert_allclose(sums.sum(axis=1), parts.sum(axis=1))


def test_a_criterion_switched_off_moves_no_colour() -> None:
    evaluation = make_evaluation(9, 6)
    first = evaluation.scenario.criteria[0]
    without = evaluation.scenario.with_criterion(replace(first, enabled=False))
    groups = grouping(evaluate(without, evaluation.matrix))
    assert groups.names.index("Law & risk") == 1
    assert groups.colour(1) == GROUPS[1]
    assert len(groups.of) == 5


def test_group_and_title_fall_back_on_the_measure() -> None:
    evaluation = make_evaluation(9, 6)
    criterion = replace(evaluation.criteria[1], group="", title="")
    assert group_of(evaluation, criterion) == "Law & risk"
    assert title_of(evaluation, criterion) == "Measure 1"
    assert title_of(evaluation, replace(criterion, title="Mine")) == "Mine"
