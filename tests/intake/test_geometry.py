from pathlib import Path

import numpy as np
import pytest
import shapely

from siteselect.errors import IntakeError
from siteselect.intake._geometry import Shapes, mend, on_the_globe

PATH = Path("a.gpkg")


def wkb(*items):
    cells = [None if item is None else shapely.to_wkb(item) for item in items]
    return np.array(cells, dtype=object)


def texts(shapes):
    return " ".join(str(text) for text, *_ in shapes.findings)


@pytest.mark.parametrize(
    ("item", "words", "kept"),
    [
        (None, "no geometry", False),
        (shapely.Point(), "no point at all", False),
        (shapely.Point(np.nan, 5), "not a number", False),
        (shapely.Point(np.inf, 5), "infinite", False),
        (shapely.Point(1, 2, 300), "Heights were dropped", True),
        (shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)]), "crosses itself", True),
        (shapely.Polygon([(0, 0), (1, 1), (0, 0)]), "no width", False),
        (shapely.GeometryCollection([shapely.Point(1, 2), shapely.LineString([(0, 0), (1, 1)])]),
         "mixes points, lines and areas", False),
        (shapely.GeometryCollection([shapely.Point(1, 2)]), "", True),
    ],
)  # fmt: skip
def test_each_fault_of_geometry_is_told(item, words, kept):
    sound = shapely.Point(75, 51)
    shapes = mend(wkb(sound, item))
    assert words in texts(shapes)
    assert shapes.items[0] == sound
    assert (shapes.items[1] is not None) == kept
    if kept:
        assert shapely.is_valid(shapes.items[1])
        assert not shapely.has_z(shapes.items[1])
    else:
        assert shapes.findings[0][1] == 2


def test_a_ring_that_is_open_is_closed_and_nonsense_is_left_out():
    ring = shapely.to_wkb(shapely.Polygon([(0, 0), (1, 0), (1, 1), (0, 0)]))
    opened = ring[:9] + (3).to_bytes(4, "little") + ring[13:-16]
    shapes = mend(np.array([opened, b"\x01\x02\x03"], dtype=object))
    assert "was closed" in texts(shapes)
    assert shapely.area(shapes.items[0]) == 0.5
    assert shapes.items[1] is None


def test_many_faults_of_one_kind_are_told_together():
    shapes = mend(wkb(*[None] * 30))
    assert len(shapes.findings) == 1
    assert "(30 features: 1, 2, 3, 4, 5 ...)" in texts(shapes)


@pytest.mark.parametrize(
    ("point", "words", "kept"),
    [
        ((51, 95), "look swapped", False),
        ((185, 51), "longitude lies beyond 180", False),
        ((100, 95), "latitude lies beyond 90", False),
        ((0, 0), "longitude 0, latitude 0", True),
        ((75, 51), "", True),
    ],
)
def test_what_lies_off_the_globe_is_told(point, words, kept):
    shapes = on_the_globe(PATH, Shapes(np.array([shapely.Point(*point)])), "", "EPSG:4326")
    assert words in texts(shapes)
    assert (shapes.items[0] is not None) == kept


def test_a_wide_leap_is_told_and_kept():
    line = shapely.LineString([(-179, 50), (179, 50)])
    shapes = on_the_globe(PATH, Shapes(np.array([line])), "", "EPSG:4326")
    assert "date line" in texts(shapes)
    assert shapes.items[0] == line


def test_a_projected_layer_is_turned_by_proj():
    point = shapely.Point(500000, 4769868.9)  # on the middle line of UTM zone 43
    shapes = on_the_globe(PATH, Shapes(np.array([point])), "", "EPSG:32643")
    assert shapes.items[0].x == pytest.approx(75.0, abs=1e-6)
    assert shapes.items[0].y == pytest.approx(43.0815, abs=1e-4)
    assert "turned from EPSG:32643" in texts(shapes)


def test_a_system_that_is_missing_or_wrong_is_asked_for():
    metres = Shapes(np.array([shapely.Point(500000, 4769868.9)]))
    with pytest.raises(IntakeError, match="names no reference system"):
        on_the_globe(PATH, metres, "", "")
    with pytest.raises(IntakeError, match="says that it holds degrees"):
        on_the_globe(PATH, metres, "", "EPSG:4326")
    assert on_the_globe(PATH, metres, "EPSG:32643", "EPSG:4326").items[0].x == pytest.approx(75)
    degrees = on_the_globe(PATH, Shapes(np.array([shapely.Point(75, 51)])), "", "")
    assert "were taken as degrees" in texts(degrees)
