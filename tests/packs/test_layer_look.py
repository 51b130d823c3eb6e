import numpy as np

from siteselect.model.user_layer import Role, UserLayer
from siteselect.packs.layer_look import (
    COLOURS,
    FARTHEST,
    ranks_of_lines,
    reach_of_lines,
    reach_of_points,
    width_of,
)


def test_great_roads_and_high_lines_are_seen_from_farther_away():
    ranks, weights = ranks_of_lines(
        Role.ROADS, ("motorway", "primary", "secondary", "tertiary", "footway"), np.full(5, np.nan)
    )
    assert ranks[0] > ranks[1] > ranks[2] > ranks[3]
    assert ranks[4] == ranks[2]
    assert weights.tolist() == [1.5, 1.0, 1.0, 1.0, 1.0]
    ranks, weights = ranks_of_lines(Role.POWER_LINES, ("",) * 3, np.array([500.0, 110.0, np.nan]))
    assert ranks[0] == FARTHEST > ranks[1] > ranks[2]
    assert weights.tolist() == [1.5, 1.0, 0.7]
    ranks, _ = ranks_of_lines(Role.RAILWAYS, ("", ""), np.full(2, np.nan))
    assert (ranks == FARTHEST).all()


def test_a_handful_is_always_seen():
    assert (reach_of_lines(np.full(500, 10.0)) == FARTHEST).all()
    assert (reach_of_lines(np.full(501, 10.0)) == 10.0).all()
    assert (reach_of_points(Role.SUBSTATIONS, np.full(60, 35.0)) == FARTHEST).all()
    many = np.array([500.0, 110.0, 35.0] * 30)
    reach = reach_of_points(Role.SUBSTATIONS, many)
    assert reach[0] == FARTHEST > reach[1] > reach[2]
    assert (reach_of_points(Role.OTHER, many) == FARTHEST).all()


def test_a_width_is_the_layers_own_or_that_of_its_role():
    assert width_of(UserLayer("a", "A", Role.RAILWAYS, "0" * 64)) == 1.5
    assert width_of(UserLayer("a", "A", Role.RAILWAYS, "0" * 64, width=4.0)) == 4.0
    assert set(COLOURS) == set(Role)
