import math

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPinchGesture

from siteselect.ui.map.plane_view import FARTHEST, NEAREST, PlaneView
from siteselect.ui.map.projection import scene_point

HOME = (*scene_point(60, 55), *scene_point(90, 40))


@pytest.fixture
def view(qtbot):
    made = PlaneView()
    qtbot.addWidget(made)
    made.home_window = HOME
    made.resize(600, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.home()
    return made


def wheel(view, x, y, notches):
    at = QPointF(x, y)
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_home_shows_the_whole_region(view):
    left, top, right, foot = view.extent().window
    assert left <= HOME[0] + 1
    assert top <= HOME[1] + 1
    assert right >= HOME[2] - 1
    assert foot >= HOME[3] - 1
    assert view.at_home


def test_the_scene_and_the_extent_agree(view):
    view.look_at(*scene_point(76.9, 43.2), 1_234.5)
    mine = view.plane_at(QPointF(100, 50))
    qt = view.mapToScene(QPoint(100, 50))
    assert math.hypot(mine[0] - qt.x(), mine[1] - qt.y()) < 2 * view.metres_per_pixel


def test_the_wheel_zooms_and_keeps_the_point_under_the_pointer(view, qtbot):
    before, scale = view.plane_at(QPointF(450, 120)), view.metres_per_pixel
    wheel(view, 450, 120, 2)
    assert view.gliding
    qtbot.waitUntil(lambda: not view.gliding, timeout=3000)
    after = view.plane_at(QPointF(450, 120))
    assert view.metres_per_pixel == pytest.approx(scale / 2**0.8, rel=1e-6)
    assert math.hypot(after[0] - before[0], after[1] - before[1]) < 0.01 * view.metres_per_pixel
    assert not view.at_home


def test_zoom_stays_within_its_ends(view):
    view.zoom(40, smooth=False)
    assert view.metres_per_pixel == NEAREST
    view.zoom(-60, smooth=False)
    home = (HOME[2] - HOME[0]) / 600
    assert view.metres_per_pixel <= FARTHEST * max(home, (HOME[3] - HOME[1]) / 400) + 1e-6


def test_a_drag_moves_the_map_with_the_hand(view, qtbot):
    x, y = view.centre
    step = view.metres_per_pixel
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    qtbot.mouseMove(port, QPoint(320, 210))
    assert view.dragging
    qtbot.mouseMove(port, QPoint(340, 230))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(340, 230))
    assert not view.dragging
    assert view.centre == pytest.approx((x - 40 * step, y - 30 * step))


def test_a_press_without_a_drag_is_a_click(view, qtbot, monkeypatch):
    clicks = []
    monkeypatch.setattr(view, "click", lambda pixel, adding: clicks.append((pixel.x(), adding)))
    port = view.viewport()
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    qtbot.mouseClick(
        port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, QPoint(31, 40)
    )
    assert clicks == [(30, False), (31, True)]


def test_keys_move_zoom_and_lead_home(view, qtbot):
    x, y = view.centre
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.centre[0] > x
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.centre[1] < y
    scale = view.metres_per_pixel
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: not view.gliding, timeout=3000)
    assert view.metres_per_pixel < scale
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    qtbot.waitUntil(lambda: not view.gliding, timeout=3000)
    assert view.metres_per_pixel == pytest.approx(scale, rel=1e-6)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.at_home
    assert view.centre == pytest.approx((x, y))


def test_a_double_click_looks_closer(view, qtbot):
    scale = view.metres_per_pixel
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.waitUntil(lambda: not view.gliding, timeout=3000)
    assert view.metres_per_pixel == pytest.approx(scale / 2, rel=1e-6)


def test_a_resize_keeps_the_middle_or_home(view):
    view.resize(800, 500)
    assert view.at_home
    view.look_at(*scene_point(75, 48), 2_000.0)
    view.at_home = False
    view.resize(500, 300)
    assert view.centre == pytest.approx(scene_point(75, 48))
    assert view.metres_per_pixel == 2_000.0


def test_one_cannot_leave_the_region(view):
    view.look_at(0.0, 0.0, 1_000.0)
    left, top, right, foot = HOME
    assert left - (right - left) <= view.centre[0] <= right
    assert top <= view.centre[1] <= foot + (foot - top)


def test_moves_are_told(view, qtbot):
    with qtbot.waitSignal(view.moved, timeout=1000):
        view.pan(10, 0)


def native(view, factor, at):
    """Send what a touch pad says of a pinch: how much larger, less one."""
    place = QPointF(view.viewport().mapToGlobal(at.toPoint()))
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        place,
        factor - 1.0,
        QPointF(),
    )
    QApplication.sendEvent(view.viewport(), event)


def test_a_pinch_on_a_pad_zooms_about_the_pointer(view):
    at = QPointF(150, 120)
    before, scale = view.plane_at(at), view.metres_per_pixel
    native(view, 1.5, at)
    assert view.metres_per_pixel == pytest.approx(scale / 1.5)
    assert view.plane_at(at) == pytest.approx(before, rel=1e-6)
    native(view, 1 / 1.5, at)
    assert view.metres_per_pixel == pytest.approx(scale)


def test_two_fingers_that_part_zoom_and_carry_the_map(view, qtbot):
    port, screen = view.viewport(), QTest.createTouchDevice()
    view.zoom(1.0, smooth=False)
    scale = view.metres_per_pixel
    one, two = QPoint(250, 200), QPoint(350, 200)
    before = view.plane_at(QPointF(300, 200))
    QTest.touchEvent(port, screen).press(0, one, port).press(1, two, port).commit()
    for step in range(1, 11):
        away = QPoint(10 * step, 0)
        QTest.touchEvent(port, screen).move(0, one - away, port).move(1, two + away, port).commit()
    last = QPoint(100, 0)
    QTest.touchEvent(port, screen).release(0, one - last, port).release(
        1, two + last, port
    ).commit()
    assert scale / view.metres_per_pixel == pytest.approx(3.0, rel=0.35)
    step = 3 * view.metres_per_pixel
    assert view.plane_at(QPointF(300, 200)) == pytest.approx(before, abs=step)
    assert not view.dragging


def test_a_pinch_that_leaps_is_held(view):
    pinch = QPinchGesture()
    pinch.setCenterPoint(QPointF(view.mapToGlobal(QPoint(300, 200))))
    pinch.setScaleFactor(1e9)
    scale = view.metres_per_pixel
    view._pinch(pinch)
    assert view.metres_per_pixel == pytest.approx(max(scale / 10, NEAREST))
