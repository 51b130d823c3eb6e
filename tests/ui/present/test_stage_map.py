import pytest
from PySide6.QtCore import QRect

from siteselect.model.scene import Bounds
from siteselect.ui.map.bounds import bounds_of, window_of
from siteselect.ui.present.stage_map import TOO_SLOW_MS
from tests.ui.present.present_made import SCENES, make_stage

PART = Bounds(0.5, -0.5, 2.5, 1.0)


def test_a_part_of_the_map_lies_wholly_in_what_is_free(qtbot):
    stage = make_stage(qtbot)
    view = stage.map
    view.room = QRect(50, 100, 500, 300)
    view.show_bounds(PART, smooth=False)
    seen = bounds_of(view, view.room)
    assert seen.west <= PART.west + 0.01
    assert seen.east >= PART.east - 0.01
    assert seen.south <= PART.south + 0.01
    assert seen.north >= PART.north - 0.01
    middle = (seen.west + seen.east) / 2
    assert middle == pytest.approx(1.5, abs=0.05)
    assert view.seen() == PART
    view.pan(40, 0)
    assert view.seen() != PART


def test_a_flight_lands_where_a_cut_does(qtbot):
    stage = make_stage(qtbot)
    view = stage.map
    view.show_bounds(PART, smooth=False)
    cut = view.pose()
    view.show_bounds(None, smooth=False)
    with qtbot.waitSignal(view.landed, timeout=5000):
        view.show_bounds(PART, smooth=True)
        assert view.flying
        view.viewport().repaint()
    assert not view.flying
    assert view.pose() == cut
    assert view.frames_ms


def test_a_flight_can_be_settled_at_once(qtbot):
    stage = make_stage(qtbot)
    view = stage.map
    view.show_bounds(PART, smooth=True)
    view.settle()
    assert not view.flying
    assert view.pose() == view.pose_of(PART)


def test_a_stage_has_no_cards(qtbot):
    stage = make_stage(qtbot)
    assert not stage.map.glass.legend.isVisible()
    assert not stage.map.glass.layers.isVisible()
    assert SCENES[1].bounds is not None
    left, top, right, foot = window_of(SCENES[1].bounds)
    assert (left < right, top < foot) == (True, True)


def test_a_flight_that_stutters_ends_where_it_leads(qtbot):
    stage = make_stage(qtbot)
    view = stage.map
    view.show_bounds(PART, smooth=True)
    view.frames_ms[:] = [TOO_SLOW_MS + 1.0]
    view._last -= 1.0
    view._began += 1.0  # not so late that the flight would be over
    view._beat()
    assert not view.flying
    assert view.pose() == view.pose_of(PART)
