import numpy as np
import pytest

from siteselect.mcda.unknowns import fill
from siteselect.model.scenario import UnknownPolicy

NAN = np.nan
VALUES = np.array([[0.8, NAN, 0.2], [NAN, NAN, NAN], [0.5, 0.5, 0.5]])
LOW = np.array([[0.8, 0.0, 0.2], [0.0, 0.3, 0.0], [0.5, 0.5, 0.5]])
HIGH = np.array([[0.8, 1.0, 0.2], [1.0, 1.0, 1.0], [0.5, 0.5, 0.5]])
SHARES = np.array([0.5, 0.3, 0.2])


@pytest.mark.parametrize(
    ("policy", "first", "second"),
    [
        (UnknownPolicy.PESSIMISTIC, 0.0, [0.0, 0.3, 0.0]),
        (UnknownPolicy.NEUTRAL, 0.5, [0.5, 0.65, 0.5]),
        (UnknownPolicy.EXCLUDE, (0.8 * 0.5 + 0.2 * 0.2) / 0.7, [0.0, 0.3, 0.0]),
    ],
)
def test_each_policy(policy, first, second):
    filled = fill(VALUES, LOW, HIGH, SHARES, policy)
    np.testing.assert_allclose(filled[0], [0.8, first, 0.2])
    np.testing.assert_allclose(filled[1], second)
    np.testing.assert_allclose(filled[2], VALUES[2])


@pytest.mark.parametrize("policy", UnknownPolicy)
def test_never_outside_what_it_could_be(policy):
    filled = fill(VALUES, LOW, HIGH, SHARES, policy)
    assert ((filled >= LOW) & (filled <= HIGH)).all()


def test_excluding_ranks_by_the_mean_of_what_is_known():
    filled = fill(VALUES, LOW, HIGH, SHARES, UnknownPolicy.EXCLUDE)
    assert filled[0] @ SHARES == pytest.approx((0.8 * 0.5 + 0.2 * 0.2) / 0.7)
