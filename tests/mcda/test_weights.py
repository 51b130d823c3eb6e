import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.mcda.weights import average, rank_order_centroid, rank_sum, swing


def test_the_published_centroids_of_four():
    found = rank_order_centroid([["a"], ["b"], ["c"], ["d"]])
    assert [round(share, 4) for share in found.values()] == [0.5208, 0.2708, 0.1458, 0.0625]
    assert sum(found.values()) == pytest.approx(1)


def test_rank_sums_of_three():
    assert list(rank_sum([["a"], ["b"], ["c"]]).values()) == pytest.approx([3 / 6, 2 / 6, 1 / 6])


@pytest.mark.parametrize("rule", [rank_order_centroid, rank_sum])
def test_equals_share_what_their_places_have_together(rule):
    apart, tied = rule([["a"], ["b"], ["c"]]), rule([["a"], ["b", "c"], []])
    assert tied["b"] == tied["c"] == pytest.approx((apart["b"] + apart["c"]) / 2)
    assert tied["a"] == apart["a"]
    assert rule([["a", "b", "c", "d"]]) == pytest.approx(dict.fromkeys("abcd", 0.25))


@pytest.mark.parametrize("rule", [rank_order_centroid, rank_sum])
@pytest.mark.parametrize("levels", [[], [[]], [["a"], ["a"]]])
def test_an_order_that_is_none(rule, levels):
    with pytest.raises(StudyError, match="one or more criteria, each once"):
        rule(levels)


def test_swings_are_divided_by_their_sum():
    assert swing({"price": 100, "law": 60, "climate": 40}) == {
        "price": 0.5,
        "law": 0.3,
        "climate": 0.2,
    }


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        ({"a": -1.0}, "The swing of a is -1"),
        ({"a": np.nan}, "The swing of a is nan"),
        ({"a": 0.0}, "All swings are 0"),
        ({}, "All swings are 0"),
    ],
)
def test_swings_that_are_none(points, sentence):
    with pytest.raises(StudyError, match=sentence):
        swing(points)


def test_several_people_are_averaged_by_their_shares():
    group = average(
        {
            "Aida": {"price": 30, "law": 10},
            "Bolat": {"law": 1, "climate": 1},
            "Chen": {"price": 0.2, "law": 0.2},
        }
    )
    assert group.people == ("Aida", "Bolat", "Chen")
    assert group.measures == ("price", "law", "climate")
    np.testing.assert_allclose(group.shares, [[0.75, 0.25, 0], [0, 0.5, 0.5], [0.5, 0.5, 0]])
    np.testing.assert_allclose(group.mean, [1.25 / 3, 1.25 / 3, 0.5 / 3])
    assert group.least.tolist() == [0, 0.25, 0]
    assert group.greatest.tolist() == [0.75, 0.5, 0.5]
    assert group.disputed == "price"
    assert group.distances[0] == pytest.approx(0.75 - 1.25 / 3)
    assert group.distances.argmax() == 1


def test_huge_weights_are_shares_too():
    assert average({"A": {"a": 1e308, "b": 1e308}}).mean.tolist() == [0.5, 0.5]


@pytest.mark.parametrize(
    ("weights", "sentence"),
    [
        ({}, "no weights to average"),
        ({"Aida": {"price": -1.0, "law": 2}}, "In the weights of Aida, the weight of price"),
        ({"Aida": {"price": np.nan}}, "the weight of price cannot be used"),
        ({"Aida": {"price": np.inf}}, "the weight of price cannot be used"),
        ({"Aida": {"price": 1}, "Bolat": {"price": 0}}, "of Bolat, all weights together"),
    ],
)
def test_weights_that_are_none(weights, sentence):
    with pytest.raises(StudyError, match=sentence):
        average(weights)
