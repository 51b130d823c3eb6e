import numpy as np
import pytest

from siteselect.mcda.methods.owa import score

VALUES = np.array([[0.9, 0.2, 0.5], [0.4, 0.6, 0.5], [1.0, 1.0, 0.0]])
WEIGHTS = np.array([0.2, 0.5, 0.3])


def test_in_the_middle_it_is_the_weighted_sum():
    np.testing.assert_allclose(score(VALUES, WEIGHTS, 0.5), VALUES @ WEIGHTS, atol=1e-15)


def test_at_the_ends_it_is_the_worst_and_the_best_value():
    assert score(VALUES, WEIGHTS, 0.0).tolist() == [0.2, 0.4, 0.0]
    assert score(VALUES, WEIGHTS, 1.0).tolist() == [0.9, 0.6, 1.0]
    np.testing.assert_allclose(score(VALUES, WEIGHTS, 0.001), [0.2, 0.4, 0.0], atol=1e-3)
    np.testing.assert_allclose(score(VALUES, WEIGHTS, 0.999), [0.9, 0.6, 1.0], atol=1e-2)


def test_a_row_worked_by_hand():
    # attitude 1/3: a = 2; falling values 0.9, 0.5, 0.2 with weights 0.2, 0.3, 0.5
    by_hand = 0.9 * 0.2**2 + 0.5 * (0.5**2 - 0.2**2) + 0.2 * (1 - 0.5**2)
    assert score(VALUES[:1], WEIGHTS, 1 / 3)[0] == pytest.approx(by_hand)


def test_bolder_is_never_lower():
    scores = [score(VALUES, WEIGHTS, attitude) for attitude in np.linspace(0, 1, 21)]
    assert (np.diff(scores, axis=0) >= -1e-12).all()


def test_a_criterion_without_weight_never_counts():
    values = np.array([[0.0, 0.7, 1.0]])
    weights = np.array([0.0, 1.0, 0.0])
    for attitude in (0.0, 0.3, 1.0):
        assert score(values, weights, attitude).tolist() == [0.7]
