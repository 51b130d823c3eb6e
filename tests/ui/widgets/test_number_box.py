from datetime import date

import pytest
from PySide6.QtCore import Qt

from siteselect.ui.tongue import put_on
from siteselect.ui.widgets.number_box import DayBox, NumberBox, ShareBox


@pytest.fixture
def box(qtbot):
    made = NumberBox("Load", 0, 1000, decimals=1)
    qtbot.addWidget(made)
    made.show()
    return made


def test_showing_a_number_is_silent(box):
    told = []
    box.edited.connect(lambda *each: told.append(each))
    box.show_value(12.5)
    assert box.value() == 12.5
    assert told == []


def test_a_typed_number_is_told_once_on_enter(qtbot, box):
    told = []
    box.edited.connect(lambda *each: told.append(each))
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "42")
    assert told == []
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert [value for value, _ in told] == [42.0]


def test_a_number_being_typed_is_left_alone(qtbot, box):
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.selectAll()
    qtbot.keyClicks(box, "42")
    box.show_value(7.0)
    assert box.lineEdit().text().startswith("42")


def test_each_arrow_is_a_gesture_of_its_own(qtbot, box):
    told = []
    box.edited.connect(lambda *each: told.append(each))
    qtbot.keyClick(box, Qt.Key.Key_Up)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert [value for value, _ in told] == [1.0, 2.0]
    assert told[0][1] != told[1][1]


def test_a_day_is_shown_in_silence_and_told_when_entered(qtbot):
    box = DayBox("As-of day")
    qtbot.addWidget(box)
    told = []
    box.edited.connect(lambda *each: told.append(each))
    box.show_range(date(2019, 1, 1), date(2026, 11, 1))
    box.show_day(date(2021, 6, 2))
    assert box.text() == "2021-06-02"
    assert told == []
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert [day for day, _ in told] == [date(2022, 6, 2)]


def test_a_share_is_shown_in_silence_typed_or_counted(qtbot):
    box = ShareBox("Price: share")
    qtbot.addWidget(box)
    box.show()
    told = []
    box.edited.connect(lambda *each: told.append(each))
    box.show_share(25.7)
    assert (box.text(), told) == ("26", [])
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.selectAll()
    qtbot.keyClicks(box, "40")
    box.show_share(7.0)  # the hand is ahead of the screen
    assert box.text() == "40"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert [value for value, _ in told] == [40.0, 41.0, 40.0]
    assert len({gesture for _, gesture in told}) == 3


def test_a_share_goes_neither_below_nought_nor_to_all(qtbot):
    box = ShareBox("Price: share")
    qtbot.addWidget(box)
    box.show_share(0.0)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.share == 0
    box.show_share(99.0)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert box.share == 99


@pytest.mark.parametrize("code", ["en", "ru"])
@pytest.mark.parametrize("typed", ["12.5", "12,5"])
def test_a_point_and_a_comma_are_both_taken(qtbot, code, typed):
    put_on(code)
    try:
        box = NumberBox("Load", 0, 1000, decimals=1)
        qtbot.addWidget(box)
        box.show()
        box.selectAll()
        qtbot.keyClicks(box, typed)
        qtbot.keyClick(box, Qt.Key.Key_Return)
        assert box.value() == 12.5
        assert box.text() == ("12,5" if code == "ru" else "12.5")
    finally:
        put_on("en")


def test_a_mark_of_thousands_is_no_mark_of_decimals(qtbot):
    box = NumberBox("Worth", 0, 1e6, decimals=2)
    box.setGroupSeparatorShown(True)
    qtbot.addWidget(box)
    assert box.valueFromText("1,500") == 1500.0
    assert box.valueFromText("1,5") == 1.5
