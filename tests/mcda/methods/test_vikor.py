import numpy as np
import pytest

from siteselect.mcda.methods import vikor
from siteselect.mcda.methods.vikor import METHOD, alone, score


def test_a_matrix_worked_by_hand():
    values = np.array([[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]])
    weights = np.array([0.6, 0.4])
    group = np.array([0.4, 0.6, 0.5])  # S
    regret = np.array([0.4, 0.6, 0.3])  # R
    for majority in (0.0, 0.3, 0.5, 1.0):
        quality = majority * (group - 0.4) / 0.2 + (1 - majority) * (regret - 0.3) / 0.3
        np.testing.assert_allclose(score(values, weights, majority), quality, atol=1e-15)


def test_low_is_best_in_the_paper_and_high_is_best_here():
    assert METHOD.merit(np.array([0.0, 0.25])).tolist() == [1.0, 0.75]


def test_a_criterion_in_which_all_are_alike_loses_nothing():
    values = np.array([[0.3, 0.0], [0.3, 1.0]])
    assert score(values, np.array([0.5, 0.5])).tolist() == [1.0, 0.0]


def test_rows_that_are_all_alike_are_all_the_best():
    weights = np.array([0.5, 0.5])
    assert score(np.array([[0.3, 0.7]] * 3), weights).tolist() == [0.0] * 3
    assert score(np.empty((0, 2)), weights).tolist() == []


@pytest.mark.parametrize("majority", [0.0, 0.4, 1.0])
def test_a_row_alone_equals_the_whole_matrix_anew(majority):
    rng = np.random.default_rng(5)
    for n in (1, 2, 3, 8):
        for _ in range(20):
            values, weights = rng.integers(0, 5, (n, 4)) / 4, rng.dirichlet(np.ones(4))
            rows = rng.permutation(n)[: max(1, n - 1)]
            other = rng.integers(0, 5, (len(rows), 4)) / 4
            anew = []
            for row, new in zip(rows, other, strict=True):
                varied = values.copy()
                varied[row] = new
                anew.append(score(varied, weights, majority)[row])
            found = alone(values, rows, other, weights, majority)
            np.testing.assert_allclose(found, anew, atol=1e-9)


def test_too_many_rows_are_left_out_and_say_so(monkeypatch):
    monkeypatch.setattr(vikor, "_CELLS", 3)
    found = alone(np.eye(2), np.array([0]), np.array([[1.0, 1.0]]), np.array([0.5, 0.5]))
    assert np.isnan(found).all()
