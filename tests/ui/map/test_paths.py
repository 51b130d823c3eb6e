import numpy as np
import shapely
from PySide6.QtCore import QPointF

from siteselect.ui.map.paths import parts_of, path_of, path_through, projected


def test_a_polygon_with_a_hole_leaves_the_hole_open():
    ring = shapely.Polygon([(0, 0), (10, 0), (10, 10), (0, 10)], [[(4, 4), (6, 4), (6, 6), (4, 6)]])
    path = path_of(ring)
    assert path.contains(QPointF(1, 1))
    assert not path.contains(QPointF(5, 5))
    assert path.elementCount() == 10


def test_a_line_keeps_every_vertex():
    points = np.random.default_rng(1).uniform(0, 100, (500, 2))
    path = path_of(shapely.LineString(points))
    assert path.elementCount() == 500
    last = path.elementAt(499)
    assert (last.x, last.y) == tuple(points[-1])


def test_no_points_make_an_empty_path():
    assert path_through(np.empty((0, 2)), np.empty(0, np.intp)).isEmpty()


def test_parts_know_their_rows():
    two = shapely.MultiPoint([(0, 0), (1, 1)])
    parts, rows = parts_of(np.array([two, shapely.Point(5, 5), shapely.Point()], dtype=object))
    assert len(parts) == 3
    assert rows.tolist() == [0, 0, 1]


def test_projected_drops_height():
    point = projected(np.array([shapely.Point(10, 0, 300)], dtype=object))[0]
    assert not point.has_z
    assert round(point.x) == 1_113_195
