import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from siteselect.mcda.rank import ranks, shared_ranks


def test_equals_share_the_better_place():
    assert shared_ranks(np.array([0.5, 0.9, 0.5, 0.1])).tolist() == [2, 1, 2, 4]
    assert shared_ranks(np.array([])).tolist() == []


def test_rounding_in_the_last_bits_parts_no_equals():
    assert shared_ranks(np.array([0.1 + 0.2, 0.3])).tolist() == [1, 1]
    border = 0.1234567890125  # half way between two numbers of twelve decimals
    assert shared_ranks(np.array([np.nextafter(border, 0), np.nextafter(border, 1)])).tolist() == [
        1,
        1,
    ]
    assert shared_ranks(np.array([0.3, 0.3 + 1e-9])).tolist() == [2, 1]


@given(st.lists(st.integers(0, 8), max_size=30))
def test_places_agree_with_the_definition(whole):
    scores = np.array(whole, dtype=float) / 8
    expected = [1 + sum(other > mine for other in scores) for mine in scores]
    assert shared_ranks(scores).tolist() == expected


def test_the_list_has_three_tiers():
    scores = np.array([0.2, 0.9, np.nan, 0.5, 0.7])
    places, order = ranks(scores, np.array([0, 1, 2, 0, 1]), ("a", "b", "c", "d", "e"))
    assert places.tolist() == [2, 3, 0, 1, 4]
    assert order.tolist() == [3, 0, 1, 4, 2]


def test_equal_scores_and_failed_sites_are_listed_by_name():
    scores = np.array([0.5, 0.5, np.nan, np.nan])
    places, order = ranks(scores, np.array([0, 0, 2, 2]), ("b", "a", "z", "y"))
    assert places.tolist() == [1, 1, 0, 0]
    assert order.tolist() == [1, 0, 3, 2]


def test_a_site_without_a_score_has_no_rank_but_stands_in_its_tier():
    places, order = ranks(np.array([np.nan, np.nan, np.nan]), np.array([1, 0, 2]), ("a", "b", "c"))
    assert places.tolist() == [0, 0, 0]
    assert order.tolist() == [1, 0, 2]


@pytest.mark.parametrize("seed", range(3))
def test_permuting_the_input_permutes_the_places(seed):
    rng = np.random.default_rng(seed)
    scores, tiers = rng.integers(0, 5, 40) / 4, rng.integers(0, 3, 40)
    names = tuple(f"site {row:02}" for row in range(40))
    places, order = ranks(scores, tiers, names)
    mixed = rng.permutation(40)
    again, other = ranks(scores[mixed], tiers[mixed], tuple(names[row] for row in mixed))
    assert again.tolist() == places[mixed].tolist()
    assert mixed[other].tolist() == order.tolist()
