import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from siteselect.ui.dialogs.history import HistoryDialog
from siteselect.ui.theme import DARK, LIGHT


@pytest.fixture
def studies(session):
    found = [session.study]
    for weight, text in ((2.0, "One"), (3.0, "Two"), (4.0, "Three")):
        session.edit(session.study.with_weight("measure_0", weight), text)
        found.append(session.study)
    return found


@pytest.fixture
def dialog(qtbot, session, studies):
    made = HistoryDialog(session.history, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot, dialog, row):
    box = dialog.steps.visualItemRect(dialog.steps.item(row))
    qtbot.mouseClick(dialog.steps.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def test_every_step_is_listed_and_a_click_goes_there(qtbot, session, dialog, studies):
    assert dialog.texts() == ["As opened  ·  saved", "One", "Two", "Three"]
    assert dialog.steps.currentRow() == 3
    for row in (1, 0, 3, 2):
        press(qtbot, dialog, row)
        assert session.study == studies[row]
        assert dialog.steps.currentRow() == row


def test_the_keyboard_goes_there_too(qtbot, session, dialog, studies):
    dialog.steps.setFocus()
    qtbot.keyClick(dialog.steps, Qt.Key.Key_Up)
    assert session.study == studies[3]  # looking is not going
    qtbot.keyClick(dialog.steps, Qt.Key.Key_Return)
    assert session.study == studies[2]


def test_it_follows_undo_redo_and_save_from_elsewhere(session, dialog, studies):
    dialog.undo.click()
    assert session.study == studies[2]
    dialog.redo.click()
    assert session.study == studies[3]
    session.history.setClean()
    assert dialog.texts()[3] == "Three  ·  saved"
    session.history.setIndex(0)
    assert dialog.steps.currentRow() == 0
    assert not dialog.undo.isEnabled()
    assert dialog.redo.isEnabled()
    assert dialog.steps.item(2).foreground().color() == QColor(LIGHT.muted)


def test_a_study_just_opened_has_one_line(qtbot, session):
    dialog = HistoryDialog(session.history, DARK)
    qtbot.addWidget(dialog)
    assert dialog.texts() == ["As opened"]
