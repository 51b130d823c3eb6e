import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.model.user_layer import Role
from siteselect.ui.map.ground import Scene, paint_ground
from siteselect.ui.map.legend_blocks import own_block
from siteselect.ui.map.own_data import own_data_of
from siteselect.ui.map.own_paint import colour_of, story_of_own
from siteselect.ui.map.regions import NO_TINTS
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.map.own_made import own_layer
from tests.ui.map.small_pack import make_data, make_extent, pixel_of


def painted(own, theme, extent):
    data = make_data()
    image = QImage(extent.width, extent.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    from dataclasses import replace

    scene = Scene(replace(data, own=own), NO_TINTS, theme, frozenset(), extent)
    paint_ground(painter, scene)
    painter.end()
    return image


def at(image, extent, lon, lat, dx=0):
    x, y = pixel_of(extent, lon, lat)
    return QColor(image.pixel(round(x) + dx, round(y)))


def near(first, second):
    return sum(abs(a - b) for a, b in zip(first.getRgb(), second.getRgb(), strict=True)) < 60


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_each_kind_is_seen_in_its_colour(qapp, tmp_path, theme):
    extent = make_extent(lon=74.0, lat=50.0)
    layers = [own_layer(role, tmp_path) for role in (Role.AVOIDED, Role.ROADS, Role.SUBSTATIONS)]
    image = painted(own_data_of(layers), theme, extent)
    bare = painted((), theme, extent)
    for lon, lat in ((75.0, 49.0), (72.5, 51.5)):
        assert at(image, extent, lon, lat) != at(bare, extent, lon, lat)
    assert near(at(image, extent, 75.0, 50.0, 3), colour_of(layers[2], theme))


def test_a_colour_of_ones_own_beats_that_of_the_role(tmp_path):
    layer = own_layer(Role.ROADS, tmp_path, colour="#102030")
    assert colour_of(layer, LIGHT).name() == colour_of(layer, DARK).name() == "#102030"


def test_the_pointer_is_told_voltage_class_source_and_day(tmp_path):
    extent = make_extent(lon=74.0, lat=50.0)
    own = own_data_of([own_layer(Role.ROADS, tmp_path), own_layer(Role.SUBSTATIONS, tmp_path)])
    story = story_of_own(own, extent, pixel_of(extent, 75.0, 50.0))
    assert (story.title, dict(story.lines)["Voltage"]) == ("South", "220 kV")
    assert story.source == "made.osm.pbf, 2026-11-01, ODbL 1.0"
    road = story_of_own(own, extent, pixel_of(extent, 75.0, 49.0))
    assert (road.title, dict(road.lines)["Class"]) == ("A-2", "trunk")
    assert story_of_own(own, extent, pixel_of(extent, 70.0, 47.0)) is None


def test_the_legend_has_a_row_a_layer(tmp_path):
    own = own_data_of([own_layer(Role.ROADS, tmp_path), own_layer(Role.AVOIDED, tmp_path)])
    one, two = own_block(own[:1]), own_block(own)
    assert two.height > one.height
    assert own_block(()) is None
