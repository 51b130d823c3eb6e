from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from siteselect.ui.present.ink import TRAIL, Ink, smooth


def painted(ink) -> QImage:
    image = QImage(200, 200, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    ink.paint(painter, None)
    painter.end()
    return image


def test_a_stroke_is_drawn_and_erased(qapp):
    ink = Ink()
    assert painted(ink).pixelColor(50, 50).alpha() == 0
    ink.begin(QPointF(20, 50))
    for x in range(24, 100, 4):
        ink.draw_to(QPointF(x, 50))
    ink.lift()
    ink.draw_to(QPointF(150, 150))  # the pen is up
    assert painted(ink).pixelColor(50, 50).alpha() > 200
    assert painted(ink).pixelColor(150, 150).alpha() == 0
    assert ink.boundingRect().contains(QRectF(0, 0, 900, 600))
    ink.erase()
    assert painted(ink).pixelColor(50, 50).alpha() == 0


def test_a_laser_has_a_tail_that_fades(qapp):
    ink = Ink()
    for x in range(40):
        ink.point_at(QPointF(x, 10))
    assert len(ink.trail) == TRAIL
    ink.fade()
    assert len(ink.trail) == TRAIL - 1
    assert painted(ink).pixelColor(39, 10).red() > 180
    ink.point_at(None)
    assert ink.trail == []


def test_a_point_alone_is_a_dot(qapp):
    assert smooth([QPointF(5, 5)]).elementCount() == 2
    assert smooth([QPointF(0, 0), QPointF(9, 0), QPointF(9, 9)]).length() > 10
