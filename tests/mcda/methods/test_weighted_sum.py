import numpy as np

from siteselect.mcda.methods.weighted_sum import METHOD, parts, score


def test_a_sum_worked_by_hand():
    values = np.array([[0.2, 0.4, 1.0], [1.0, 0.0, 0.5]])
    np.testing.assert_allclose(score(values, np.array([0.5, 0.3, 0.2])), [0.42, 0.6])


def test_its_parts_are_the_values():
    values = np.array([[0.2, 0.4]])
    assert parts(values) is values
    assert METHOD.rowwise
    assert METHOD.merit(np.array([0.3])).tolist() == [0.3]
