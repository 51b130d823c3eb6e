import math
import re

import pytest
import shapely

from siteselect.export._svg_frame import Frame

FRAME = Frame(0.0, -10.0, 20.0, 10.0, width=1000.0)


def test_corners_and_middle():
    assert (FRAME.x(0), FRAME.x(20), FRAME.x(10)) == (0, 1000, 500)
    assert FRAME.y(10) == pytest.approx(0)
    assert FRAME.y(-10) == pytest.approx(FRAME.height)
    assert FRAME.y(0) == pytest.approx(FRAME.height / 2)
    # Web Mercator: y = ln tan(45 + lat / 2); 20 degrees of longitude are 1000 pixels
    top = math.log(math.tan(math.radians(50)))
    assert FRAME.height == pytest.approx(2 * top * 1000 / math.radians(20))
    assert FRAME.holds(20, 10)
    assert not FRAME.holds(21, 0)


def test_the_scale_bar_is_true_at_the_centre():
    km, pixels = FRAME.scale_bar(most=160)
    # on the equator a degree is 111.3195 km and 50 pixels
    assert km == 200
    assert pixels == pytest.approx(200 / 111.3195 * 50, rel=1e-4)


def test_paths_are_cut_to_the_picture_and_specks_left_out():
    square = FRAME.path(shapely.box(5, -5, 50, 5))
    numbers = [float(text) for text in re.findall(r"-?\d+\.\d", square)]
    assert square.startswith("M")
    assert square.endswith("Z")
    assert max(numbers[::2]) == 1008.0
    assert min(numbers[::2]) == 250.0
    assert FRAME.path(shapely.box(5, 5, 5.001, 5.001)) == ""
    assert FRAME.path(shapely.box(30, 30, 40, 40)) == ""


def test_holes_and_lines_are_drawn():
    ring = shapely.Polygon(shapely.box(1, 1, 9, 9).exterior, [shapely.box(3, 3, 5, 5).exterior])
    assert FRAME.path(ring).count("Z") == 2
    line = FRAME.path(shapely.LineString([(1, 1), (2, 2)]))
    assert line.count("M") == 1
    assert "Z" not in line


def test_a_name_stands_within_the_part_that_is_seen():
    x, y = FRAME.label_point(shapely.box(10, -5, 90, 5))
    assert 500 < x < 1000
    assert FRAME.y(5) < y < FRAME.y(-5)
    assert FRAME.label_point(shapely.box(0, 0, 0.1, 0.1)) is None
