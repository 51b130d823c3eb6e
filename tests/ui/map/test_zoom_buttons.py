import pytest
from PySide6.QtCore import Qt

from siteselect.ui.map.zoom_buttons import ZoomButtons
from siteselect.ui.theme import DARK, LIGHT


@pytest.fixture
def buttons(board):
    made = ZoomButtons(LIGHT, board)
    made.show()
    return made


@pytest.mark.parametrize("name", ["closer", "farther", "home"])
def test_each_button_asks_for_one_thing(buttons, qtbot, name):
    with qtbot.waitSignal(getattr(buttons, name), timeout=1000):
        qtbot.mouseClick(buttons.buttons[name], Qt.MouseButton.LeftButton)


def test_buttons_have_names_and_icons_in_both_themes(buttons):
    for button in buttons.buttons.values():
        assert button.accessibleName()
        day = button.icon().pixmap(16, 16).toImage()
        buttons.apply_theme(DARK)
        assert button.icon().pixmap(16, 16).toImage() != day
        buttons.apply_theme(LIGHT)


def test_buttons_on_the_map_move_it(map_view, qtbot):
    scale = map_view.metres_per_pixel
    qtbot.mouseClick(map_view.glass.buttons.buttons["closer"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not map_view.gliding, timeout=3000)
    assert map_view.metres_per_pixel < scale
    qtbot.mouseClick(map_view.glass.buttons.buttons["home"], Qt.MouseButton.LeftButton)
    assert map_view.at_home
