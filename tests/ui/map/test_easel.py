import logging
import threading

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.ui.map import easel as module
from siteselect.ui.map.easel import Easel
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.picture import MARGIN, Order
from siteselect.ui.theme import LIGHT
from tests.ui.map.small_pack import make_data, make_extent, make_scene, make_tints

VIEW = make_extent(70, 48, 5_000.0, 300, 200)
NONE = np.empty((0, 4))
DATA = make_data()


class Board:
    """Whoever shows an easel."""

    def __init__(self, tasks):
        self.tints = make_tints()
        self.orders, self.arrived, self.painters = [], [], []
        self.easel = Easel(self.order, self.arrive, tasks)

    def arrive(self, painted):
        self.arrived.append(painted)

    def order(self, view):
        scene = make_scene(extent=view.grown(MARGIN), tints=self.tints)
        made = Order(scene, (), (), NONE, NONE, (0, 0, 9, 9), stamp=self.easel.picture.stamp)
        self.orders.append(made)
        return made

    def look(self, view=VIEW, *, resting=True):
        image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
        image.fill(QColor("#ff00ff"))
        painter = QPainter(image)
        self.easel.show(painter, view, LIGHT, resting=resting)
        painter.end()
        return image


def at(pixels, scale=1.0):
    step = VIEW.metres_per_pixel
    return Extent(VIEW.left + pixels * step, VIEW.top, step * scale, 300, 200)


def test_without_threads_the_first_look_shows_the_picture(qapp):
    board = Board(None)
    image = board.look()
    assert board.easel.pictures == 1
    assert image.pixelColor(150, 100) != QColor("#ff00ff")
    board.look(at(20))
    assert board.easel.pictures == 1
    board.look(at(MARGIN + 5))
    assert board.easel.pictures == 2


def test_with_threads_a_look_never_waits(qtbot, tasks, monkeypatch):
    board, gate = Board(tasks), threading.Event()
    whole = module.paint_order

    def slow(order, progress):
        board.painters.append(threading.current_thread())
        gate.wait(10)
        return whole(order, progress)

    monkeypatch.setattr(module, "paint_order", slow)
    image = board.look()
    assert image.pixelColor(150, 100) == QColor(LIGHT.neighbours)
    assert board.easel.busy
    board.look(at(3))
    assert len(board.orders) == 1  # one at a time
    gate.set()
    qtbot.waitUntil(lambda: board.easel.pictures == 1)
    assert board.painters[0] is not threading.main_thread()
    assert board.look().pixelColor(150, 100) != QColor("#ff00ff")


def test_what_changes_meanwhile_is_shown_and_painted_anew(qtbot, tasks):
    board = Board(tasks)
    board.look()
    board.easel.picture.forget()  # another day, while the first is painted
    qtbot.waitUntil(lambda: board.easel.pictures == 1)
    assert board.easel.picture.holds(VIEW)
    assert not board.easel.picture.covers(VIEW)
    board.look()
    qtbot.waitUntil(lambda: board.easel.pictures == 2)
    assert board.easel.picture.covers(VIEW)


def test_the_next_picture_is_ordered_before_the_edge_is_seen(qtbot, tasks):
    board = Board(tasks)
    board.look()
    qtbot.waitUntil(lambda: board.easel.pictures == 1)
    board.look(at(MARGIN // 2))
    assert not board.easel.busy
    near = at(MARGIN - 10)
    assert board.easel.picture.covers(near)
    board.look(near)
    qtbot.waitUntil(lambda: board.easel.pictures == 2)


def test_while_the_scale_glides_the_old_picture_is_stretched(qtbot, tasks):
    board = Board(tasks)
    board.look()
    qtbot.waitUntil(lambda: board.easel.pictures == 1)
    image = board.look(at(0, 0.5), resting=False)
    assert not board.easel.busy
    assert image.pixelColor(150, 100) not in (QColor("#ff00ff"), QColor(LIGHT.neighbours))


def test_beyond_the_picture_the_whole_region_is_stretched(qtbot, tasks):
    board = Board(tasks)
    board.look()
    qtbot.waitUntil(lambda: board.easel._far is not None)
    image = board.look(at(2_000, 1.0), resting=False)
    colours = {image.pixelColor(x, y).name() for x in range(0, 300, 9) for y in range(0, 200, 9)}
    assert "#ff00ff" not in colours


def test_a_picture_that_fails_is_told_and_the_old_one_stays(qtbot, tasks, monkeypatch, caplog):
    board = Board(tasks)

    def broken(order, progress):
        raise RuntimeError("no paint")

    monkeypatch.setattr(module, "paint_order", broken)
    with caplog.at_level(logging.ERROR):
        board.look()
        qtbot.waitUntil(lambda: not board.easel.busy)
    assert "could not be painted" in caplog.text
    assert board.easel.picture.painted is None


def test_the_far_picture_reaches_as_far_as_one_can_stand_back():
    left, top, right, foot = module._around((0.0, 0.0, 100.0, 50.0))
    assert (left, top, right, foot) == pytest.approx((-40, -20, 140, 70))
