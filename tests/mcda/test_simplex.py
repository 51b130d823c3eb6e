import numpy as np
import pytest

from siteselect.mcda.simplex import evenly, in_order, near


def draws_of(generator_of, **kwargs):
    return generator_of(np.random.default_rng(42), 40_000, **kwargs)


def test_evenly_has_the_moments_of_the_flat_dirichlet():
    weights = draws_of(evenly, count=5)
    np.testing.assert_allclose(weights.sum(axis=1), 1)
    np.testing.assert_allclose(weights.mean(axis=0), 0.2, atol=0.003)
    np.testing.assert_allclose(weights.var(axis=0), (1 / 5) * (4 / 5) / 6, rtol=0.05)
    # one weight is above t with the chance (1 - t) ** 4
    assert (weights[:, 0] > 0.4).mean() == pytest.approx(0.6**4, abs=0.01)


def test_evenly_does_not_crowd_the_middle():
    uniform = np.random.default_rng(1).random((40_000, 5))
    crowded = uniform / uniform.sum(axis=1, keepdims=True)
    assert (draws_of(evenly, count=5)[:, 0] > 0.6).mean() > 5 * (crowded[:, 0] > 0.6).mean()


def test_near_stays_in_its_box_and_is_even_there():
    shares = np.array([0.4, 0.3, 0.2, 0.1])
    weights = draws_of(near, shares=shares, part=0.25)
    np.testing.assert_allclose(weights.sum(axis=1), 1)
    assert (np.abs(weights / shares - 1) <= 0.25 + 1e-12).all()
    # against throwing away all of the flat Dirichlet that lies outside the box
    flat = evenly(np.random.default_rng(7), 2_000_000, 4)
    kept = flat[(np.abs(flat / shares - 1) <= 0.25).all(axis=1)]
    assert len(kept) > 5000
    np.testing.assert_allclose(weights.mean(axis=0), kept.mean(axis=0), atol=0.002)
    np.testing.assert_allclose(weights.std(axis=0), kept.std(axis=0), rtol=0.05)


def test_near_copes_with_one_weight_alone_and_with_many():
    assert draws_of(near, shares=np.ones(1), part=0.2).tolist()[0] == [1.0]
    many = np.full(30, 1 / 30)
    weights = near(np.random.default_rng(1), 500, many, 1.0)
    assert weights.shape == (500, 30)
    assert (weights >= 0).all()


def test_an_order_is_kept_and_its_mean_is_the_rank_order_centroid():
    weights = draws_of(in_order, levels=[[1], [0], [2]])
    assert (weights[:, 1] >= weights[:, 0]).all()
    assert (weights[:, 0] >= weights[:, 2]).all()
    centroid = [(1 / 2 + 1 / 3) / 3, (1 + 1 / 2 + 1 / 3) / 3, 1 / 9]
    np.testing.assert_allclose(weights.mean(axis=0), centroid, atol=0.003)


def test_within_a_level_any_order_will_do():
    weights = draws_of(in_order, levels=[[0, 2], [1]])
    assert (weights[:, 1] <= weights[:, [0, 2]].min(axis=1)).all()
    assert (weights[:, 0] > weights[:, 2]).mean() == pytest.approx(0.5, abs=0.01)
