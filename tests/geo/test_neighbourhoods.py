import numpy as np
import pytest

from siteselect.geo import neighbourhoods
from siteselect.geo.crs import earth_centred
from siteselect.geo.neighbourhoods import near_targets, targets_within


def made(points, targets, west=60.0):
    generator = np.random.default_rng(points + targets)
    lon, lat = generator.uniform(west, west + 20, points), generator.uniform(40, 55, points)
    to_lon, to_lat = (
        generator.uniform(west - 9, west + 30, targets),
        generator.uniform(35, 60, targets),
    )
    return lon, lat, earth_centred(lon, lat), earth_centred(to_lon, to_lat)


@pytest.mark.parametrize("west", [60.0, 170.0])
def test_the_nearest_target_is_never_left_out(west):
    lon, lat, points, targets = made(6_000, 300, west)
    nearest = ((points[:, None] - targets[None]) ** 2).sum(axis=2).argmin(axis=1)
    seen = np.zeros(len(points), dtype=bool)
    looked_at = 0
    for rows, near in near_targets(lon, lat, points, targets, 0.0):
        assert np.isin(nearest[rows], near).all()
        assert (np.diff(near) > 0).all()
        seen[rows] = True
        looked_at += len(rows) * len(near)
    assert seen.all()
    assert looked_at < 0.6 * len(points) * len(targets)


def test_slack_keeps_what_is_a_little_farther():
    lon, lat, points, targets = made(5_000, 200)
    away = np.sqrt(((points[:, None] - targets[None]) ** 2).sum(axis=2))
    wanted = away <= away.min(axis=1, keepdims=True) + 40.0
    for rows, near in near_targets(lon, lat, points, targets, 40.0):
        assert set(np.flatnonzero(wanted[rows].any(axis=0))) <= set(near.tolist())


def test_all_targets_within_reach_are_kept():
    lon, lat, points, targets = made(5_000, 200)
    away = np.sqrt(((points[:, None] - targets[None]) ** 2).sum(axis=2))
    for rows, near in targets_within(lon, lat, points, targets, 150.0):
        assert set(np.flatnonzero((away[rows] <= 150.0).any(axis=0))) <= set(near.tolist())


def test_few_points_or_few_targets_are_looked_at_whole():
    for count, targets in ((10, 500), (5_000, neighbourhoods._FEW_TARGETS - 1)):
        lon, lat, points, to = made(count, targets)
        ((rows, near),) = near_targets(lon, lat, points, to, 0.0)
        assert len(rows) == count
        assert len(near) == targets
