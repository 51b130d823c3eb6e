from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from siteselect.ui.widgets.day_slider import DaySlider, Mark

FIRST, LAST = date(2019, 1, 1), date(2019, 1, 1 + 30)
MARK = Mark(date(2019, 1, 16), "KG: suspended", "#B4534B")


@pytest.fixture
def slider(qtbot):
    made = DaySlider("As-of day")
    qtbot.addWidget(made)
    made.resize(320, 40)  # 300 pixels for 30 days
    made.show_range(FIRST, LAST, [MARK, Mark(date(2030, 1, 1), "beyond", "#000000")])
    made.show()
    return made


def test_marks_beyond_the_ends_are_left_out(slider):
    assert slider.marks == (MARK,)


def test_a_drag_tells_days_of_one_gesture(qtbot, slider):
    told = []
    slider.edited.connect(lambda day, gesture: told.append((day, gesture)))
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(110, 20))
    qtbot.mouseMove(slider, QPoint(210, 20))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(210, 20))
    assert [day for day, _ in told] == [date(2019, 1, 11), date(2019, 1, 21)]
    assert told[0][1] == told[1][1]


def test_a_press_on_a_mark_goes_to_its_day(qtbot, slider):
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(163, 4))
    assert slider.day == MARK.day


def test_keys_move_by_days_and_months(qtbot, slider):
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.day == date(2019, 1, 2)
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert slider.day == LAST


def test_showing_a_day_is_silent(slider):
    told = []
    slider.edited.connect(lambda *each: told.append(each))
    slider.show_day(date(2019, 1, 20))
    assert slider.day == date(2019, 1, 20)
    slider.show_range(date(2018, 12, 1), LAST)
    assert slider.day == date(2019, 1, 20)
    assert told == []
    assert not slider.grab().isNull()
