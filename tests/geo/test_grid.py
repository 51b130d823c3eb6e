import numpy as np
import pytest
import shapely

from siteselect.errors import StudyError
from siteselect.geo.crs import GEOD
from siteselect.geo.grid import BLOCK, cells_of, grid_over

CRS = "+proj=laea +lat_0=45 +lon_0=72 +datum=WGS84 +units=m"
SQUARE = shapely.box(60.0, 42.0, 80.0, 52.0)


def test_blocks_cover_every_cell_once():
    grid = grid_over(CRS, [SQUARE], 4)
    seen = np.zeros((grid.height, grid.width), int)
    for block in grid.blocks():
        assert block.height <= BLOCK
        assert block.width <= BLOCK
        seen[block.row : block.row + block.height, block.column : block.column + block.width] += 1
    assert (seen == 1).all()


def test_centres_and_places_are_each_others_inverse():
    grid = grid_over(CRS, [SQUARE], 5)
    rows, columns = np.array([0, 3, grid.height - 1]), np.array([0, 200, grid.width - 1])
    row, column = grid.places(*grid.centres(rows, columns))
    assert np.allclose(row, rows + 0.5, atol=1e-6)
    assert np.allclose(column, columns + 0.5, atol=1e-6)


def test_cells_are_of_equal_area_wherever_they_lie():
    grid = grid_over(CRS, [SQUARE], 10)
    for row, column in ((0, 0), (grid.height - 1, grid.width - 1), (50, 80)):
        corners = [(row - 0.5, column - 0.5), (row + 0.5, column - 0.5),
                   (row + 0.5, column + 0.5), (row - 0.5, column + 0.5)]  # fmt: skip
        lon, lat = grid.centres(*np.array(corners).T)
        area, _ = GEOD.polygon_area_perimeter(lon, lat)
        assert abs(abs(area) / 1e8 - 1.0) < 1e-3


def test_grids_of_one_size_fall_together_whatever_they_cover():
    first, second = grid_over(CRS, [SQUARE], 3), grid_over(CRS, [shapely.box(65, 44, 70, 47)], 3)
    assert (first.left - second.left) % 3000 == 0
    assert (first.top - second.top) % 3000 == 0


def test_the_grid_reaches_over_bent_edges():
    grid = grid_over(CRS, [SQUARE], 5)
    lon, lat = np.linspace(60, 80, 50), np.full(50, 52.0)  # bulges north between its ends
    row, column = grid.places(lon, lat)
    assert (row >= 0).all()
    assert (column <= grid.width).all()


@pytest.mark.parametrize("km", [0.0, -2.0, 1e4, float("nan")])
def test_a_cell_that_makes_no_sense_is_refused(km):
    with pytest.raises(StudyError, match="cell of"):
        grid_over(CRS, [SQUARE], km)


def test_a_grid_over_nothing_is_refused():
    with pytest.raises(StudyError, match="no land"):
        grid_over(CRS, [], 5)


def test_cells_of_a_block_are_numbered_in_the_whole_grid():
    block = next(each for each in grid_over(CRS, [SQUARE], 2).blocks() if each.row and each.column)
    inside = np.zeros((block.height, block.width), bool)
    inside[2, 3] = True
    rows, columns = cells_of(block, inside)
    assert (rows.tolist(), columns.tolist()) == ([block.row + 2], [block.column + 3])
