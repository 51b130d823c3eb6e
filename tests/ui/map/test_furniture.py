import pytest
from pyproj import Geod
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from siteselect.ui.map import furniture
from siteselect.ui.map.projection import geographic_point
from siteselect.ui.theme import LIGHT
from siteselect.ui.widgets.painting import face
from tests.ui.map.small_pack import make_extent

PARTS = ("Made with Natural Earth", "Stations: a long list, CC BY 4.0", "Places: GeoNames")


def painted(paint):
    image = QImage(400, 120, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.land))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    result = paint(painter)
    painter.end()
    return result, image


def dark_columns(image, y):
    return [x for x in range(image.width()) if image.pixelColor(x, y).lightness() < 90]


def test_the_painted_bar_is_as_long_as_it_says(qapp):
    extent = make_extent(76.9, 43.2, 2_500.0, 400, 300)
    _, image = painted(lambda painter: furniture.paint_scale_bar(painter, LIGHT, extent, 20, 100))
    columns = dark_columns(image, 95)
    pixels = columns[-1] - columns[0]
    y = extent.top + extent.height / 2 * extent.metres_per_pixel
    ends = [geographic_point(x * extent.metres_per_pixel, y) for x in (0, pixels)]
    true = Geod(ellps="WGS84").inv(*ends[0], *ends[1])[2]
    assert true == pytest.approx(200_000, rel=0.02)


def test_lengths_are_told_in_metres_and_kilometres():
    assert furniture.length_text(500.0) == "500 m"
    assert furniture.length_text(2_000_000.0) == "2\u2009000 km"


def test_north_points_up(qapp):
    _, image = painted(lambda painter: furniture.paint_north(painter, LIGHT, QPointF(200, 60)))
    assert len(dark_columns(image, 50)) < len(dark_columns(image, 65))


def test_attribution_breaks_into_lines_no_wider_than_its_room(qapp):
    font = face("small")
    metrics = QFontMetricsF(font)
    whole = furniture.lines_of(PARTS, 10_000.0, font)
    assert whole == [" · ".join(PARTS)]
    two = furniture.lines_of(PARTS, 0.6 * metrics.horizontalAdvance(whole[0]), font)
    assert len(two) == 2
    assert " ".join(two) == whole[0]
    short = furniture.lines_of(PARTS, 150.0, font)
    assert len(short) == 1
    assert short[0].endswith("…")
    assert furniture.lines_of((), 150.0, font) == []


def test_attribution_stands_at_the_right(qapp):
    box, image = painted(
        lambda painter: furniture.paint_attribution(painter, LIGHT, PARTS, 390, 110, 380)
    )
    assert box.right() == pytest.approx(396)
    assert image.pixelColor(5, 20) == QColor(LIGHT.land)
