import numpy as np
import pytest
from pymcdm import weights as pym
from skcriteria.preprocessing import weighters

from siteselect.mcda.advisers import advice, critic, deviation, entropy
from tests.making import make_evaluation


@pytest.mark.parametrize("seed", range(5))
def test_they_agree_with_the_libraries(seed):
    rng = np.random.default_rng(seed)
    values = rng.integers(1, 17, (12, 5)) / 16
    values[:2] = [[1 / 16] * 5, [1.0] * 5]
    np.testing.assert_allclose(entropy(values), pym.entropy_weights(values), atol=1e-12)
    np.testing.assert_allclose(critic(values), pym.critic_weights(values), atol=1e-12)
    np.testing.assert_allclose(
        deviation(values), pym.standard_deviation_weights(values), atol=1e-12
    )
    np.testing.assert_allclose(deviation(values), weighters.std_weights(values), atol=1e-12)
    np.testing.assert_allclose(entropy(values), weighters.entropy_weights(values), atol=1e-12)


@pytest.mark.parametrize("adviser", [entropy, critic, deviation])
def test_where_nothing_parts_the_sites_all_weigh_the_same(adviser):
    assert adviser(np.full((4, 2), 0.5)).tolist() == [0.5, 0.5]
    assert adviser(np.empty((0, 4))).tolist() == [0.25] * 4
    assert adviser(np.zeros((3, 2))).tolist() == [0.5, 0.5]


@pytest.mark.parametrize("adviser", [entropy, critic, deviation])
def test_a_constant_criterion_gets_nothing(adviser):
    values = np.column_stack([np.linspace(0, 1, 6), np.full(6, 0.5)])
    np.testing.assert_allclose(adviser(values), [1, 0], atol=1e-12)


def test_a_criterion_that_repeats_another_gets_less_by_critic():
    x = np.linspace(0, 1, 9)
    other = np.tile([0.0, 1.0, 0.5], 3)
    found = critic(np.column_stack([x, x, other]))
    assert found[0] == pytest.approx(found[1])
    assert found[2] > found[0]


def test_they_stand_beside_the_persons_own():
    evaluation = make_evaluation(20, 4)
    found = advice(evaluation)
    assert found.evaluation is evaluation
    assert found.own is evaluation.shares
    assert found.keys == tuple(f"measure_{place}" for place in range(4))
    for each in (found.entropy, found.critic, found.deviation):
        assert each.sum() == pytest.approx(1)
        assert (each >= 0).all()
