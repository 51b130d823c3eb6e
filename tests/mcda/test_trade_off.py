from dataclasses import replace

import pytest

from siteselect.errors import StudyError
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.trade_off import trade_off, weight_for
from siteselect.model.criterion import Criterion
from siteselect.model.value_function import Linear, Power
from tests.mcda.problems import matrix_of, scenario_of


def scenario():
    return (
        scenario_of([1, 1, 1])
        .with_criterion(Criterion("m0", Linear(75, 35), 30.0, title="Price"))
        .with_criterion(Criterion("m1", Linear(60, 97), 15.0))
    )


def test_a_unit_is_worth_what_weights_and_lines_say():
    evaluation = evaluate(scenario(), matrix_of([[50, 80, 0], [60, 90, 1]]))
    found = trade_off(evaluation, "m0", "m1")
    assert found.amount == pytest.approx((30 / 40) / (15 / 37))
    assert found.sentence == "1 km less of Price makes good for 1.85 km less of M1."
    back = trade_off(evaluation, "m1", "m0")
    assert back.amount == pytest.approx(1 / found.amount)
    assert back.sentence == "1 km more of M1 makes good for 0.541 km more of Price."


def test_two_sites_that_trade_so_have_the_same_score():
    amount = trade_off(evaluate(scenario(), matrix_of([[50, 80, 0]])), "m0", "m1").amount
    evaluation = evaluate(scenario(), matrix_of([[50, 80, 0], [49, 80 - amount, 0]]))
    assert evaluation.scores[0] == pytest.approx(evaluation.scores[1])


def test_an_answer_gives_the_weight():
    weight = weight_for(scenario(), "m0", "m1", 2.5)
    again = evaluate(scenario().with_weight("m0", weight), matrix_of([[50, 80, 0]]))
    assert trade_off(again, "m0", "m1").amount == pytest.approx(2.5)


@pytest.mark.parametrize("amount", [0, -1, float("nan"), float("inf")])
def test_an_answer_that_is_none(amount):
    with pytest.raises(StudyError, match="give more than 0"):
        weight_for(scenario(), "m0", "m1", amount)


def test_curves_and_idle_criteria_are_refused():
    curved = scenario().with_criterion(Criterion("m1", Power(60, 97), 15.0))
    with pytest.raises(StudyError, match="m1 is not a straight line"):
        trade_off(evaluate(curved, matrix_of([[50, 80, 0]])), "m0", "m1")
    idle = scenario().with_weight("m1", 0)
    with pytest.raises(StudyError, match="m1 has no weight"):
        trade_off(evaluate(idle, matrix_of([[50, 80, 0]])), "m0", "m1")
    off = scenario()
    off = off.with_criterion(replace(off.criterion("m1"), enabled=False))
    with pytest.raises(StudyError, match="m1 has no weight"):
        weight_for(off, "m0", "m1", 1)
