import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from siteselect.ui.actions import TABLE, make_actions, shortcuts_of
from siteselect.ui.shortcuts import HELD


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window):
    return make_actions(window, {})


@pytest.fixture
def shortcuts(actions, settings):
    return shortcuts_of(actions, settings)


def keys(text):
    return QKeySequence(text)


def test_a_new_key_holds_at_once_and_after_the_next_start(actions, settings, shortcuts, qtbot):
    shortcuts.give("export", keys("Ctrl+Alt+X"))
    assert actions["export"].shortcut() == keys("Ctrl+Alt+X")
    assert actions["export"].toolTip() == "Export… (Ctrl+Alt+X)"
    later_window = QWidget()
    qtbot.addWidget(later_window)
    later_actions = make_actions(later_window, {})
    assert later_actions["export"].shortcut() == keys("Ctrl+E")
    shortcuts_of(later_actions, settings).apply()
    assert later_actions["export"].shortcut() == keys("Ctrl+Alt+X")


def test_keys_that_another_command_has_are_told_and_taken_over(actions, shortcuts):
    assert shortcuts.holder(keys("Ctrl+I"), "export") == "add_sites"
    assert shortcuts.holder(keys("Ctrl+E"), "export") == ""
    shortcuts.give("export", keys("Ctrl+I"))
    assert actions["export"].shortcut() == keys("Ctrl+I")
    assert actions["add_sites"].shortcut().isEmpty()
    assert actions["add_sites"].toolTip() == "Add sites from a file…"
    assert shortcuts.changed("add_sites")


def test_no_two_commands_ever_share_keys(actions, shortcuts):
    for key in ("export", "open", "facts", "export"):
        shortcuts.give(key, keys("Ctrl+Alt+X"))
    held = [text for each in actions.values() if (text := each.shortcut().toString())]
    assert len(held) == len(set(held))


def test_a_command_gets_its_own_keys_back_from_whoever_has_them(actions, shortcuts):
    shortcuts.give("export", keys("Ctrl+I"))
    shortcuts.reset("add_sites")
    assert actions["add_sites"].shortcut() == keys("Ctrl+I")
    assert actions["export"].shortcut().isEmpty()


def test_all_keys_can_be_taken_back(actions, settings, shortcuts):
    shortcuts.give("export", keys("Ctrl+I"))
    shortcuts.give("save", keys(""))
    shortcuts.reset_all()
    assert settings.shortcuts == {}
    found = {key: each.shortcut().toString() for key, each in actions.items()}
    own = {entry.key: QKeySequence(entry.shortcut).toString() for entry in TABLE}
    assert found == own


def test_only_what_was_changed_is_stored(settings, shortcuts):
    shortcuts.give("export", keys("Ctrl+Alt+X"))
    assert settings.shortcuts == {"export": "Ctrl+Alt+X"}
    shortcuts.give("export", keys("Ctrl+E"))
    assert settings.shortcuts == {}


@pytest.mark.parametrize("text", ["A", "Delete", "Shift+Left", "Space", *HELD])
def test_keys_that_hands_need_are_refused(shortcuts, text):
    assert shortcuts.refusal(keys(text))


@pytest.mark.parametrize("text", ["F8", "Shift+F8", "Ctrl+Shift+Y", "Alt+9", "Meta+K", ""])
def test_other_keys_are_free(shortcuts, text):
    assert shortcuts.refusal(keys(text)) == ""


def test_a_damaged_store_gives_every_command_its_own_keys(settings, actions):
    settings.store.setValue("shortcuts", "not json")
    shortcuts_of(actions, settings).apply()
    assert actions["export"].shortcut() == keys("Ctrl+E")


def test_every_command_has_a_title_without_its_mnemonic(shortcuts):
    titles = [shortcuts.title(entry.key) for entry in TABLE]
    assert not [each for each in titles if "&" in each or not each]
