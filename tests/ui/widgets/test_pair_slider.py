import pytest
from PySide6.QtCore import QPoint, Qt

from siteselect.ui.widgets.pair_slider import PairSlider, times


@pytest.fixture
def slider(qtbot):
    made = PairSlider("Price", "Law")
    qtbot.addWidget(made)
    made.told = []
    made.edited.connect(made.told.append)
    made.resize(260, 24)
    made.show()
    return made


def test_left_favours_the_first_and_right_the_second(qtbot, slider):
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    for _ in range(3):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.told == [2.0, 3.0, 2.0, 1.0, 0.5]
    assert slider.judged


def test_a_press_in_the_middle_says_equally(qtbot, slider):
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(130, 12))
    assert slider.told == [1.0]
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(11, 12))
    assert slider.told[-1] == 9.0


def test_showing_a_judgement_is_no_edit(slider):
    for said in (9.0, 3.0, 1.0, 1 / 3, 1 / 9):
        slider.show_judgement(said)
        assert slider.said == pytest.approx(said)
    slider.show_judgement(None)
    assert not slider.judged
    assert slider.told == []


def test_keys_judge_equally_and_take_back(qtbot, slider):
    qtbot.keyClick(slider, Qt.Key.Key_Space)
    assert slider.told == [1.0]
    with qtbot.waitSignal(slider.cleared):
        qtbot.keyClick(slider, Qt.Key.Key_Delete)
    assert "Price against Law" in slider.accessibleName()


def test_a_judgement_as_it_stands_in_the_matrix():
    assert [times(each) for each in (9.0, 1.0, 1 / 3)] == ["9", "1", "1/3"]
