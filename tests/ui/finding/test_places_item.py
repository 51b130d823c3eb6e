from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from siteselect.ui.finding.places_item import PlacesItem
from siteselect.ui.map.extent import Extent
from siteselect.ui.theme import LIGHT
from tests.ui.finding.made import suggested


def placed(qapp):
    item = PlacesItem(LIGHT)
    item.show_places(suggested().places)
    xs, ys = zip(*(item.point(row) for row in range(len(suggested().places))), strict=True)
    item.look(Extent(min(xs) - 2e5, min(ys) - 2e5, 2000.0, 500, 400))
    return item


def test_a_pin_is_hit_at_its_head(qapp):
    item = placed(qapp)
    x, y = item._view.pixels(*item._points)[1]
    assert item.at(QPointF(x, y - 19)) == 1
    assert item.at(QPointF(x + 60, y + 60)) == -1
    assert PlacesItem(LIGHT).at(QPointF(0, 0)) == -1


def test_pins_and_names_are_painted(qapp):
    item = placed(qapp)
    image = QImage(500, 400, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    item.paint(painter, None)
    painter.end()
    plain = image.copy()
    x, y = item._view.pixels(*item._points)[0]
    assert image.pixelColor(int(x) - 7, int(y) - 22).alpha() > 200
    item.chosen = 0
    image.fill(0)
    painter = QPainter(image)
    item.paint(painter, None)
    painter.end()
    assert image != plain
    assert item.boundingRect().contains(QPointF(0, 0))
