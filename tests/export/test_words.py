from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from siteselect.export import words
from siteselect.mcda.evaluate import evaluate
from siteselect.model.class_value import Category, Step
from siteselect.model.criterion import AnyValueFunction
from siteselect.model.decision_matrix import MeasureInfo
from siteselect.model.gate import Gate
from siteselect.model.own_fact import OwnFact
from siteselect.model.relative_value import Percentile, ZScore
from siteselect.model.scenario import UnknownPolicy
from siteselect.model.value_function import (
    Gaussian,
    Linear,
    Logistic,
    Piecewise,
    Power,
    Relative,
)
from siteselect.packs.catalogue import open_pack
from siteselect.packs.own_facts import lay_over
from tests.export.making import made_evaluation
from tests.packs.making import TOY

SAID = {
    Linear(75, 35): "35 km counts 100, 75 km counts 0",
    Logistic(75, 35): "an S-curve from 75 (0) to 35 km (100)",
    Power(0, 9): "a power curve from 0 (0) to 9 km (100)",
    Gaussian(18, 6): "best at 18 km, falling off by 6 around it",
    Piecewise(((0, 0), (5, 1))): "straight lines through 0 → 0, 5 → 100, km",
    Step(((0, 0.5), (5, 1))): "steps from 0 → 50, 5 → 100, km",
    Category(((1, 0.5), (2, 1))): "classes: 1 → 50, 2 → 100",
    Relative(): "0 and 100 are the worst and the best of the sites at hand",
    Percentile(): "the place among the sites at hand",
    ZScore(): "the distance from the mean of the sites at hand",
}


def test_every_value_function_is_put_into_words():
    assert {type(value) for value in SAID} == set(get_args(AnyValueFunction))
    for value, said in SAID.items():
        assert words.value_words(value, "km") == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1234.56, "1\u202f235 km"),
        (45.25, "45.2 km"),
        (-0.524, "−0.52 km"),
        (0.0, "0 km"),
        (None, "unknown"),
        (np.nan, "unknown"),
    ],
)
def test_figures(value, said):
    assert words.figure(value, "km") == said


def test_points():
    assert words.points(0.7534) == "75.3"
    assert words.points(None) == "–"


def test_gates():
    info = MeasureInfo("a", "Height", "m")
    assert words.gate_words(Gate("a", 1, 9), info) == "Height: at least 1 m and at most 9 m"
    assert words.gate_words(Gate("a", at_most=9, band=2), info) == (
        "Height: at most 9 m; conditional within 2 beyond"
    )


def test_why_the_first_stands_first():
    said = words.why(made_evaluation(), 0)
    assert said.startswith("Alpha ranks first with 85.6 points, 42.5 ahead of Beta.")
    # gains: price 0.656 against a mean of 0.313, distance 0.2 against 0.15
    assert "gains most from All-in price (40.0 USD/MWh) and Distance (10.0 km)" in said
    assert said.endswith("against the mean of the ranked sites.")  # it loses on neither


def test_conditions_and_overlap_are_said():
    said = words.why(made_evaluation(), 1)
    assert "It is conditional on: Mining lawful." in said
    assert "(their intervals overlap, so the order is not firm)" in said


def test_no_rank_no_sentence():
    assert words.why(made_evaluation(), 3) == ""
    assert words.why(made_evaluation(), 9) == ""


def test_equals_are_level():
    evaluation = made_evaluation()
    scenario = replace(
        evaluation.scenario.with_weight("power_price", 0),
        gates=(),
        criteria=tuple(
            replace(each, value=Linear(1000, 999)) for each in evaluation.scenario.criteria
        ),
    )
    same = evaluate(scenario, evaluation.matrix)
    assert "level with" in words.why(same, 0)


def test_prices_nobody_asks_for_are_not_counted():
    assert words.known_words(made_evaluation(), "no_such_measure") == ""


def test_every_policy_for_unknown_values_is_put_into_words():
    assert set(words.POLICIES) == {each.value for each in UnknownPolicy}


def test_facts_of_the_user_are_named():
    pack = open_pack(TOY)
    assert words.own_words(pack) == ""
    laid = lay_over(pack, (OwnFact.of("tariffs", {"id": "T1", "price": "0.4"}),))
    assert words.own_words(laid) == "Facts of the user's own, not of the pack: T1."
