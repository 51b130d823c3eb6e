import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from siteselect.model.value_function import Linear, Piecewise, Relative
from siteselect.ui.theme import DARK, LIGHT
from siteselect.ui.widgets.curve_picture import SiteMarks
from siteselect.ui.widgets.curve_plot import CurvePlot

MARKS = SiteMarks(("A", "B", "C"), np.array([20.0, 70.0, np.nan]), "km")
POINTS = Piecewise(((0.0, 0.0), (50.0, 0.5), (100.0, 1.0)))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def plot(qtbot):
    made = CurvePlot("Distance: value function", LIGHT)
    qtbot.addWidget(made)
    made.resize(380, 220)
    made.told = []
    made.edited.connect(lambda value, gesture: made.told.append((value, gesture)))
    made.show()
    made.show_function(POINTS, MARKS)
    qtbot.waitExposed(made)
    return made


def place(plot, raw, share):
    return plot.picture.pixel(raw, share).toPoint()


def board(plot):
    return plot.picture.widget.viewport()


def test_showing_a_function_is_no_edit(plot):
    plot.show_function(Linear(0, 10), MARKS)
    assert plot.told == []
    assert [each.name for each in plot.held] == ["Worst", "Best"]


def test_a_drag_bends_the_curve_in_one_gesture(qtbot, plot):
    start = place(plot, 50.0, 0.5)
    qtbot.mousePress(board(plot), LEFT, pos=start)
    for part in (8, 16, 24):
        qtbot.mouseMove(board(plot), start + QPoint(0, -part))
    qtbot.mouseRelease(board(plot), LEFT, pos=start + QPoint(0, -24))
    assert len(plot.told) == 3
    assert len({gesture for _, gesture in plot.told}) == 1
    value = plot.told[-1][0]
    assert value.points[1][0] == pytest.approx(50.0, abs=1.0)
    assert 0.55 < value.points[1][1] < 0.75
    assert plot.chosen == 1


def test_a_double_click_adds_a_point_and_delete_removes_it(qtbot, plot):
    at = place(plot, 75.0, 0.2)
    qtbot.mouseDClick(board(plot), LEFT, pos=at)
    qtbot.mouseRelease(board(plot), LEFT, pos=at)
    added = plot.told[-1][0]
    assert len(added.points) == 4
    assert added.points[2][1] == pytest.approx(added.points[2][0] / 100)  # on the curve
    assert plot.chosen == 2
    qtbot.keyClick(plot, Qt.Key.Key_Delete)
    assert plot.told[-1][0] == POINTS


def test_a_new_point_follows_the_hand_that_added_it(qtbot, plot):
    at = place(plot, 75.0, 0.75)
    qtbot.mouseDClick(board(plot), LEFT, pos=at)
    qtbot.mouseMove(board(plot), at + QPoint(0, 20))
    qtbot.mouseRelease(board(plot), LEFT, pos=at + QPoint(0, 20))
    qtbot.mouseMove(board(plot), at + QPoint(0, 60))  # the hand is off it
    (added, first), (moved, second) = plot.told
    assert first == second
    assert added.points[2][1] > moved.points[2][1] > 0.4


def test_keys_choose_move_add_and_remove(qtbot, plot):
    plot.setFocus()
    assert plot.chosen == 0
    qtbot.keyClick(plot, Qt.Key.Key_PageDown)
    assert plot.chosen == 1
    qtbot.keyClick(plot, Qt.Key.Key_Up)
    assert plot.told[-1][0].points[1] == (50.0, 0.51)
    qtbot.keyClick(plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert plot.told[-1][0].points[1] == (50.0 + 5 * plot.picture.grain(), 0.51)
    assert plot.told[0][1] != plot.told[1][1]
    qtbot.keyClick(plot, Qt.Key.Key_Insert)
    assert len(plot.told[-1][0].points) == 4
    assert plot.chosen == 2
    qtbot.keyClick(plot, Qt.Key.Key_PageUp)
    qtbot.keyClick(plot, Qt.Key.Key_PageUp)
    qtbot.keyClick(plot, Qt.Key.Key_PageUp)
    assert plot.chosen == 3
    assert "Point 4: 100 km → 100.0" in plot.accessibleDescription()


def test_a_click_on_a_dot_tells_the_site(qtbot, plot):
    with qtbot.waitSignal(plot.clicked) as told:
        qtbot.mouseClick(board(plot), LEFT, pos=place(plot, 20.0, 0.2))
    assert told.args == ["A"]
    assert plot.told == []


def test_relative_functions_have_no_handles_and_take_no_keys(qtbot, plot):
    plot.show_function(Relative(), MARKS)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Insert, Qt.Key.Key_Delete, Qt.Key.Key_PageDown):
        qtbot.keyClick(plot, key)
    assert plot.told == []
    assert plot.words() == ""
    assert [each.share for each in plot.dots] == [0.0, 1.0]


def test_the_selection_and_another_theme_are_drawn(plot):
    before = plot.grab().toImage()
    plot.show_selection(frozenset({"B"}))
    assert plot.grab().toImage() != before
    plot.apply_theme(DARK)
    assert plot.grab().toImage().pixelColor(1, 1).name().upper() == DARK.panel
