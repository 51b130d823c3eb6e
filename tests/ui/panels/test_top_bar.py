import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from siteselect.ui.panels.top_bar import TopBar
from siteselect.ui.panels.workplace_switch import PLACES
from siteselect.ui.theme import DARK, LIGHT


@pytest.fixture
def bar(qtbot, session):
    menu, export = QMenu(), QMenu()
    keys = ("undo", "redo", "switch_theme", "present", "search", *PLACES)
    actions = {key: QAction(key.capitalize()) for key in keys}
    made = TopBar(session, LIGHT, actions, menu, export)
    made.kept = (menu, export, actions)
    qtbot.addWidget(made)
    return made


def test_title_and_state(bar):
    bar.show_title("Relocation 2021", "saved")
    assert bar._title.text() == "Relocation 2021"
    bar.show_title("A very long name of a project that nobody could read in a bar", "edited")
    assert bar._title.text().endswith("…")
    assert "nobody could read" in bar._title.toolTip()


def test_undo_stands_in_the_bar_and_the_theme_is_switched(bar):
    told = []
    bar.kept[2]["undo"].triggered.connect(lambda: told.append("undo"))
    bar.kept[2]["switch_theme"].triggered.connect(lambda: told.append("theme"))
    bar._steps["undo"].click()
    bar.look.click()
    assert told == ["undo", "theme"]
    bar.apply_theme(DARK)
    assert not bar.grab().isNull()


def test_every_button_has_a_name(bar):
    assert bar.menu_button.accessibleName() == "Menu"
    assert bar.look.accessibleName() == "Light or dark"
    assert bar.export_button.accessibleName() == "Export"


def test_the_search_box_tells_the_keys_that_lead_to_it(bar):
    bar.kept[2]["search"].setShortcut("Ctrl+Alt+F")
    assert bar.search._hint.text() == "Ctrl Alt F"
