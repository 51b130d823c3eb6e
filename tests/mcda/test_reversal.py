from dataclasses import replace

import numpy as np
import pytest

from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.reversal import Reversal, Reversals, rank_reversals
from siteselect.model.gate import Gate
from siteselect.model.value_function import Relative
from siteselect.progress import Cancelled
from tests.making import make_evaluation
from tests.mcda.problems import matrix_of, scenario_of


def relative(scenario):
    criteria = tuple(replace(each, value=Relative()) for each in scenario.criteria)
    return replace(scenario, criteria=criteria)


def test_an_anchored_scenario_cannot_reverse():
    found = rank_reversals(make_evaluation(20, 4))
    assert (found.possible, found.reversals) == (False, ())


def test_a_reversal_worked_by_hand():
    # with S02: S00 0.5 + 0.04 x 0.5, S01 0.25 + ... ; without it m0 and m1 span S00 and S01 alone
    raw = [[8, 4], [4, 5], [0, 100]]
    evaluation = evaluate(relative(scenario_of([1, 2])), matrix_of(raw))
    # S02 leads by m1; of the rest S00 (1/3 + 0) stands above S01 (1/6 + 2/288)
    assert evaluation.order.tolist() == [2, 0, 1]
    found = rank_reversals(evaluation)
    # without S02: S00 has 1/3, S01 has 2/3
    assert [(each.site, each.pairs) for each in found.reversals if each.site == "S02"] == [
        ("S02", 1)
    ]
    assert next(each for each in found.reversals if each.site == "S02").leader == "S01"


@pytest.mark.parametrize("method", ["topsis", "vikor", "promethee"])
def test_methods_that_compare_are_checked_against_the_definition(method):
    evaluation = make_evaluation(12, 3, method)
    found = rank_reversals(evaluation)
    assert found.possible
    names = evaluation.matrix.sites.names
    for each in found.reversals:
        assert each.site in names
        assert each.pairs >= 1
    ordered = [(each.leader is None, -each.pairs) for each in found.reversals]
    assert ordered == sorted(ordered)


def test_failed_sites_matter_to_nobody():
    scenario = replace(scenario_of([1, 1], "topsis"), gates=(Gate("m0", at_most=7),))
    found = rank_reversals(evaluate(scenario, matrix_of([[8, 8], [4, 4], [1, 5]])))
    assert "S00" not in {each.site for each in found.reversals}


def test_one_site_alone_and_nobody():
    alone = rank_reversals(evaluate(scenario_of([1], "topsis"), matrix_of([[4]])))
    assert alone.reversals == ()
    nobody = rank_reversals(evaluate(scenario_of([1], "topsis"), matrix_of(np.empty((0, 1)))))
    assert nobody.reversals == ()


def test_it_can_be_stopped():
    def stop(done, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        rank_reversals(make_evaluation(12, 3, "topsis"), stop)


def test_the_sentence_tells_what_a_site_more_or_less_would_do():
    evaluation = make_evaluation(6)
    none = Reversals(evaluation, possible=False, reversals=())
    one = Reversal("Aksu", 1, None)
    assert none.sentence == "Rank reversal: none can happen, every site is judged by itself."
    kept = Reversals(evaluation, possible=True, reversals=())
    assert kept.sentence.endswith("leaving out any one site keeps the order of the others.")
    told = Reversals(evaluation, possible=True, reversals=(Reversal("Osh", 3, "Taraz"), one))
    assert told.sentence == (
        "Rank reversal: leaving out Osh would reorder 3 pairs of the others, and Taraz would lead."
        " So would 1 more."
    )
