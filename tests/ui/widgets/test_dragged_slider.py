import pytest
from PySide6.QtCore import QPoint, Qt

from siteselect.ui.widgets.dragged_slider import DraggedSlider


class Noted(DraggedSlider):
    """Keeps what each move came to and in which gesture."""

    def __init__(self):
        super().__init__("Noted", 10.0)
        self.moves = []
        self.valueChanged.connect(lambda value: self.moves.append((value, self._gesture)))


@pytest.fixture
def slider(qtbot):
    made = Noted()
    qtbot.addWidget(made)
    made.setRange(0, 100)
    made.resize(220, 24)  # 200 pixels of way
    made.show()
    return made


def test_a_press_jumps_to_the_pointer_and_a_drag_is_one_gesture(qtbot, slider):
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(110, 12))
    qtbot.mouseMove(slider, QPoint(170, 12))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(170, 12))
    qtbot.mouseMove(slider, QPoint(30, 12))
    assert [value for value, _ in slider.moves] == [50, 80]
    assert len({gesture for _, gesture in slider.moves}) == 1


def test_beyond_the_ends_are_the_ends(qtbot, slider):
    slider.setValue(50)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(218, 12))
    assert slider.value() == 100
    qtbot.mouseMove(slider, QPoint(2, 12))
    assert slider.value() == 0


def test_each_key_is_a_gesture_of_its_own(qtbot, slider):
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert [value for value, _ in slider.moves] == [1, 100]
    assert len({gesture for _, gesture in slider.moves}) == 2


def test_another_button_moves_nothing(qtbot, slider):
    qtbot.mousePress(slider, Qt.MouseButton.RightButton, pos=QPoint(110, 12))
    assert slider.moves == []
