import math

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from siteselect.ui.map import symbols
from siteselect.ui.theme import DARK, FUELS, LIGHT


@pytest.mark.parametrize("fuel", FUELS)
def test_every_shape_has_the_same_area(fuel):
    polygon = symbols.fuel_shape(fuel).toFillPolygon(QTransform.fromScale(100, 100))
    points = np.array([(point.x(), point.y()) for point in polygon])
    x, y = points.T
    area = abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2
    assert area == pytest.approx(1e4, rel=0.01)


def test_shapes_differ():
    corners = {fuel: symbols.fuel_shape(fuel).elementCount() for fuel in FUELS}
    boxes = {
        (corners[fuel], round(symbols.fuel_shape(fuel).boundingRect().top(), 3)) for fuel in FUELS
    }
    assert len(boxes) == len(FUELS)


def test_area_goes_with_power_down_to_what_can_be_seen():
    one, four = symbols.station_side(1_000.0), symbols.station_side(4_000.0)
    assert four**2 / one**2 == pytest.approx(4.0)
    assert symbols.station_side(1.0) == symbols.station_side(math.nan) == symbols.SMALLEST
    assert symbols.station_side(1e9) == symbols.LARGEST
    assert symbols.station_side(1_000.0, 2.0) == 2 * one


def test_coal_is_seen_on_dark_ground():
    assert (
        symbols.fuel_colour("coal", DARK).lightness()
        > symbols.fuel_colour("coal", LIGHT).lightness()
    )


def pixel(paint):
    image = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return image.pixelColor(20, 20), image


def test_a_doubtful_station_is_hollow(qapp):
    full, _ = pixel(
        lambda painter: symbols.paint_station(painter, 20, 20, 20, "gas", LIGHT, hollow=False)
    )
    hollow, image = pixel(
        lambda painter: symbols.paint_station(painter, 20, 20, 20, "gas", LIGHT, hollow=True)
    )
    gas = QColor(FUELS["gas"])
    assert abs(full.red() - gas.red()) < 25
    assert hollow.lightness() > 240
    edge = [image.pixelColor(x, 20) for x in range(2, 10)]
    assert any(abs(colour.blue() - gas.blue()) < 60 for colour in edge)


def test_closed_crossings_are_barred_and_airports_fly(qapp):
    _, opened = pixel(lambda painter: symbols.paint_crossing(painter, 20, 20, LIGHT, is_open=True))
    _, closed = pixel(lambda painter: symbols.paint_crossing(painter, 20, 20, LIGHT, is_open=False))
    _, unknown = pixel(lambda painter: symbols.paint_crossing(painter, 20, 20, LIGHT, is_open=None))
    assert len({bytes(image.constBits()) for image in (opened, closed, unknown)}) == 3
    colour, _ = pixel(lambda painter: symbols.paint_airport(painter, 20, 20, LIGHT))
    assert colour.lightness() < 200
