import pytest
from PySide6.QtCore import QPoint, Qt

from siteselect.ui.present.audience import Audience
from siteselect.ui.present.keys import Wish
from siteselect.ui.present.stage import Slide
from siteselect.ui.theme import DARK
from tests.ui.present.present_made import SCENES, make_evaluation

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def audience(qtbot):
    made = Audience(DARK)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.stage.display(make_evaluation())
    made.stage.show_slide(Slide(SCENES[0], 0, 3), smooth=False)
    made.heard = []
    made.wished.connect(lambda wish, number: made.heard.append((wish, number)))
    return made


def test_clicks_step_and_a_drag_moves_the_map(qtbot, audience):
    port = audience.stage.viewport()
    qtbot.mouseClick(port, LEFT, pos=QPoint(200, 200))
    qtbot.mouseClick(port, RIGHT, pos=QPoint(200, 200))
    assert audience.heard == [(Wish.NEXT, -1), (Wish.BACK, -1)]


def test_keys_are_heard_and_numbers_wait(qtbot, audience):
    for key in (Qt.Key.Key_Space, Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_P):
        qtbot.keyClick(audience.stage, key)
    assert audience.heard == [(Wish.NEXT, -1), (Wish.GO, 1), (Wish.PEN, -1)]


def test_the_pen_draws_and_does_not_step(qtbot, audience):
    audience.take_tool(Wish.PEN)
    port = audience.stage.viewport()
    qtbot.mousePress(port, LEFT, pos=QPoint(100, 300))
    for x in range(110, 300, 20):
        qtbot.mouseMove(port, QPoint(x, 300))
    qtbot.mouseRelease(port, LEFT, pos=QPoint(300, 300))
    assert len(audience.stage.ink.strokes) == 1
    assert audience.heard == []
    audience.take_tool(Wish.PEN)
    assert audience.tool is None


def test_arrows_move_a_slider_while_the_hand_is_on_it(qtbot, audience):
    audience.stage.open_weights(True)
    audience.activateWindow()
    first = next(iter(audience.stage.weights.sliders.values()))
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(audience.stage, Qt.Key.Key_Right)
    assert audience.heard == []
    qtbot.keyClick(audience.stage, Qt.Key.Key_W)
    assert audience.heard == [(Wish.WEIGHTS, -1)]


def test_what_is_told_is_a_quiet_line(audience):
    audience.tell("No more scenes.")
    assert audience.stage.frame.words.told == "No more scenes."


def test_closing_by_the_system_is_leaving(qtbot, audience):
    with qtbot.waitSignal(audience.left):
        audience.close()
