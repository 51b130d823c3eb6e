import pytest
from PySide6.QtGui import QAction

from siteselect.ui.panels.workplace_switch import WorkplaceSwitch
from siteselect.ui.theme import DARK, LIGHT

KEYS = (("compare", "Com&pare"), ("find", "&Find"), ("money", "&Money"), ("scenes", "&Scenes"))


@pytest.fixture
def actions(qapp):
    return {key: QAction(text) for key, text in KEYS}


def test_a_click_asks_and_only_what_is_shown_is_marked(qtbot, actions):
    switch = WorkplaceSwitch(actions, LIGHT)
    qtbot.addWidget(switch)
    asked = []
    actions["money"].triggered.connect(lambda: asked.append("money"))
    switch.show_place("compare")
    assert switch.buttons["compare"].isChecked()
    switch.buttons["money"].click()
    assert asked == ["money"]
    switch.show_place("money")
    assert [name for name, each in switch.buttons.items() if each.isChecked()] == ["money"]
    switch.apply_theme(DARK)
    assert DARK.chip in switch.styleSheet()
    assert switch.buttons["compare"].accessibleName() == "Place: Compare"
