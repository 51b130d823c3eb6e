import math
from itertools import pairwise

import pytest

from siteselect.ui.present.flight import LONGEST_MS, SHORTEST_MS, Flight, Pose

NEAR, FAR = Pose(0, 0, 100.0), Pose(2e6, 1e6, 400.0)


def test_a_flight_starts_and_lands_exactly():
    flight = Flight(NEAR, FAR, 1000.0)
    assert flight.at(0.0) == NEAR
    assert flight.at(1.0) == FAR
    for share, end in ((1e-6, NEAR), (1 - 1e-6, FAR)):
        pose = flight.at(share)
        assert pose.x == pytest.approx(end.x, abs=5)
        assert pose.metres_per_pixel == pytest.approx(end.metres_per_pixel, rel=1e-3)


def test_a_far_flight_climbs_and_stays_on_the_line():
    flight = Flight(NEAR, FAR, 1000.0)
    poses = [flight.at(each / 50) for each in range(51)]
    assert max(pose.metres_per_pixel for pose in poses) > 2 * FAR.metres_per_pixel
    assert all(pose.y == pytest.approx(pose.x / 2, abs=1e-3) for pose in poses)
    assert all(b.x >= a.x - 1e-6 for a, b in pairwise(poses))
    assert SHORTEST_MS < flight.milliseconds <= LONGEST_MS


def test_a_zoom_on_the_spot_is_geometric():
    flight = Flight(NEAR, Pose(0, 0, 1600.0), 1000.0)
    assert flight.at(0.5).metres_per_pixel == pytest.approx(math.sqrt(100 * 1600))


def test_where_nothing_moves_no_time_passes():
    assert Flight(NEAR, NEAR, 1000.0).milliseconds == 0
    assert Flight(NEAR, Pose(1e5, 0, 100.0), 1000.0).milliseconds >= SHORTEST_MS
