import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.mcda.methods import METHODS
from siteselect.mcda.score import score_matrix

NAN, INF = np.nan, np.inf
NAMES = ["a", "b", "c"]
MATRIX = [[10, 5], [20, 7], [15, 6]]


def test_the_published_example_of_vikor():
    matrix = [[78, 56, 34, 6], [4, 45, 3, 97], [18, 2, 50, 63], [9, 14, 11, 92], [85, 9, 100, 29]]
    result = score_matrix("abcde", matrix, [1] * 4, ["max"] * 4, "vikor")
    assert result.scores.round(4).tolist() == [0.5679, 0.7667, 1.0, 0.7493, 0.0]
    assert result.ranks.tolist() == [2, 4, 5, 3, 1]


def test_the_published_example_of_promethee():
    matrix = [[4, 3, 2], [3, 2, 4], [5, 1, 3]]
    result = score_matrix("abc", matrix, [0.5, 0.3, 0.2], ["max"] * 3, "promethee")
    assert result.scores.round(12).tolist() == [0.1, -0.3, 0.2]
    assert result.ranks.tolist() == [2, 3, 1]


def test_a_sum_worked_by_hand():
    result = score_matrix(NAMES, MATRIX, [3, 1], ["min", "max"])
    assert result.names == ("a", "b", "c")
    assert result.scores.tolist() == [0.75, 0.25, 0.5]
    assert result.ranks.tolist() == [1, 3, 2]
    assert result.method == "weighted_sum"


@pytest.mark.parametrize("method", METHODS)
def test_every_method_scores_and_ranks(method):
    result = score_matrix(NAMES, [[1, 9], [5, 4], [9, 9]], [1, 1], ["max", "max"], method)
    assert min(result.ranks.tolist()) == 1
    assert result.ranks[2] == 1  # as good or better in both


def test_parameters_reach_the_method():
    result = score_matrix(
        NAMES, MATRIX, [1, 1], ["min", "max"], "owa", parameters=[("attitude", 1.0)]
    )
    assert result.scores.tolist() == [1.0, 1.0, 0.5]
    assert result.ranks.tolist() == [1, 1, 3]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"matrix": [[1, 2], [3]]}, "The matrix is not a table of numbers"),
        ({"matrix": [[1, "x"], [3, 4]]}, "The matrix is not a table of numbers"),
        ({"matrix": []}, "The matrix is empty"),
        ({"matrix": [[], [], []]}, "The matrix is empty"),
        ({"matrix": [1, 2, 3]}, "The matrix is empty"),
        ({"names": ["a", "b"]}, "There are 2 names for 3 rows"),
        ({"names": ["a", "b", "a"]}, "The name a stands in more than one row"),
        ({"matrix": [[1, 2], [3, NAN], [5, 6]]}, "The value of b in criterion 2 is nan"),
        ({"matrix": [[1, 2], [3, 4], [-INF, 6]]}, "The value of c in criterion 1 is -inf"),
        ({"matrix": [[1, 2], [1, 4], [1, 6]]}, "All sites have 1 in criterion 1"),
        ({"matrix": [[1, 2]], "names": ["a"]}, "All sites have 1 in criterion 1"),
        ({"weights": [1]}, "There are 1 weights for 2 criteria"),
        ({"weights": [1, 2, 3]}, "There are 3 weights for 2 criteria"),
        ({"weights": ["much", 2]}, "The weights are not numbers"),
        ({"weights": [1, -2]}, "The weight of criterion 2 is -2"),
        ({"weights": [NAN, 2]}, "The weight of criterion 1 is nan"),
        ({"weights": [INF, 2]}, "The weight of criterion 1 is inf"),
        ({"weights": [0, 0]}, "All weights are 0"),
        ({"objectives": ["min"]}, "There are 1 objectives for 2 criteria"),
        ({"objectives": ["min", "up"]}, "The objective of criterion 2 is up"),
        ({"method": "electre"}, "There is no method called electre. There are: owa, promethee"),
        ({"parameters": [("v", 1.0)]}, "The method weighted_sum has no parameter v. It has none"),
        (
            {"method": "vikor", "parameters": [("v", 1.0)]},
            "The method vikor has no parameter v. It has: majority",
        ),
        (
            {"method": "vikor", "parameters": [("majority", 7.0)]},
            r"Weight of the majority \(majority\) is 7: give a number from 0 to 1",
        ),
    ],
)
def test_each_fault_is_one_sentence(change, sentence):
    call = {
        "names": NAMES,
        "matrix": MATRIX,
        "weights": [3, 1],
        "objectives": ["min", "max"],
        **change,
    }
    with pytest.raises(StudyError, match=sentence) as caught:
        score_matrix(**call)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)
