"""Everything by keys: Tab reaches each control, a person sees where it is, Escape goes back."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from siteselect.ui import dress
from siteselect.ui.theme import THEMES
from siteselect.ui.workplaces import WORKPLACES
from tests.ui.keyboard import stops, unseen, walk

DIALOGS = ("add_criterion", "add_gate", "facts", "history", "keys", "own_measure", "set_weights",
           "sources", "compare_scenarios")  # fmt: skip


@pytest.fixture
def window(qtbot, make_window):
    made = make_window()
    dress.put_on(made.theme)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.bar.clear()
    made.messages.hold(lambda _: None)  # a message would lie over what is at the foot
    yield made
    QApplication.instance().setStyleSheet("")


@pytest.mark.parametrize("place", WORKPLACES)
def test_tab_leads_through_every_control_and_back_to_the_first(qtbot, window, place):
    window.workplaces.go(place)
    qtbot.wait(150)
    wanted = stops(window)
    wanted[0].setFocus()
    order = walk(window)
    assert len(wanted) > 10
    assert {id(each) for each in order} == {id(each) for each in wanted}


@pytest.mark.slow
@pytest.mark.parametrize("place", WORKPLACES)
@pytest.mark.parametrize("look", THEMES)
def test_whatever_holds_the_focus_shows_it(qtbot, window, place, look):
    window.set_theme(look)
    window.workplaces.go(place)
    qtbot.wait(150)
    assert unseen(window, stops(window)) == []


def test_the_ring_is_for_keys_and_leaves_with_the_mouse(qtbot, window):
    window.map.setFocus()
    assert window.ring.target is None
    while QApplication.focusWidget() is not window.ranking.view:
        window.focusNextPrevChild(True)
    assert window.ring.target is window.ranking.view
    qtbot.mouseClick(window.map.viewport(), Qt.MouseButton.LeftButton)
    window.map.setFocus()
    assert window.ring.target is None or window.ring.target is window.map


def test_a_slider_a_row_and_the_map_are_worked_by_keys(qtbot, window):
    slider = next(iter(window.criteria.rows.values())).slider
    before = window.session.study
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert window.session.study != before
    view = window.ranking.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert len(window.session.selection) == 1
    qtbot.waitUntil(lambda: window.map.data is not None and window.map.settled, timeout=20_000)
    scale = window.map.metres_per_pixel
    window.map.setFocus()
    qtbot.keyClick(window.map, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: window.map.metres_per_pixel < scale)


@pytest.mark.parametrize("key", DIALOGS)
def test_escape_leaves_every_dialog_and_changes_nothing(qtbot, window, key):
    before, seen = window.session.study, []

    def leave():
        for each in window.findChildren(QDialog):
            if each.isVisible():
                seen.append(each)
                qtbot.keyClick(each, Qt.Key.Key_Escape)

    QTimer.singleShot(150, leave)
    window.actions_by_key[key].trigger()
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.waitUntil(lambda: not isValid(seen[0]) or not seen[0].isVisible())
    assert window.session.study == before
