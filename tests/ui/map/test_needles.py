import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.ui.map.needles import Needles, needles
from siteselect.ui.theme import LIGHT

POINTS = np.array([[40.0, 60.0], [80.0, 60.0]])
OFFSETS = np.array([[0.0, -19.0], [0.0, 0.0]])
ROWS = np.array([0, 1])


def test_needles_join_heads_and_points_only_where_they_are_apart():
    points = np.array([[10.0, 30.0], [50.0, 50.0]])
    heads = np.array([[10.0, 11.0], [50.0, 50.0]])
    path = needles(points, heads)
    assert path.elementCount() > 0
    assert path.boundingRect().bottom() == pytest.approx(30.0)
    assert path.boundingRect().right() < 30


def painted(kept, points):
    image = QImage(120, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#000000"))
    painter = QPainter(image)
    kept.paint(painter, points, OFFSETS, ROWS, LIGHT)
    painter.end()
    return image


def test_a_moved_map_moves_its_needles_without_building_them(qapp):
    kept = Needles()
    here = painted(kept, POINTS)
    there = painted(kept, POINTS + np.array([7.0, 3.0]))
    assert kept.built == 1
    assert here.pixelColor(40, 52) == QColor("#ffffff")
    assert there.pixelColor(47, 55) == QColor("#ffffff")
    painted(kept, POINTS * 1.5)
    assert kept.built == 2


def test_no_pins_need_no_needles(qapp):
    kept = Needles()
    kept.paint(None, POINTS, OFFSETS, ROWS[:0], LIGHT)
    assert kept.built == 0
