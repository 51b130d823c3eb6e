import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from siteselect.ui.map.hand_tools import LASSO, RECTANGLE, TAPE, HandTools
from siteselect.ui.theme import LIGHT
from tests.making import make_evaluation

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tools(board):
    made = HandTools(LIGHT, board)
    made.show()
    return made


def press(qtbot, view, tool):
    qtbot.mouseClick(view.glass.tools.buttons[tool], LEFT)


def drag(qtbot, view, way, modifier=Qt.KeyboardModifier.NoModifier):
    port = view.viewport()
    qtbot.mousePress(port, LEFT, modifier, way[0])
    for each in way[1:]:
        qtbot.mouseMove(port, each)
    qtbot.mouseRelease(port, LEFT, modifier, way[-1])


@pytest.mark.parametrize("tool", [TAPE, RECTANGLE, LASSO])
def test_a_button_takes_its_tool_and_puts_it_away(tools, qtbot, tool):
    heard = []
    tools.taken.connect(lambda *each: heard.append(each))
    for _ in range(2):
        qtbot.mouseClick(tools.buttons[tool], LEFT)
    assert heard == [(tool, True), (tool, False)]


def test_every_tool_tells_its_name_and_its_key(tools):
    for button in tools.buttons.values():
        assert len(button.accessibleName()) > 10
        assert button.accessibleName() in button.toolTip()
        assert "(" in button.toolTip()


def test_one_tool_at_a_time_is_in_hand(map_view, qtbot):
    tools = map_view.glass.tools
    press(qtbot, map_view, TAPE)
    assert map_view.tape is not None
    press(qtbot, map_view, LASSO)
    assert map_view.tape is None
    assert [kind for kind, button in tools.buttons.items() if button.isChecked()] == [LASSO]
    qtbot.keyClick(map_view, Qt.Key.Key_M)
    assert [kind for kind, button in tools.buttons.items() if button.isChecked()] == [TAPE]
    qtbot.keyClick(map_view, Qt.Key.Key_Escape)
    assert not any(button.isChecked() for button in tools.buttons.values())
    assert map_view.tape is None


def test_a_plain_drag_picks_with_the_rectangle_in_hand(map_view, free_names, qtbot):
    press(qtbot, map_view, RECTANGLE)
    before, size = map_view.extent(), map_view.viewport().size()
    corner = QPoint(size.width() - 2, size.height() - 2)
    drag(qtbot, map_view, [QPoint(1, 1), QPoint(60, 60), corner])
    assert map_view.names == set(free_names)
    assert map_view.extent() == before
    press(qtbot, map_view, RECTANGLE)
    drag(qtbot, map_view, [QPoint(1, 1), QPoint(30, 30), QPoint(60, 60)])
    assert map_view.extent() != before


def test_control_adds_to_what_is_picked(map_view, free_names, qtbot):
    press(qtbot, map_view, LASSO)
    map_view.show_selection(frozenset(free_names[:1]))
    row = map_view.pins.sites.index(free_names[-1])
    middle = QPointF(*map_view.pins.at[row]).toPoint()
    way = [middle + QPoint(*step) for step in ((-9, -9), (9, -9), (9, 9), (-9, 9))]
    drag(qtbot, map_view, way, Qt.KeyboardModifier.ControlModifier)
    assert {free_names[0], free_names[-1]} <= map_view.names


def test_a_click_picks_one_whatever_is_in_hand(map_view, free_names, qtbot):
    press(qtbot, map_view, RECTANGLE)
    row = map_view.pins.sites.index(free_names[-1])
    middle = QPointF(*map_view.pins.at[row]).toPoint()
    qtbot.mouseClick(map_view.viewport(), LEFT, pos=middle)
    assert map_view.names == {free_names[-1]}


def test_the_pointer_tells_that_a_tool_is_in_hand(map_view, qtbot):
    press(qtbot, map_view, RECTANGLE)
    assert map_view.viewport().cursor().shape() is Qt.CursorShape.CrossCursor
    map_view.hover(QPointF(3, 3))
    assert map_view.viewport().cursor().shape() is Qt.CursorShape.CrossCursor
    press(qtbot, map_view, RECTANGLE)
    assert map_view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_tools_keep_off_the_layers_and_off_pictures(map_view):
    glass = map_view.glass
    map_view.display(make_evaluation(4))
    assert glass.tools.isVisible()
    assert not glass.tools.geometry().intersects(glass.layers.geometry())
    map_view.resize(300, 260)
    assert not glass.tools.isVisible()
    map_view.resize(1000, 760)
    assert glass.tools.isVisible()
    glass.undress()
    glass.lay()
    assert not glass.tools.isVisible()
    assert glass.for_hands() == []


def test_one_tool_alone_may_be_offered(tools):
    wide = tools.sizeHint().width()
    tools.keep_only(TAPE)
    assert [kind for kind, button in tools.buttons.items() if button.isVisible()] == [TAPE]
    assert tools.sizeHint().width() < wide / 2
