import numpy as np

from siteselect.mcda.methods.topsis import METHOD, alone, score


def test_a_matrix_worked_by_hand():
    values = np.array([[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]])
    weights = np.array([0.6, 0.4])  # ideal (0.6, 0.4), anti-ideal (0, 0)
    far = np.array([0.4, 0.6, np.hypot(0.3, 0.2)])
    near = np.array([0.6, 0.4, np.hypot(0.3, 0.2)])
    np.testing.assert_allclose(score(values, weights), near / (near + far))


def test_where_ideal_and_anti_ideal_meet_nobody_is_nearer():
    weights = np.array([0.5, 0.5])
    assert score(np.array([[0.3, 0.7]]), weights).tolist() == [0.5]
    assert score(np.array([[0.3, 0.7]] * 3), weights).tolist() == [0.5] * 3
    assert score(np.empty((0, 2)), weights).tolist() == []
    assert not METHOD.rowwise


def test_a_row_alone_equals_the_whole_matrix_anew():
    rng = np.random.default_rng(3)
    for n in (1, 2, 7):
        values, weights = rng.integers(0, 5, (n, 4)) / 4, rng.dirichlet(np.ones(4))
        rows = np.arange(n)
        other = rng.integers(0, 5, (n, 4)) / 4
        anew = []
        for row in rows:
            varied = values.copy()
            varied[row] = other[row]
            anew.append(score(varied, weights)[row])
        np.testing.assert_allclose(alone(values, rows, other, weights), anew, atol=1e-14)
