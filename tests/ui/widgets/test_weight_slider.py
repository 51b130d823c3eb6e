import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from siteselect.ui.widgets.weight_slider import WeightSlider


class Hand:
    def __init__(self, slider):
        self.edits = []
        slider.edited.connect(lambda value, gesture: self.edits.append((value, gesture)))


@pytest.fixture
def slider(qtbot):
    made = WeightSlider("Price: weight", 50.0)
    qtbot.addWidget(made)
    made.resize(216, 24)  # 200 pixels of way
    made.show()
    return made


@pytest.fixture
def hand(slider):
    return Hand(slider)


def turn(slider, notches):
    event = QWheelEvent(
        QPointF(10, 10), QPointF(10, 10), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, event)
    return event.isAccepted()


def test_a_drag_is_one_gesture_and_two_drags_are_two(qtbot, slider, hand):
    for target in (108, 150):
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(58, 12))
        qtbot.mouseMove(slider, QPoint(target, 12))
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(target, 12))
    gestures = [gesture for _, gesture in hand.edits]
    assert hand.edits[0][0] == 12.5  # 50 of 200 pixels of a range to 50
    assert hand.edits[1][0] == 25.0
    assert gestures[0] == gestures[1] != gestures[2]
    assert len(set(gestures)) == 2


def test_arrows_page_and_ends_move_it(qtbot, slider, hand):
    for key, wanted in (
        (Qt.Key.Key_Right, 1.0),
        (Qt.Key.Key_PageUp, 6.0),
        (Qt.Key.Key_Left, 5.0),
        (Qt.Key.Key_End, 50.0),
        (Qt.Key.Key_Home, 0.0),
    ):
        qtbot.keyClick(slider, key)
        assert slider.weight == wanted
    assert len({gesture for _, gesture in hand.edits}) == 5


def test_the_wheel_moves_it_only_with_the_focus_and_a_run_is_one_gesture(qtbot, slider, hand):
    slider.clearFocus()
    assert not turn(slider, 1)
    assert hand.edits == []
    slider.setFocus()
    qtbot.waitUntil(slider.hasFocus)
    turn(slider, 1)
    turn(slider, 1)
    assert [value for value, _ in hand.edits] == [1.0, 2.0]
    assert hand.edits[0][1] == hand.edits[1][1]


def test_showing_is_silent_and_the_range_grows(slider, hand):
    slider.show_value(20.0)
    assert slider.weight == 20.0
    slider.show_value(80.0)
    assert slider.weight == 80.0
    assert hand.edits == []


def test_showing_waits_while_a_hand_holds_it(qtbot, slider, hand):
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(58, 12))
    slider.show_value(40.0)
    assert slider.weight == 12.5
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(58, 12))


def test_the_right_button_moves_nothing(qtbot, slider, hand):
    qtbot.mousePress(slider, Qt.MouseButton.RightButton, pos=QPoint(100, 12))
    assert hand.edits == []


def test_the_band_is_kept_and_hidden(slider):
    slider.show_band(5.0, 20.0)
    assert slider.band == (5.0, 20.0)
    slider.grab()
    slider.show_band(float("nan"), 20.0)
    assert slider.band is None


def test_it_tells_a_screen_reader_its_name(slider):
    assert slider.accessibleName() == "Price: weight"
