import pytest
from PySide6.QtCore import Qt

from siteselect.ui.widgets.switch_dot import SwitchDot


@pytest.fixture
def dot(qtbot):
    made = SwitchDot("Price: counts", "#0F766E")
    qtbot.addWidget(made)
    made.resize(18, 22)
    made.show()
    return made


def test_mouse_and_space_switch_it(qtbot, dot):
    told = []
    dot.edited.connect(told.append)
    qtbot.mouseClick(dot, Qt.MouseButton.LeftButton)
    qtbot.keyClick(dot, Qt.Key.Key_Space)
    assert told == [False, True]


def test_showing_is_silent_and_looks_different(dot):
    told = []
    dot.edited.connect(told.append)
    on = dot.grab().toImage()
    dot.show_state(False)
    assert dot.grab().toImage() != on
    assert not dot.isChecked()
    assert told == []
