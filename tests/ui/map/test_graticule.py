import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.ui.map.extent import Extent
from siteselect.ui.map.graticule import (
    degrees_text,
    graticule_of,
    graticule_step,
    paint_degrees,
    paint_graticule,
)
from siteselect.ui.map.projection import geographic_point, scene_point
from siteselect.ui.theme import LIGHT
from tests.making import make_evaluation


def extent_at(west, north, metres_per_pixel, width=900, height=600):
    return Extent(*scene_point(west, north), metres_per_pixel, width, height)


def painted(work, width=900, height=600):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.land))
    painter = QPainter(image)
    found = work(painter)
    painter.end()
    return found, image


def meet(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.parametrize("degrees", [0.4, 3.0, 51.0, 300.0])
def test_a_graticule_has_some_lines(degrees):
    assert 4 <= degrees / graticule_step(degrees) <= 12


@pytest.mark.parametrize("metres_per_pixel", [30.0, 400.0, 1800.0, 6500.0, 20000.0])
def test_lines_lie_at_whole_steps_where_they_say(metres_per_pixel):
    extent = extent_at(60, 55, metres_per_pixel)
    lines = graticule_of(extent)
    assert np.allclose(lines.meridians / lines.step, np.round(lines.meridians / lines.step))
    assert 70 <= np.diff(lines.x).min() <= 400
    for degrees, x in zip(lines.meridians, lines.x, strict=True):
        lon = geographic_point(extent.left + x * metres_per_pixel, extent.top)[0]
        assert lon == pytest.approx(degrees, abs=1e-6)
    for degrees, y in zip(lines.parallels, lines.y, strict=True):
        lat = geographic_point(extent.left, extent.top + y * metres_per_pixel)[1]
        assert lat == pytest.approx(degrees, abs=1e-6)


def test_the_step_hangs_on_the_scale_alone():
    view = extent_at(60, 55, 1800.0)
    assert graticule_of(view).step == graticule_of(view.grown(160)).step
    assert graticule_of(view, 9000.0).step > graticule_of(view).step


def test_lines_are_painted_where_they_are():
    extent = extent_at(60, 55, 1800.0)
    _, image = painted(lambda painter: paint_graticule(painter, extent, LIGHT))
    x = graticule_of(extent).x
    land = QColor(LIGHT.land)
    for each in x[(x > 2) & (x < 897)]:
        near = [image.pixelColor(round(float(each)) + step, 3) for step in (-1, 0, 1)]
        assert any(colour != land for colour in near)


@pytest.mark.parametrize(
    ("degrees", "step", "sides", "told"),
    [
        (70.0, 5.0, "EW", "70° E"),
        (-3.0, 1.0, "EW", "3° W"),
        (45.5, 0.5, "NS", "45.5° N"),
        (-12.25, 0.25, "NS", "12.25° S"),
        (76.95, 0.05, "EW", "76.95° E"),
        (0.0, 10.0, "NS", "0°"),
    ],
)
def test_degrees_are_told_with_their_side(degrees, step, sides, told):
    assert degrees_text(degrees, step, sides) == told


def test_every_line_is_told_at_the_edge_when_there_is_room(qtbot):
    extent = extent_at(60.5, 54.7, 1800.0)
    lines = graticule_of(extent)
    frame = (0.0, 0.0, 900.0, 600.0)
    boxes, image = painted(
        lambda painter: paint_degrees(painter, LIGHT, lines, frame, np.empty((0, 4)))
    )
    assert len(boxes) == len(lines.x) + len(lines.y)
    assert not any(meet(a, b) for place, a in enumerate(boxes) for b in boxes[:place])
    left, top, right, foot = boxes[0]
    inks = {
        image.pixelColor(x, y).lightness()
        for x in range(int(left), int(right))
        for y in range(int(top), int(foot))
    }
    assert max(inks) - min(inks) > 60


def test_degrees_give_way_to_what_is_there(qtbot):
    extent = extent_at(60.5, 54.7, 1800.0)
    lines = graticule_of(extent)
    frame = (0.0, 0.0, 900.0, 600.0)
    top_left = np.array([(0.0, 0.0, 900.0, 40.0), (0.0, 0.0, 200.0, 600.0)])
    boxes, _ = painted(lambda painter: paint_degrees(painter, LIGHT, lines, frame, top_left))
    assert boxes
    assert not any(meet(box, taken) for box in boxes for taken in top_left.tolist())
    whole = np.array([(0.0, 0.0, 900.0, 600.0)])
    assert painted(lambda painter: paint_degrees(painter, LIGHT, lines, frame, whole))[0] == []


def test_on_the_map_degrees_meet_neither_cards_nor_names_nor_pins(map_view, monkeypatch):
    map_view.display(make_evaluation(30))
    written = []

    def spy(*args):
        boxes = paint_degrees(*args)
        written.append((boxes, args[-1]))
        return boxes

    monkeypatch.setattr("siteselect.ui.map.map_view.paint_degrees", spy)
    map_view.grab()
    assert written == []
    map_view.set_overlay("graticule", True)
    map_view.grab()
    boxes, taken = written[-1]
    assert len(boxes) >= 4
    for card in map_view.glass._cards():
        if card.isVisible():
            geometry = card.geometry()
            held = (geometry.left(), geometry.top(), geometry.right(), geometry.bottom())
            assert not any(meet(box, held) for box in boxes)
    assert len(taken) > len(map_view.pins.boxes())
    assert not any(meet(box, held) for box in boxes for held in taken.tolist())
