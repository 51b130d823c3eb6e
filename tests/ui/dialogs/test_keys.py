import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from siteselect.ui.actions import TABLE, make_actions, shortcuts_of
from siteselect.ui.dialogs.keys import KeysDialog


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window):
    return make_actions(window, {})


@pytest.fixture
def dialog(qtbot, window, actions, settings):
    made = KeysDialog(shortcuts_of(actions, settings), window)
    made.show()
    return made


def shown(dialog):
    return {each.text(0): each.text(1) for each in dialog._rows() if not each.isHidden()}


def test_every_command_is_listed_with_its_keys(dialog):
    listed = {each.data(0, Qt.ItemDataRole.UserRole) for each in dialog._rows()}
    assert {entry.key for entry in TABLE} <= listed
    assert shown(dialog)["Export"] == "Ctrl+E"
    assert shown(dialog)["Menu of the program"] == "F10"


def test_commands_are_found_by_name_and_by_key(dialog, qtbot):
    qtbot.keyClicks(dialog.search, "scenario new")
    assert list(shown(dialog)) == ["New scenario from this one"]
    dialog.search.clear()
    qtbot.keyClicks(dialog.search, "ctrl+e")
    assert list(shown(dialog)) == ["Export"]
    assert dialog.key == "export"


def test_keys_that_are_pressed_are_set(qtbot, dialog, actions):
    dialog.pick("export")
    assert not dialog.give.isEnabled()
    qtbot.keyClick(dialog.press, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert dialog.give.isEnabled()
    dialog.give.click()
    assert actions["export"].shortcut() == QKeySequence("Ctrl+Y")
    assert shown(dialog)["Export"] == "Ctrl+Y"
    assert dialog.told.text() == "Export: Ctrl+Y from now on."
    dialog.reset.click()
    assert actions["export"].shortcut() == QKeySequence("Ctrl+E")


def test_a_conflict_names_the_command_that_holds_the_keys(dialog, actions):
    dialog.pick("export")
    dialog.press.setKeySequence(QKeySequence("Ctrl+S"))
    assert dialog.told.text() == "Ctrl+S belongs to Save now; that one will have no keys."
    assert dialog.give.text() == "Take over"
    dialog.give.click()
    assert actions["save"].shortcut().isEmpty()
    assert shown(dialog)["Save"] == ""


def test_keys_for_typing_are_refused_with_the_reason(dialog):
    dialog.pick("export")
    dialog.press.setKeySequence(QKeySequence("F10"))
    assert dialog.told.text() == "F10 stays with “Menu of the program”."
    assert not dialog.give.isEnabled()


def test_a_command_may_have_no_keys_and_all_come_back(dialog, actions):
    dialog.pick("export")
    dialog.remove.click()
    assert actions["export"].shortcut().isEmpty()
    assert dialog.told.text() == "Export: no keys from now on."
    dialog.reset_all.click()
    assert actions["export"].shortcut() == QKeySequence("Ctrl+E")


def test_fixed_keys_cannot_be_changed(dialog):
    fixed = next(each for each in dialog._rows() if each.text(1) == "F10")
    dialog.list.setCurrentItem(fixed)
    assert dialog.key == ""
    assert not any(each.isEnabled() for each in (dialog.give, dialog.remove, dialog.reset))
