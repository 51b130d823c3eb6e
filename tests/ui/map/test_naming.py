import numpy as np

from siteselect.ui.map.naming import PinName, names_of, paint_names, place_names
from siteselect.ui.theme import LIGHT
from tests.ui.map.small_pack import make_extent, make_scene, pixel_of

NONE = np.empty((0, 4))


def pin(text, lon, lat, extent, **how):
    x, y = (float(each) for each in pixel_of(extent, lon, lat))
    values = {"strong": False, "quiet": False, "point": (x, y)} | how
    return PinName(text, x, y - 19.0, 11.5, **values)


def told(scene, pins=()):
    return [name.text for name in names_of(scene, list(pins))]


def test_pins_come_first_then_countries_and_towns(qapp):
    scene = make_scene()
    names = told(scene, [pin("Site A", 75, 50, scene.extent)])
    assert names[0] == "Site A"
    assert {"Kazakhstan", "Xinjiang", "Bigtown", "Long Lake"} <= set(names)
    assert "Great · 4\u2009000 MW" not in names


def test_nearer_come_regions_and_stations(qapp):
    scene = make_scene(extent=make_extent(68, 51, 800.0, 900, 700))
    names = told(scene)
    assert "West" in names
    assert "Great · 4\u2009000 MW" in names
    assert "Kazakhstan" in names
    assert "Kazakhstan" not in told(make_scene(extent=make_extent(68, 51, 300.0, 900, 700)))


def test_a_region_that_is_its_whole_realm_bears_one_name(qapp):
    scene = make_scene(extent=make_extent(85, 45, 2_000.0, 900, 700))
    assert told(scene).count("Xinjiang") == 1


def test_a_town_that_is_a_site_bears_one_name(qapp):
    scene = make_scene()
    assert "Bigtown" not in told(scene, [pin("Bigtown (new)", 62, 47, scene.extent)])
    assert "Bigtown" in told(scene, [pin("Other", 75, 50, scene.extent)])


def test_only_great_towns_are_named_abroad(qapp):
    far = make_scene(extent=make_extent(70, 55, 15_000.0))
    assert "Farcity" in told(far)
    assert "Bigtown" not in told(far)


def test_names_of_hidden_overlays_are_silent(qapp):
    names = told(make_scene(shown={"sites"}))
    assert names == []
    assert "FLD" in told(make_scene(shown={"airports"}))


def test_names_find_room_and_are_written(qapp):
    from PySide6.QtGui import QColor, QImage, QPainter

    scene = make_scene()
    pins = [pin(f"Site {at}", 70 + 1.4 * at, 50, scene.extent, strong=at == 0) for at in range(6)]
    names = names_of(scene, pins)
    taken = np.array([[each.x - 12, each.y - 12, each.x + 12, each.y + 12] for each in pins])
    view = (0.0, 0.0, 600.0, 400.0)
    spots = place_names(scene, names, taken, NONE, view)
    boxes = [spot.box for spot in spots if spot is not None]
    assert len(boxes) >= 6
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = one[0] >= other[2] or one[2] <= other[0]
            assert apart or one[1] >= other[3] or one[3] <= other[1]
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.land))
    painter = QPainter(image)
    paint_names(painter, LIGHT, names, spots)
    painter.end()
    x, y = spots[0].x, spots[0].y
    near = [image.pixelColor(round(x) + step, round(y)).lightness() for step in range(-20, 20)]
    assert min(near) < 120
