import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from siteselect.ui.map.handed_view import within
from siteselect.ui.map.map_wishes import AddSite, MoveSite, RemoveSites
from siteselect.ui.map.projection import scene_point
from tests.making import make_evaluation

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sited(map_view):
    """The map with sites, no card before it, and what it wished for."""
    map_view.display(make_evaluation(12))
    for card in (map_view.glass.legend, map_view.glass.layers, map_view.glass.buttons):
        card.hide()
    map_view.wishes = []
    map_view.wished.connect(map_view.wishes.append)
    return map_view


def pixel(view, lon, lat):
    x, y = scene_point(lon, lat)
    at = view.extent().pixels(np.array([x]), np.array([y]))[0]
    return QPoint(round(at[0]), round(at[1]))


def pin(view, row):
    return QPoint(*(round(each) for each in view.pins.at[row]))


def drag(qtbot, view, way, modifier=Qt.KeyboardModifier.NoModifier):
    port = view.viewport()
    qtbot.mousePress(port, LEFT, modifier, way[0])
    for point in way[1:]:
        qtbot.mouseMove(port, point)
    qtbot.mouseRelease(port, LEFT, modifier, way[-1])


def test_shift_and_a_drag_pick_by_a_rectangle(sited, qtbot):
    size = sited.viewport().size()
    drag(qtbot, sited, [QPoint(1, 1), QPoint(size.width() - 2, size.height() - 2)], SHIFT)
    assert sited.names == {sited.pins.sites.items[row].name for row in sited.pins.drawn}
    drag(qtbot, sited, [QPoint(1, 1), QPoint(4, 4)], SHIFT)
    assert sited.names == frozenset()
    assert sited.wishes == []


def test_a_lasso_picks_what_lies_within_it(sited, qtbot):
    at = pin(sited, int(sited.pins.drawn[-1]))
    way = [at + QPoint(*step) for step in ((-9, -9), (9, -9), (9, 9), (-9, 9))]
    drag(qtbot, sited, way, SHIFT | CONTROL)
    assert sited._name(int(sited.pins.drawn[-1])) in sited.names


def test_a_picked_pin_is_dragged_to_another_place(sited, qtbot):
    row = int(sited.pins.drawn[-1])
    name = sited._name(row)
    sited.show_selection(frozenset({name}))
    before, goal = sited.extent(), pixel(sited, 70.0, 50.0)
    drag(qtbot, sited, [pin(sited, row), pin(sited, row) + QPoint(9, 9), goal])
    assert sited.extent() == before
    last = sited.wishes[-1]
    assert isinstance(last, MoveSite)
    assert (last.name, last.last, last.jurisdiction) == (name, True, "KZ")
    assert (last.lon, last.lat) == pytest.approx((70.0, 50.0), abs=0.05)
    assert len({wish.gesture for wish in sited.wishes}) == 1


def test_an_unpicked_pin_only_moves_the_map(sited, qtbot):
    row = int(sited.pins.drawn[-1])
    before = sited.extent()
    drag(qtbot, sited, [pin(sited, row), pin(sited, row) + QPoint(30, 10)])
    assert sited.wishes == []
    assert sited.extent() != before


def test_beyond_the_regions_nothing_is_placed(sited, qtbot):
    row = int(sited.pins.drawn[-1])
    sited.show_selection(frozenset({sited._name(row)}))
    qtbot.mousePress(sited.viewport(), LEFT, pos=pin(sited, row))
    sited._move_to(QPointF(1.0, 1.0))
    assert sited.wishes == []
    qtbot.keyClick(sited, Qt.Key.Key_Escape)
    assert sited._over is None
    sited.add_at(QPointF(1.0, 1.0))
    assert sited.wishes == []


def test_keys_add_remove_and_measure(sited, qtbot):
    sited._pointer = QPointF(pixel(sited, 70.0, 50.0))
    qtbot.keyClick(sited, Qt.Key.Key_Insert)
    assert isinstance(sited.wishes[-1], AddSite)
    assert sited.wishes[-1].jurisdiction == "KZ"
    name = sited._name(int(sited.pins.drawn[0]))
    sited.show_selection(frozenset({name}))
    qtbot.keyClick(sited, Qt.Key.Key_Delete)
    assert sited.wishes[-1] == RemoveSites(frozenset({name}))
    qtbot.keyClick(sited, Qt.Key.Key_M)
    for at in (pixel(sited, 70.0, 50.0), pixel(sited, 71.0, 50.0)):
        qtbot.mouseClick(sited.viewport(), LEFT, pos=at)
    assert sited.tape.words().startswith("7")  # a degree of longitude at 50 north: 71.7 km
    assert sited.names == {name}
    qtbot.mouseDClick(sited.viewport(), LEFT, pos=pixel(sited, 71.0, 50.0))
    assert sited.tape.closed
    qtbot.keyClick(sited, Qt.Key.Key_Escape)
    assert sited.tape is None


def test_what_is_in_hand_is_seen(sited, qtbot):
    before = sited.viewport().grab().toImage()
    qtbot.mousePress(sited.viewport(), LEFT, SHIFT, QPoint(200, 200))
    qtbot.mouseMove(sited.viewport(), QPoint(420, 380))
    assert sited.viewport().grab().toImage() != before
    qtbot.keyClick(sited, Qt.Key.Key_Escape)
    assert sited._loop == []


def test_a_lasso_that_crosses_itself_still_holds_points():
    bow = np.array([(0, 0), (10, 10), (10, 0), (0, 10)], dtype=float)
    points = np.array([(2.0, 5.0), (8.0, 5.0), (5.0, 9.0)])
    assert within(points, bow).tolist() == [True, True, False]
    assert within(points, bow[:2]).tolist() == [False, False, False]
