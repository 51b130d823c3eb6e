import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from siteselect.ui.map.labels import Wish, about, around, place, unhindered

FRAME = (0.0, 0.0, 500.0, 400.0)
NONE = np.empty((0, 4))


def wish(x, y, wide=60.0, high=14.0, far=False):
    near = about(x, y, 8.0, wide, high)
    places = np.vstack((near, around(x, y, 24.0, wide, high))) if far else near
    return Wish(wide, high, places, (x, y), 8 if far else 10**6)


def overlap(one, other):
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(10, 490), st.floats(10, 390), st.floats(10, 90)),
        min_size=1,
        max_size=60,
    )
)
def test_labels_overlap_neither_each_other_nor_what_is_taken(points):
    taken = np.array([[200.0, 150.0, 260.0, 220.0]])
    spots = place([wish(x, y, wide) for x, y, wide in points], taken, NONE, FRAME)
    boxes = [spot.box for spot in spots if spot is not None] + [tuple(taken[0])]
    for at, one in enumerate(boxes):
        assert all(not overlap(one, other) for other in boxes[at + 1 :])
        assert one[0] >= 0
        assert one[1] >= 0
        assert one[2] <= 500
        assert one[3] <= 400


def test_right_of_the_point_is_best_and_left_is_next():
    first = place([wish(250, 200)], NONE, NONE, FRAME)[0]
    assert first.x > 250
    assert first.y == 200
    blocked = np.array([[255.0, 190.0, 400.0, 210.0]])
    second = place([wish(250, 200)], blocked, NONE, FRAME)[0]
    assert second.x < 250


def test_the_first_wish_is_served_first():
    spots = place([wish(250, 200), wish(250, 200)], NONE, NONE, FRAME)
    assert spots[0].x > 250
    assert spots[1].x < 250


def test_a_crowded_label_stands_farther_out_with_a_line():
    blocked = np.array([[180.0, 170.0, 320.0, 230.0]])
    assert place([wish(250, 200)], blocked, NONE, FRAME) == [None]
    spot = place([wish(250, 200, 30.0, far=True)], np.array([[195, 180, 305, 220]]), NONE, FRAME)[0]
    assert spot is not None
    assert spot.leader


def test_what_is_soft_is_left_free_when_that_costs_little():
    soft = np.array([[258.0, 193.0, 300.0, 207.0]])
    assert place([wish(250, 200)], NONE, soft, FRAME)[0].x < 250


def test_labels_rather_stand_wholly_in_view():
    view = (0.0, 0.0, 280.0, 400.0)
    assert place([wish(250, 200)], NONE, NONE, FRAME, view)[0].x < 250
    outside = place([wish(350, 200)], NONE, NONE, FRAME, view)[0]
    assert outside.x > 350


def test_lines_pass_by_other_pins():
    ends = np.array([[100.0, 0.0], [0.0, 100.0], [-100.0, 0.0]])
    others = np.array([[0.0, 0.0], [50.0, 5.0], [-130.0, 0.0]])
    assert unhindered((0.0, 0.0), ends, others, 12.0).tolist() == [[0, 100], [-100, 0]]
    assert len(unhindered((0.0, 0.0), ends, others[:1], 12.0)) == 3
