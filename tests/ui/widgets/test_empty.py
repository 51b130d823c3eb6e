import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from siteselect.ui.widgets.empty import EDGE, WIDE, Empty


@pytest.fixture
def over(qtbot):
    made = QWidget()
    made.resize(600, 400)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_what_to_do_and_does_it(qtbot, over):
    done = []
    empty = Empty("Nothing yet", "Add one.", [("Add…", lambda: done.append("add"))], over)
    assert empty.isHidden()
    empty.show_empty(True)
    assert [each.text() for each in empty.findChildren(QLabel)] == ["Nothing yet", "Add one."]
    qtbot.mouseClick(empty.buttons[0], Qt.MouseButton.LeftButton)
    assert done == ["add"]
    empty.show_empty(False)
    assert empty.isHidden()


@pytest.mark.parametrize("size", [(600, 400), (220, 300), (1400, 900)])
def test_it_stays_in_the_middle_and_within_its_view(qtbot, over, size):
    empty = Empty("Nothing yet", "A sentence that is long enough for two lines or three.", [], over)
    empty.show_empty(True)
    over.resize(*size)
    qtbot.waitUntil(lambda: abs(empty.geometry().center().x() - over.rect().center().x()) <= 1)
    assert empty.width() == min(WIDE, size[0] - 2 * EDGE)
    assert over.rect().contains(empty.geometry())


def test_only_one_place_of_a_window_urges(over):
    ways = [("One", lambda: None), ("Two", lambda: None)]
    loud, quiet = Empty("", "", ways, over), Empty("", "", ways, over, urges=False)
    assert [each.objectName() for each in loud.buttons] == ["primary", ""]
    assert [each.objectName() for each in quiet.buttons] == ["", ""]
