import pytest
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from siteselect.ui.theme import LIGHT
from siteselect.ui.widgets.focus_ring import FocusRing


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.area, made.button = QScrollArea(), QPushButton("a")
    column = QVBoxLayout(made)
    column.addWidget(made.area)
    column.addWidget(made.button)
    made.resize(300, 300)
    made.ring = FocusRing(lambda: LIGHT, made)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.button.setFocus()
    return made


def test_it_lies_about_what_does_not_show_the_focus_itself(window):
    before = window.grab().toImage()
    window.ring.walked()
    window.area.setFocus()
    assert window.ring.target is window.area
    assert window.grab().toImage() != before
    window.button.setFocus()
    assert window.ring.target is None


def test_without_keys_there_is_none(window):
    window.area.setFocus()
    assert window.ring.target is None


def test_it_follows_its_control_and_goes_with_it(qtbot, window):
    window.ring.walked()
    window.area.setFocus()
    ring = window.ring._ring
    window.resize(500, 400)
    qtbot.waitUntil(lambda: ring.geometry() == window.area.geometry())
    window.button.setFocus()
    qtbot.waitUntil(lambda: ring not in window.children())
