import numpy as np
from PySide6.QtCore import QPointF

from siteselect.ui.map.extent import Extent

EXTENT = Extent(1000.0, 2000.0, 10.0, 300, 200)


def test_pixels_and_transform_agree():
    pixel = EXTENT.pixels(np.array([1500.0]), np.array([2600.0]))[0]
    assert pixel.tolist() == [50.0, 60.0]
    mapped = EXTENT.transform.map(QPointF(1500, 2600))
    assert (mapped.x(), mapped.y()) == (50.0, 60.0)


def test_window_and_growth():
    assert EXTENT.window == (1000.0, 2000.0, 4000.0, 4000.0)
    grown = EXTENT.grown(10)
    assert grown.window == (900.0, 1900.0, 4100.0, 4100.0)
    assert (grown.width, grown.height) == (320, 220)


def test_visible_reaches_beyond_when_asked():
    x, y = np.array([1000.0, 950.0]), np.array([2000.0, 2000.0])
    assert EXTENT.visible(x, y).tolist() == [True, False]
    assert EXTENT.visible(x, y, 5.0).tolist() == [True, True]
