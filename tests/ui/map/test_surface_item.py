import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from siteselect.ui.map.surface_item import BELOW_SITES, SurfaceItem, cells_on_pixels
from tests.ui.map.test_map_view import picture

RED, BLUE = 0xFFFF0000, 0xFF0000FF
COLOURS = [0x00000000, RED, BLUE]


def halves(extent):
    """Cell 0 in the left half, cell 1 in the right, nothing in the upper third."""
    index = np.zeros((extent.height, extent.width), np.int32)
    index[:, extent.width // 2 :] = 1
    index[: extent.height // 3] = -1
    return index


def test_each_pixel_wears_the_code_of_its_cell():
    index = np.array([[0, 1, -1], [2, 2, 0]], np.int32)
    assert cells_on_pixels(np.array([7, 8, 9], np.uint8), index).tolist() == [[7, 8, 0], [9, 9, 7]]


def test_cells_lie_above_the_land_and_below_lines_and_sites(map_view):
    before = picture(map_view)
    extent = map_view.extent()
    map_view.surface.lay(halves(extent), extent, COLOURS)
    map_view.surface.recolour(np.array([1, 2], np.uint8))
    map_view.show_surface(shown=True)
    image = picture(map_view)
    reds = sum(
        image.pixelColor(x, 500) == QColor("#ff0000") for x in range(300, extent.width // 2, 3)
    )
    assert reds > 20
    assert image.pixelColor(500, 20) == before.pixelColor(500, 20)
    assert map_view.surface.zValue() < BELOW_SITES < map_view.pins.zValue()
    map_view.surface.recolour(np.array([2, 2], np.uint8))
    assert picture(map_view) != image
    map_view.surface.clear()
    map_view.show_surface(shown=False)
    assert picture(map_view) == before


def test_a_surface_moves_with_the_map(map_view):
    extent = map_view.extent()
    image = QImage(extent.width, extent.height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    map_view.surface.show_image(image, extent)
    map_view.show_surface(shown=True)
    map_view.pan(300, 0)
    shown = picture(map_view)
    assert shown.pixelColor(200, 30) == QColor("red")
    assert shown.pixelColor(extent.width - 100, 30) != QColor("red")


def test_an_index_of_another_size_is_refused(map_view):
    with pytest.raises(ValueError, match="pixels"):
        map_view.surface.lay(np.zeros((3, 3), np.int32), map_view.extent(), COLOURS)


def test_without_cells_nothing_is_coloured(qapp):
    surface = SurfaceItem()
    surface.recolour(np.array([1], np.uint8))
    assert not surface.isVisible()
