import numpy as np
import pytest
from PySide6.QtCore import QPointF

from siteselect.ui.finding.surface_view import SurfaceView
from siteselect.ui.map.map_data import MapData
from siteselect.ui.theme import DARK, LIGHT
from tests.scan.made import toy
from tests.ui.finding.made import found, suggested


@pytest.fixture
def view(qtbot):
    made = SurfaceView(LIGHT)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show_data(MapData.of(toy()))
    made.show()
    made.show_found(found())
    return made


def colours(view):
    image = view.grab().toImage()
    return {image.pixel(x, y) for x in range(0, 700, 5) for y in range(0, 500, 5)}


def test_cells_are_coloured_under_the_borders(view):
    assert view.surface.isVisible()
    assert view.over.isVisible()
    with_surface = colours(view)
    view.clear()
    assert len(with_surface) > 1.3 * len(colours(view))


def test_a_tick_recolours_without_a_new_index(view):
    laid = view._laid
    pixels = view.surface._pixels.copy()
    view.show_above(0.99)
    assert view._laid is laid
    assert (view.surface._pixels != pixels).any()


def test_the_ramp_keeps_its_ends_until_the_hand_rests(view):
    view.span = (0.1, 0.9)
    view.show_found(found())
    assert view.span == (0.1, 0.9)
    view.fit_span()
    assert view.span == found().span


def test_moving_the_map_finds_the_cells_anew(qtbot, view):
    before = view._ground
    view.zoom(1.5, smooth=False)
    qtbot.waitUntil(lambda: view._ground is not before)
    assert view._ground.extent.metres_per_pixel == view.metres_per_pixel
    assert view._ground.table is before.table


def test_with_a_brush_the_index_is_made_in_the_background(qtbot, tasks):
    made = SurfaceView(LIGHT, tasks)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show_data(MapData.of(toy()))
    made.show()
    made.show_found(found())
    qtbot.waitUntil(lambda: made._laid is not None, timeout=10_000)
    assert made.surface._pixels.any()
    qtbot.waitUntil(lambda: not tasks.running)


def test_places_are_picked_and_brought_near(qtbot, view):
    view.show_places(suggested())
    x, y = view.places._view.pixels(*view.places._points)[0]
    with qtbot.waitSignal(view.place_picked) as heard:
        view.click(QPointF(float(x), float(y) - 19), adding=False)
    assert heard.args == [0]
    assert view.places.chosen == 0
    view.mark_place(1, near=True)
    assert np.allclose(view.centre, view.places.point(1))


def test_another_look_is_taken_on(view):
    light = view.grab().toImage()
    view.apply_theme(DARK)
    assert view.grab().toImage() != light
    assert view._laid[2] is DARK
