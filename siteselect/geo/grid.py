"""A grid of square cells of equal area, and the blocks in which it is looked at."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from pyproj import Transformer

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.arrays import Floats, Ints

BLOCK = 256
"""Cells along the side of a block: 65 536 cells are looked at together."""

_LEAST_KM, _GREATEST_KM = 0.05, 500.0
_DEGREES = "EPSG:4326"
_STEP_DEG = 0.1
"""Outlines are densified to this step before they are brought to the plane of the grid."""


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of cells: its first row and column, and how many of each."""

    row: int
    column: int
    height: int
    width: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Square cells in a projected plane, rows counted from the north, columns from the west.

    Edges lie on whole multiples of the cell, so two grids of one size fall together wherever their
    borders lie.
    """

    crs: str
    cell_m: float
    left: float
    top: float
    """The outer corner of the first cell, metres of the plane."""
    width: int
    height: int

    @property
    def cell_km(self) -> float:
        """The side of a cell."""
        return self.cell_m / 1000.0

    @property
    def size(self) -> int:
        """How many cells the rectangle has, inside the region and out."""
        return self.width * self.height

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks row by row; those at the right and lower edge may be smaller."""
        for row in range(0, self.height, BLOCK):
            for column in range(0, self.width, BLOCK):
                yield Block(
                    row,
                    column,
                    min(BLOCK, self.height - row),
                    min(BLOCK, self.width - column),
                )

    def centres(self, rows: ArrayLike, columns: ArrayLike) -> tuple[Floats, Floats]:
        """Return longitude and latitude of the middles of cells; infinite off the projection."""
        x = self.left + (np.asarray(columns, float) + 0.5) * self.cell_m
        y = self.top - (np.asarray(rows, float) + 0.5) * self.cell_m
        lon, lat = _transformer(self.crs, inverse=True).transform(x, y)
        return np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64)

    def places(self, lon: ArrayLike, lat: ArrayLike) -> tuple[Floats, Floats]:
        """Return row and column as fractions: 0.5, 0.5 is the middle of the first cell."""
        x, y = _transformer(self.crs, inverse=False).transform(
            np.asarray(lon, float), np.asarray(lat, float)
        )
        row: Floats = (self.top - np.asarray(y, float)) / self.cell_m
        column: Floats = (np.asarray(x, float) - self.left) / self.cell_m
        return row, column


def grid_over(crs: str, shapes: ArrayLike, cell_km: float) -> Grid:
    """Return the least grid over polygons given in degrees.

    Parameters
    ----------
    crs
        An equal-area projection in metres, as PROJ reads it.
    shapes
        Shapely polygons in longitude and latitude.
    cell_km
        The side of a cell.

    Raises
    ------
    StudyError
        If the cell is too small or too large, or there is nothing to cover.

    Examples
    --------
    >>> square = shapely.box(71.0, 44.0, 73.0, 46.0)
    >>> grid = grid_over("+proj=laea +lat_0=45 +lon_0=72 +datum=WGS84 +units=m", [square], 10)
    >>> grid.width, grid.height, grid.left % 10_000
    (18, 24, 0.0)
    """
    if not _LEAST_KM <= cell_km <= _GREATEST_KM:  # NaN compares false
        raise StudyError(
            say(
                "A cell of {cell_km:g} km is asked for: give a side from "
                "{least_km:g} to {greatest_km:g} km.",
                cell_km=cell_km,
                least_km=_LEAST_KM,
                greatest_km=_GREATEST_KM,
            )
        )
    held = np.atleast_1d(np.asarray(shapes, dtype=object))
    points = shapely.get_coordinates(shapely.segmentize(held, _STEP_DEG))
    x, y = _transformer(crs, inverse=False).transform(points[:, 0], points[:, 1])
    x, y = x[np.isfinite(x)], y[np.isfinite(y)]
    if len(x) == 0:
        raise StudyError(say("There is no land to lay a grid over: choose at least one country."))
    cell = cell_km * 1000.0
    left, right = np.floor(x.min() / cell), np.ceil(x.max() / cell)
    foot, top = np.floor(y.min() / cell), np.ceil(y.max() / cell)
    return Grid(
        crs, cell, float(left) * cell, float(top) * cell, int(right - left), int(top - foot)
    )


def cells_of(block: Block, inside: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Return rows and columns, in the whole grid, of the cells of a block that are inside."""
    rows, columns = np.nonzero(inside)
    return rows + block.row, columns + block.column


@lru_cache(maxsize=16)
def _transformer(crs: str, *, inverse: bool) -> Transformer:
    start, end = (crs, _DEGREES) if inverse else (_DEGREES, crs)
    return Transformer.from_crs(start, end, always_xy=True)
