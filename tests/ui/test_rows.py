import numpy as np

from siteselect.model.gate import Verdict
from siteselect.ui.rows import BELOW, FAILED, RANKED, placed, rows_by_name, rows_of, tiers
from tests.making import make_evaluation


def test_rows_by_name_and_names_of_nobody() -> None:
    evaluation = make_evaluation(9)
    assert rows_by_name(evaluation.matrix.sites)["Site 0004"] == 4
    assert rows_of(evaluation, frozenset({"Site 0004", "nobody"})) == frozenset({4})
    assert rows_of(evaluation, frozenset()) == frozenset()


def test_tiers_follow_the_verdicts() -> None:
    evaluation = make_evaluation(9)
    wanted = {
        Verdict.PASS: RANKED,
        Verdict.CONDITIONAL: RANKED,
        Verdict.UNKNOWN: BELOW,
        Verdict.FAIL: FAILED,
    }
    assert tiers(evaluation).tolist() == [wanted[each] for each in evaluation.verdicts]
    assert tiers(evaluation) is tiers(evaluation)


def test_placed_are_the_ranked_in_their_order() -> None:
    evaluation = make_evaluation(9)
    rows = placed(evaluation)
    assert np.all(np.diff(evaluation.ranks[rows]) >= 0)
    assert len(rows) == (evaluation.ranks > 0).sum()
