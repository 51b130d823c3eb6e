import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from siteselect.ui.panels.fold import Fold
from siteselect.ui.theme import DARK, LIGHT


@pytest.fixture
def fold(qtbot):
    made = Fold("Machines", lambda: QLabel("body"), LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_body_is_made_when_it_is_first_opened(qtbot, fold):
    assert fold.body is None
    qtbot.mouseClick(fold.head, Qt.MouseButton.LeftButton)
    assert fold.opened
    body = fold.body
    qtbot.keyClick(fold.head, Qt.Key.Key_Space)
    assert not fold.opened
    qtbot.keyClick(fold.head, Qt.Key.Key_Return)
    assert fold.body is body
    assert fold.opened


def test_the_head_bears_a_figure_and_a_line(fold):
    fold.show_figure("50.0 MW", "Antminer S19 Pro")
    assert fold.head.figure.text() == "50.0 MW"
    assert fold.head.note.isVisible()
    assert fold.head.accessibleDescription() == "50.0 MW Antminer S19 Pro"
    fold.show_figure("none")
    assert not fold.head.note.isVisible()
    fold.dress(DARK)
    assert not fold.grab().isNull()
