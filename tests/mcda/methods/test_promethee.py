import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.mcda.methods.promethee import METHOD, SHAPES, alone, parts, score


def preference(difference, shape, q, p, s):
    """The six functions, written out as in the paper."""
    d = np.maximum(difference, 0.0)
    match shape:
        case 1:
            return (d > 0) * 1.0
        case 2:
            return (d > q) * 1.0
        case 3:
            return np.minimum(d / p, 1.0) if p > 0 else (d > 0) * 1.0
        case 4:
            return np.where(d > p, 1.0, np.where(d > q, 0.5, 0.0))
        case 5:
            return np.clip((d - q) / (p - q), 0, 1) if p > q else (d > q) * 1.0
        case _:
            return 1 - np.exp(-(d**2) / (2 * s**2))


def flows(values, weights, shape, q, p, s):
    """The net flow by its definition, pair by pair."""
    difference = values[:, None, :] - values[None, :, :]
    index = preference(difference, shape, q, p, s) @ weights
    return (index.sum(axis=1) - index.sum(axis=0)) / max(len(values) - 1, 1)


@pytest.mark.parametrize("shape", range(1, 7))
@pytest.mark.parametrize(("q", "p", "s"), [(0.125, 0.5, 0.2), (0.0, 0.0, 0.5), (0.25, 0.25, 0.1)])
def test_each_shape_agrees_with_its_definition(shape, q, p, s):
    rng = np.random.default_rng(shape)
    for n in (1, 2, 9, 40):
        values = rng.integers(0, 17, (n, 5)) / 16  # dyadic: ties, and differences on thresholds
        weights = rng.dirichlet(np.ones(5))
        expected = flows(values, weights, shape, q, p, s)
        np.testing.assert_allclose(score(values, weights, shape, q, p, s), expected, atol=1e-12)
        assert abs(expected.sum()) < 1e-9


@pytest.mark.parametrize("shape", range(1, 7))
def test_a_row_alone_equals_the_whole_matrix_anew(shape):
    rng = np.random.default_rng(shape)
    for n in (1, 2, 9):
        values, weights = rng.integers(0, 9, (n, 4)) / 8, rng.dirichlet(np.ones(4))
        rows = np.arange(n)
        other = rng.integers(0, 9, (n, 4)) / 8
        anew = []
        for row in rows:
            varied = values.copy()
            varied[row] = other[row]
            anew.append(score(varied, weights, shape)[row])
        np.testing.assert_allclose(alone(values, rows, other, weights, shape), anew, atol=1e-12)


def test_a_rounding_in_the_last_bit_makes_no_preference():
    values = np.array([[0.1 + 0.2], [0.3]])
    assert score(values, np.ones(1)).tolist() == [0.0, 0.0]
    on_the_threshold = np.array([[0.4], [0.3]])  # 0.4 - 0.3 is a little more than 0.1
    assert score(on_the_threshold, np.ones(1), 2, 0.1).tolist() == [0.0, 0.0]


def test_parts_times_weights_is_the_score():
    rng = np.random.default_rng(1)
    values, weights = rng.random((12, 3)), np.array([0.5, 0.3, 0.2])
    np.testing.assert_allclose(parts(values, 5) @ weights, score(values, weights, 5))
    assert METHOD.merit(np.array([-1.0, 0.0, 1.0])).tolist() == [0.0, 0.5, 1.0]


def test_an_indifference_above_the_preference_is_refused():
    with pytest.raises(StudyError, match=r"indifference \(0.5\) lies above that of preference"):
        score(np.eye(2), np.array([0.5, 0.5]), 5, 0.5, 0.25)


def test_no_rows_give_no_flows():
    assert score(np.empty((0, 2)), np.array([0.5, 0.5])).tolist() == []
    assert len(SHAPES) == 6
