import pytest

from siteselect.ui.actions import TABLE
from siteselect.ui.commands import PARTS, menus_after, window_wishes


@pytest.fixture
def window(make_window):
    return make_window()


def test_every_command_of_the_table_does_something(window):
    wishes = window_wishes(window, window)
    assert set(wishes) == {each.key for each in TABLE}
    assert all(map(callable, wishes.values()))


def test_each_menu_comes_after_a_command_that_there_is(window):
    menus = menus_after(window, window)
    assert set(menus) <= set(window.actions_by_key)
    for held in menus.values():
        assert all(each.title() for each in (held if isinstance(held, tuple) else (held,)))


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_hidden_and_shown_by_its_command(window, part):
    action = window.actions_by_key[f"show_{part}"]
    before = window.places.shows(part)
    action.trigger()
    assert window.places.shows(part) is not before
    action.trigger()
    assert window.places.shows(part) is before


def test_undo_is_at_work_and_named_once_there_is_a_step(window):
    undo = window.actions_by_key["undo"]
    assert not undo.isEnabled()
    window.top.chips.duplicate()
    assert undo.isEnabled()
    undo.trigger()
    assert not undo.isEnabled()
    assert window.actions_by_key["redo"].isEnabled()
