import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from siteselect.ui.map.clusters import APART, CELL, LEAST, WITHIN, gathered, none, yielding

STEP = 1000.0
SIDE = CELL * STEP


def cell(column, line, *places):
    """Return points in a cell, given as shares of its side."""
    return [((column + x) * SIDE, (line + y) * SIDE) for x, y in places]


def points(*parts):
    table = np.array([each for part in parts for each in part])
    return table[:, 0], table[:, 1]


MANY = [(0.4, 0.5), (0.6, 0.5), (0.5, 0.4), (0.5, 0.6)]


def test_those_of_a_cell_are_gathered_and_few_are_not():
    x, y = points(cell(0, 0, *MANY), cell(3, -2, *MANY[:-1]), cell(-4, 1, *MANY, (0.5, 0.5)))
    found = gathered(x, y, np.arange(len(x)), STEP)
    assert LEAST == 4
    assert sorted(found.counts.tolist()) == [4, 5]
    whole = {tuple(found.of(place).tolist()) for place in range(len(found))}
    assert whole == {(0, 1, 2, 3), (7, 8, 9, 10, 11)}


def test_a_mark_stands_in_the_middle_of_its_sites():
    x, y = points(cell(2, 5, *MANY))
    found = gathered(x, y, np.arange(4), STEP)
    assert (found.x[0], found.y[0]) == pytest.approx((2.5 * SIDE, 5.5 * SIDE))


@given(st.lists(st.tuples(st.floats(-3e5, 3e5), st.floats(-3e5, 3e5)), min_size=1, max_size=300))
def test_no_two_marks_meet_and_none_is_lost_or_told_twice(places):
    x, y = points(places)
    found = gathered(x, y, np.arange(len(x)), STEP)
    assert len(set(found.members.tolist())) == len(found.members) == found.counts.sum()
    assert (found.counts >= LEAST).all()
    away = np.hypot(found.x[:, None] - found.x, found.y[:, None] - found.y) / STEP
    np.fill_diagonal(away, np.inf)
    assert (away >= 2 * WITHIN - 1e-6).all()
    for place in range(len(found)):
        rows = found.of(place)
        assert np.hypot(x[rows] - found.x[place], y[rows] - found.y[place]).max() < 1.5 * SIDE


def test_only_the_rows_asked_for_are_gathered():
    x, y = points(cell(0, 0, *MANY, *MANY))
    found = gathered(x, y, np.array([1, 3, 5, 7]), STEP)
    assert found.of(0).tolist() == [1, 3, 5, 7]
    assert len(gathered(x, y, np.array([1, 3, 5]), STEP)) == 0


def test_the_best_of_each_is_told_and_none_where_no_site_ranks():
    x, y = points(cell(0, 0, *MANY), cell(1, 0, *MANY), cell(2, 0, *MANY))
    found = gathered(x, y, np.arange(12), STEP)
    ranks = np.array([9, 3, 3, 0, 0, 0, 0, 0, 5, 0, 7, 1])
    assert found.best(ranks).tolist() == [1, -1, 11]
    assert none().best(ranks).tolist() == []


def test_a_mark_gives_way_to_a_pin_within_its_cell():
    x, y = points(cell(0, 0, *MANY))
    found = gathered(x, y, np.arange(4), STEP)
    pin = np.array([0.6 * SIDE]), np.array([0.5 * SIDE])
    moved = yielding(found, *pin, STEP)
    before, after = (np.hypot(each.x - pin[0], each.y - pin[1])[0] for each in (found, moved))
    assert before < APART * STEP
    assert after > 3 * before
    assert WITHIN * STEP - 1 <= moved.x[0] <= SIDE - WITHIN * STEP + 1
    far = yielding(found, np.array([9 * SIDE]), np.array([0.0]), STEP)
    assert (far.x[0], far.y[0]) == (found.x[0], found.y[0])
    assert yielding(none(), *pin, STEP).x.size == 0
