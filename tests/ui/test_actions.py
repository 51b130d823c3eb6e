import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from siteselect.ui.actions import MENUS, TABLE, make_actions, make_menu


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_each_action_carries_out_the_wish_of_its_key(window):
    done = []
    wishes = {entry.key: (lambda key=entry.key: done.append(key)) for entry in TABLE}
    actions = make_actions(window, wishes)
    for action in actions.values():
        action.trigger()
    assert done == [entry.key for entry in TABLE]


def test_no_two_actions_share_a_shortcut(window):
    actions = make_actions(window, {})
    keys = [text for each in actions.values() if (text := each.shortcut().toString())]
    assert len(keys) == len(set(keys))
    assert QKeySequence(QKeySequence.StandardKey.Undo).toString() in keys


def test_the_menu_holds_every_action_once_under_its_heading(window):
    actions = make_actions(window, {})
    menu = make_menu(actions, {"open": QMenu("Open recent", window)}, window)
    assert [each.text() for each in menu.actions()] == list(MENUS)
    held = [act for part in menu.actions() for act in part.menu().actions() if act.objectName()]
    assert {each.objectName() for each in held} == set(actions)
    texts = [each.text() for each in menu.actions()[0].menu().actions()]
    assert texts.index("Open recent") == texts.index("&Open…") + 1


def test_entries_are_found_in_known_menus_and_keys_are_single():
    assert {entry.menu for entry in TABLE} == set(MENUS)
    assert len({entry.key for entry in TABLE}) == len(TABLE)


def test_the_journal_has_the_command_and_nothing_else(window, caplog):
    caplog.set_level("INFO", logger="siteselect")
    actions = make_actions(window, {"save": lambda: None})
    actions["save"].trigger()
    assert [each.getMessage() for each in caplog.records] == ["command save"]
