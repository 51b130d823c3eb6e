from types import SimpleNamespace

import numpy as np
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from siteselect.ui.map.borne_names import BorneNames
from siteselect.ui.map.labels import Spot, Wish
from siteselect.ui.map.lettering import Style
from siteselect.ui.map.naming import Name, PinName
from siteselect.ui.strokes import by_strokes

STYLE = Style(12, QFont.Weight.Bold, "#ff0000", "#ffffff")
NAME = Name("MMMM", STYLE, Wish(40.0, 14.0, np.zeros((1, 2))))


def bearing(spot):
    pin = PinName("MMMM", 50.0, 50.0, 11.5, strong=True, quiet=False, point=(50.0, 69.0))
    names = BorneNames()
    names.take(SimpleNamespace(rows=(0,), pins=(pin,)), [NAME], [spot], 1.0)
    return names


def reds(names, at, rows=(0,), **_):
    image = QImage(300, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("#000000"))
    painter = QPainter(image)
    names.paint(painter, np.array([at]), np.array(rows, dtype=int))
    painter.end()
    return [x for x in range(300) if any(
        image.pixelColor(x, y).red() > 200 and image.pixelColor(x, y).green() < 90
        for y in range(120)
    )]  # fmt: skip


def test_a_name_moves_with_its_pin(qapp):
    names = bearing(Spot(100.0, 50.0, 40.0, 14.0, leader=False))
    here, there = reds(names, (50.0, 50.0)), reds(names, (90.0, 50.0))
    assert min(here) >= 75
    assert [x + 40 for x in here] == there


def test_a_far_name_is_led_to_its_pin(qapp):
    spot = Spot(120.0, 50.0, 40.0, 14.0, leader=True)
    assert min(reds(bearing(spot), (50.0, 50.0))) <= 52


def test_names_without_room_or_pin_are_not_written(qapp):
    assert bearing(None).held == []
    names = bearing(Spot(100.0, 50.0, 40.0, 14.0, leader=False))
    assert reds(names, (50.0, 50.0), rows=()) == []
    names.clear()
    assert reds(names, (50.0, 50.0)) == []


def test_by_strokes_letters_are_written_and_not_copied(qapp):
    names = bearing(Spot(100.0, 50.0, 40.0, 14.0, leader=False))
    with by_strokes():
        assert reds(names, (50.0, 50.0))
