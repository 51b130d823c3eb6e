import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from siteselect.ui.map.spread import MOST, spread


def nearest_gap(points, radii):
    away = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    np.fill_diagonal(away, np.inf)
    return float((away - radii[:, None] - radii[None]).min())


@settings(max_examples=40, deadline=None)
@given(arrays(float, (25, 2), elements=st.floats(0, 160)))
def test_no_two_pins_cover_each_other(points):
    radii = np.full(len(points), 12.0)
    moved = points + spread(points, radii)
    assert nearest_gap(moved, radii) > -1.0


def test_pins_with_room_stay():
    points = np.array([[0.0, 0.0], [100.0, 0.0], [0.0, 100.0]])
    assert (spread(points, np.full(3, 12.0)) == 0).all()


def test_a_close_pair_parts_evenly():
    points = np.array([[0.0, 0.0], [10.0, 0.0]])
    offsets = spread(points, np.full(2, 12.0))
    assert abs(offsets[0, 0] + offsets[1, 0]) < 0.5
    assert np.hypot(*offsets.T).max() < 10
    assert nearest_gap(points + offsets, np.full(2, 12.0)) > -0.5


def test_equal_points_part_always_in_the_same_way():
    points = np.zeros((5, 2))
    first, second = spread(points, np.full(5, 10.0)), spread(points, np.full(5, 10.0))
    assert (first == second).all()
    assert nearest_gap(first, np.full(5, 10.0)) > -1.0


def test_a_crowd_is_left_alone():
    assert (spread(np.zeros((MOST + 1, 2)), np.full(MOST + 1, 10.0)) == 0).all()
    assert spread(np.empty((0, 2)), np.empty(0)).shape == (0, 2)
