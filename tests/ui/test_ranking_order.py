import numpy as np

from siteselect.ui.ranking_order import FAIL_LINE, UNKNOWN_LINE, alphabetical, arranged
from tests.making import make_evaluation


def test_three_tiers_with_a_heading_above_the_failed() -> None:
    evaluation = make_evaluation(30)
    rows = arranged(evaluation)
    line = int(np.flatnonzero(rows == FAIL_LINE)[0])
    assert UNKNOWN_LINE not in rows
    assert np.all(evaluation.ranks[rows[:line]] > 0)
    assert np.all(evaluation.ranks[rows[line + 1 :]] == 0)
    np.testing.assert_array_equal(rows[rows >= 0], evaluation.order)


def test_sorting_stays_within_a_tier_and_unknown_stands_last() -> None:
    evaluation = make_evaluation(30)
    price = evaluation.matrix.column("measure_0").value
    for falling in (False, True):
        rows = arranged(evaluation, keys=lambda held: price[held], falling=falling)
        passing = price[rows[: evaluation.passing]]
        known = passing[np.isfinite(passing)]
        steps = np.diff(known)
        assert np.all(steps <= 0) if falling else np.all(steps >= 0)
        assert np.isfinite(passing[: len(known)]).all()


def test_filter_keeps_names_and_whole_jurisdictions_and_drops_empty_headings() -> None:
    evaluation = make_evaluation(30)
    rows = arranged(evaluation, wanted="kz")
    assert len(rows) == 10
    assert FAIL_LINE not in rows
    assert [int(row) for row in arranged(evaluation, wanted="0003")] == [3]


def test_alphabet_ignores_case() -> None:
    np.testing.assert_array_equal(alphabetical(("b", "A", "c")), [1, 0, 2])
