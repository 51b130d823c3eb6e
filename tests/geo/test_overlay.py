import numpy as np
import pytest
import shapely

from siteselect.geo.overlay import holding_polygon

SQUARES = [shapely.box(60, 40, 70, 50), shapely.box(70, 40, 80, 50)]


def test_each_point_finds_its_polygon():
    found = holding_polygon([65.0, 75.0, 90.0], [45.0, 45.0, 45.0], SQUARES)
    assert found.index.tolist() == [0, 1, -1]
    assert found.km[:2].tolist() == [0.0, 0.0]
    assert np.isnan(found.km[2])
    assert not found.on_shore.any()


def test_the_shore_is_taken_within_the_tolerance():
    found = holding_polygon([80.05, 80.5], [45.0, 45.0], SQUARES, tolerance_km=10.0)
    assert found.index.tolist() == [1, -1]
    assert found.km[0] == pytest.approx(3.94, abs=0.01)
    assert found.on_shore.tolist() == [True, False]


def test_a_hole_holds_nothing():
    ring = shapely.Polygon(
        [(60, 40), (70, 40), (70, 50), (60, 50)], [[(64, 44), (66, 44), (66, 46), (64, 46)]]
    )
    assert holding_polygon([65.0, 62.0], [45.0, 45.0], [ring]).index.tolist() == [-1, 0]


def test_no_polygons_hold_nothing():
    assert holding_polygon([65.0], [45.0], [], tolerance_km=5.0).index.tolist() == [-1]


def test_the_same_as_asking_every_polygon():
    generator = np.random.default_rng(3)
    cells = [shapely.Point(x, y).buffer(0.7) for x in range(60, 66) for y in range(40, 44)]
    lon, lat = generator.uniform(59, 67, 500), generator.uniform(39, 45, 500)
    truth = [
        next((row for row, cell in enumerate(cells) if cell.contains(shapely.Point(x, y))), -1)
        for x, y in zip(lon, lat, strict=True)
    ]
    assert holding_polygon(lon, lat, cells).index.tolist() == truth
