import pytest
from PySide6.QtCore import QPoint, Qt

from siteselect.ui.widgets.value_slider import ValueSlider


@pytest.fixture
def slider(qtbot):
    made = ValueSlider("Decay", -0.02, 0.06, 0.001)
    qtbot.addWidget(made)
    made.resize(200, 24)
    made.show()
    return made


def test_shown_in_silence_and_moved_by_keys_as_gestures(qtbot, slider):
    told = []
    slider.edited.connect(lambda value, gesture: told.append((value, gesture)))
    slider.show_value(0.015)
    assert told == []
    assert slider.number == 0.015
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert [value for value, _ in told] == [0.016, 0.017]
    assert told[0][1] != told[1][1]


def test_a_press_beside_the_handle_goes_there_in_one_gesture(qtbot, slider):
    told = []
    slider.edited.connect(lambda value, gesture: told.append((value, gesture)))
    slider.show_value(-0.02)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(150, 12))
    qtbot.mouseMove(slider, QPoint(170, 12))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(170, 12))
    assert told[0][0] > 0.03
    assert len({gesture for _, gesture in told}) == 1


def test_one_beyond_the_end_shows_the_end(slider):
    slider.show_value(0.5)
    assert slider.number == 0.06
