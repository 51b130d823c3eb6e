import numpy as np

from siteselect.mcda.methods.weighted_product import score


def test_a_product_worked_by_hand():
    values = np.array([[0.25, 0.81], [1.0, 0.36]])
    np.testing.assert_allclose(score(values, np.array([0.5, 0.5])), [0.45, 0.6])


def test_a_zero_is_fatal_where_it_counts():
    values = np.array([[0.0, 1.0]])
    assert score(values, np.array([0.01, 0.99])).tolist() == [0.0]
    assert score(values, np.array([0.0, 1.0])).tolist() == [1.0]
