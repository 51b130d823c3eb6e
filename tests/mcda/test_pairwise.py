from itertools import combinations

import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.mcda.pairwise import LIMIT, pairwise

HOUSE = np.array(
    [  # the classic example of buying a house: Saaty (1980), eight criteria
        [1, 5, 3, 7, 6, 6, 1 / 3, 1 / 4],
        [1 / 5, 1, 1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
        [1 / 3, 3, 1, 6, 3, 4, 6, 1 / 5],
        [1 / 7, 1 / 5, 1 / 6, 1, 1 / 3, 1 / 4, 1 / 7, 1 / 8],
        [1 / 6, 1 / 3, 1 / 3, 3, 1, 1 / 2, 1 / 5, 1 / 6],
        [1 / 6, 1 / 3, 1 / 4, 4, 2, 1, 1 / 5, 1 / 6],
        [3, 5, 1 / 6, 7, 5, 5, 1, 1 / 2],
        [4, 7, 5, 8, 6, 6, 2, 1],
    ]
)


def judged(matrix, names="abcdefghijklmnopqrstuvwxyz"):
    names = names[: len(matrix)]
    pairs = combinations(range(len(matrix)), 2)
    return list(names), {(names[i], names[j]): matrix[i][j] for i, j in pairs}


def test_the_house_of_saaty():
    found = pairwise(*judged(HOUSE))
    np.testing.assert_allclose(
        found.shares, [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333], atol=6e-4
    )
    assert found.ratio == pytest.approx(0.169, abs=0.002)  # Saaty: lambda max is 9.669
    assert not found.consistent
    misfit = found.misfit
    assert (misfit.first, misfit.second, misfit.said) == ("c", "g", 6)
    assert misfit.suggested < 1  # the known slip of this example: 6 for 1/2 or so
    assert str(misfit).startswith("c was said to be 6 times as important as g; 1/")


def test_the_suggested_value_mends_the_ratio():
    names, said = judged(HOUSE)
    before = pairwise(names, said)
    said["c", "g"] = before.misfit.suggested
    assert pairwise(names, said).ratio < LIMIT


def test_judgements_that_fit_are_perfect():
    shares = np.array([0.4, 0.3, 0.2, 0.1])
    found = pairwise(*judged(np.divide.outer(shares, shares)))
    np.testing.assert_allclose(found.shares, shares)
    assert (found.ratio, found.misfit) == (0.0, None)
    assert found.consistent


def test_a_lacking_judgement_is_closed_by_the_others():
    found = pairwise("abc", {("a", "b"): 2, ("c", "b"): 0.5})
    np.testing.assert_allclose(found.shares, [4 / 7, 2 / 7, 1 / 7])
    assert found.ratio == 0


def test_one_and_two_criteria_cannot_contradict():
    assert pairwise(["a"], {}).shares.tolist() == [1.0]
    two = pairwise(["a", "b"], {("b", "a"): 4})
    np.testing.assert_allclose(two.shares, [0.2, 0.8])
    assert two.ratio == 0


def test_a_chain_with_one_slip_in_a_circle():
    found = pairwise("abc", {("a", "b"): 2, ("b", "c"): 2, ("a", "c"): 1 / 4})
    assert found.ratio > LIMIT
    assert found.misfit is not None


def test_a_tie_in_words():
    misfit = pairwise("abc", {("a", "b"): 1, ("b", "c"): 1, ("a", "c"): 9}).misfit
    assert "equally as important" in str(misfit)


def test_more_than_fifteen_criteria():
    rng = np.random.default_rng(1)
    matrix = np.exp(rng.uniform(-1, 1, (18, 18)))
    found = pairwise(*judged(matrix))
    assert 0 < found.ratio < 0.5
    assert found.shares.sum() == pytest.approx(1)


@pytest.mark.parametrize(
    ("measures", "said", "sentence"),
    [
        ([], {}, "one or more criteria"),
        (["a", "a"], {}, "each once"),
        (["a", "b"], {("a", "c"): 2}, "no pair of a and c"),
        (["a", "b"], {("a", "a"): 2}, "no pair of a and a"),
        (["a", "b"], {("a", "b"): 0}, "a is said to be 0 times"),
        (["a", "b"], {("a", "b"): -3}, "a is said to be -3 times"),
        (["a", "b"], {("a", "b"): 10}, "a is said to be 10 times"),
        (["a", "b"], {("a", "b"): np.nan}, "a is said to be nan times"),
        (["a", "b"], {("a", "b"): 2, ("b", "a"): 2}, "judged twice"),
        (["a", "b", "c", "d"], {("a", "b"): 2, ("c", "d"): 2}, "judge a pair across them"),
    ],
)
def test_judgements_that_are_none(measures, said, sentence):
    with pytest.raises(StudyError, match=sentence):
        pairwise(measures, said)
