import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from siteselect.mcda.places import tally
from siteselect.mcda.rank import shared_ranks


def plainly(merits, deepest):
    ranks = np.array([shared_ranks(row) for row in merits])
    counts = np.array(
        [
            [(ranks[:, site] == place).sum() for place in range(1, deepest + 1)]
            for site in range(merits.shape[1])
        ]
    )
    return ranks, counts


@given(
    arrays(
        np.float64,
        st.tuples(st.integers(1, 8), st.integers(1, 9)),
        elements=st.integers(0, 8).map(lambda x: x / 8),
    ),
    st.integers(1, 9),
)
def test_agrees_with_ranking_each_row(merits, deepest):
    deepest = min(deepest, merits.shape[1])
    ranks, counts = plainly(merits, deepest)
    found = tally(merits, deepest)
    assert found.counts.tolist() == counts.tolist()
    assert found.sums.tolist() == ranks.sum(axis=0).tolist()
    pairs = set(zip(found.first_rankings.tolist(), found.first_sites.tolist(), strict=True))
    assert pairs == {(row, site) for row, site in np.argwhere(ranks == 1).tolist()}


@pytest.mark.parametrize("deepest", [5, 60])
def test_agrees_where_no_two_are_equal(deepest):
    merits = np.random.default_rng(3).random((50, 60))
    ranks, counts = plainly(merits, deepest)
    found = tally(merits, deepest)
    np.testing.assert_array_equal(found.counts, counts)
    np.testing.assert_array_equal(found.sums, ranks.sum(axis=0))
    assert found.first_sites.tolist() == merits.argmax(axis=1).tolist()


def test_the_last_bits_part_no_equals():
    merits = np.array([[0.3, 0.1 + 0.2, 0.2999]])
    assert tally(merits, 3).counts.tolist() == [[1, 0, 0], [1, 0, 0], [0, 0, 1]]


def test_merits_a_rounding_beyond_the_ends_are_taken_as_the_ends():
    merits = np.array([[1.0 + 1e-15, 1.0, -1e-15, 0.0]])
    assert tally(merits, 4).counts[:, 0].tolist() == [1, 1, 0, 0]
    assert tally(merits, 4).counts[:, 2].tolist() == [0, 0, 1, 1]
