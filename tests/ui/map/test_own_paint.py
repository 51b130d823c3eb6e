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


def test_a_border_file_is_drawn_in_place_of_the_packs_borders(qapp, tmp_path):
    extent = make_extent(lon=74.0, lat=50.0)
    layer = own_layer(Role.BORDERS, tmp_path, attribution="", source="theirs.geojson")
    own, shown = own_data_of([layer]), frozenset({"borders"})
    packs, theirs = ground((), shown, extent), ground(own, shown, extent)
    bare, off = ground((), frozenset(), extent), ground(own, frozenset(), extent)
    assert at(theirs, extent, 75.0, 50.0) != at(packs, extent, 75.0, 50.0)
    assert at(theirs, extent, 75.0, 49.0) == at(packs, extent, 75.0, 49.0)  # a line, no area
    assert off == bare  # with the overlay of borders they go
    strong = make_data().borders.strong
    drawn = [spot for spot in spots_of(strong, extent) if packs.pixel(*spot) != bare.pixel(*spot)]
    assert len(drawn) > 20
    gone = [spot for spot in drawn if theirs.pixel(*spot) == bare.pixel(*spot)]
    assert len(gone) > 0.9 * len(drawn)


def test_a_border_file_is_named_and_the_note_of_the_pack_stays(tmp_path):
    from dataclasses import replace

    layer = own_layer(Role.BORDERS, tmp_path, attribution="", title="Our survey")
    data = replace(make_data(), borders_note="Lines take no side.", own=own_data_of([layer]))
    assert "Borders: made.osm.pbf" in data.named_for(["countries"])
    told = data.borders_told()
    assert "Our survey" in told
    assert "keep the region's jurisdictions" in told
    assert told.endswith("Lines take no side.")
    assert replace(data, own=()).borders_told() == "Lines take no side."
    assert own_block(data.own) is not None


def ground(own, shown, extent):
    from dataclasses import replace

    image = QImage(extent.width, extent.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_ground(painter, Scene(replace(make_data(), own=own), NO_TINTS, LIGHT, shown, extent))
    painter.end()
    return image


def spots_of(shapes, extent):
    """Return pixels on the lines of these shapes that lie in the picture."""
    found = set()
    for path in shapes.strokes(extent.metres_per_pixel, extent.window):
        drawn = extent.transform.map(path)
        for step in range(400):
            spot = drawn.pointAtPercent(step / 399)
            x, y = round(spot.x() - 0.5), round(spot.y() - 0.5)
            if 0 <= x < extent.width and 0 <= y < extent.height:
                found.add((x, y))
    return sorted(found)
