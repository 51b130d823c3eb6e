import numpy as np
import shapely
from PySide6.QtCore import QPointF

from siteselect.ui.map.levels import Shapes, band_of, pieces_of

CIRCLE = shapely.Point(0, 0).buffer(100_000, quad_segs=500)
WINDOW = (-2e5, -2e5, 2e5, 2e5)


def test_far_away_there_are_fewer_vertices_within_half_a_pixel():
    shapes = Shapes(np.array([CIRCLE], dtype=object))
    near, far = shapes.vertices(1.0), shapes.vertices(2_000.0)
    assert near == 2001
    assert far < near / 10
    coarse = shapes.coarse(2_000.0)[0]
    assert shapely.hausdorff_distance(coarse.exterior, CIRCLE.exterior) <= 0.5 * 2_000.0


def test_only_what_is_in_the_window_is_drawn():
    islands = np.array([shapely.box(x, 0, x + 1000, 1000) for x in (0, 1e6, 2e6)], dtype=object)
    shapes = Shapes(islands)
    assert [row for row, _ in shapes.paths(10.0, (-5, -5, 5, 5))] == [0]
    assert [row for row, _ in shapes.paths(10.0, (-5, -5, 3e6, 5))] == [0, 1, 2]


def test_islands_below_a_pixel_are_left_out():
    shapes = Shapes(np.array([shapely.box(0, 0, 100, 100)], dtype=object))
    assert list(shapes.paths(1_000.0, WINDOW)) == []
    assert len(list(shapes.paths(10.0, WINDOW))) == 1


def test_a_path_is_made_once():
    shapes = Shapes(np.array([CIRCLE], dtype=object))
    first, second = (next(iter(shapes.paths(50.0, WINDOW)))[1] for _ in range(2))
    assert first is second


def test_lines_are_stroked_in_pieces_that_join():
    line = shapely.LineString(np.column_stack((np.arange(101.0), np.arange(101.0) % 7)))
    bounds, paths = pieces_of(np.array([line], dtype=object))
    assert len(paths) == 3
    assert sum(path.elementCount() - 1 for path in paths) == 100
    assert bounds[:, 2].tolist() == [40, 80, 100]
    shapes = Shapes(np.array([line], dtype=object), whole=False)
    assert len(list(shapes.strokes(1.0, (-1, -1, 30, 9)))) == 1
    assert len(list(Shapes(np.array([line], dtype=object)).strokes(1.0, WINDOW))) == 1


def test_a_band_lies_within_the_edge_of_an_area():
    band = band_of(shapely.box(0, 0, 100, 60), 5.0)
    assert band.contains(QPointF(2, 30))
    assert band.contains(QPointF(50, 57))
    assert not band.contains(QPointF(50, 30))
    assert not band.contains(QPointF(-1, 30))
    assert band_of(shapely.box(0, 0, 8, 8), 5.0).contains(QPointF(4, 4))


def test_bands_are_kept_for_each_scale():
    shapes = Shapes(np.array([shapely.box(0, 0, 1000, 600)]))
    window = (-1e4, -1e4, 1e4, 1e4)
    ((row, first),) = shapes.bands(1.0, window, 5.0)
    ((_, again),) = shapes.bands(1.0, window, 5.0)
    ((_, wider),) = shapes.bands(2.0, window, 5.0)
    assert row == 0
    assert again is first
    assert wider != first


def test_an_outline_leaves_out_what_is_too_small():
    areas = np.array([shapely.box(0, 0, 1000, 600), shapely.box(2000, 0, 2001, 1)])
    assert Shapes(areas).outline(1.0).boundingRect().right() == 1000
    line = np.array([shapely.LineString([(0, 0), (500, 0), (500, 500)])])
    assert Shapes(line, whole=False).outline(1.0).boundingRect().height() == 500
