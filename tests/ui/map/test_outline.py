from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.ui.map.kept_data import outline_of
from siteselect.ui.map.map_cache import MapCache
from siteselect.ui.map.outline import (
    LAYERS,
    fitting,
    kept_outline,
    key_of,
    packed,
    paint_outline,
    unpacked,
)
from siteselect.ui.theme import LIGHT
from tests.ui.map.small_pack import make_data


def test_an_outline_is_read_as_it_was():
    before = outline_of(make_data(), "abc")
    after = unpacked(packed(before))
    assert (after.digest, after.home, after.reach) == ("abc", before.home, before.reach)
    for name in LAYERS:
        assert after.paths[name] == before.paths[name]


def test_what_is_cut_off_is_none():
    assert unpacked(packed(outline_of(make_data(), "abc"))[:200]) is None
    assert unpacked(b"") is None


def test_an_outline_is_kept_by_the_name_of_its_pack(tmp_path):
    cache = MapCache(tmp_path)
    assert kept_outline(cache, "a@1") is None
    cache.keep(key_of("a@1"), packed(outline_of(make_data(), "abc")))
    assert kept_outline(cache, "a@1").digest == "abc"


def test_the_whole_region_fits_and_keeps_its_shape():
    to_pixels = fitting((0.0, 0.0, 200.0, 100.0), QRectF(10, 20, 100, 100))
    assert to_pixels.map(QPointF(0, 0)) == QPointF(10, 45)
    assert to_pixels.map(QPointF(200, 100)) == QPointF(110, 95)


def test_land_and_water_are_painted_where_they_lie():
    outline = outline_of(make_data(), "abc")
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    to_pixels = fitting(outline.home, QRectF(image.rect()))
    paint_outline(painter, outline, LIGHT, to_pixels)
    painter.end()
    inside = outline.paths["realms"].pointAtPercent(0.0)
    assert outline.paths["realms"].boundingRect().contains(inside)
    colours = {QColor(image.pixel(x, y)).name() for x in range(0, 300, 5) for y in range(0, 200, 5)}
    assert LIGHT.land.lower() in colours
    assert "#ff00ff" not in colours or len(colours) > 2
