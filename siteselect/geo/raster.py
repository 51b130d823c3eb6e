"""Values of a longitude-latitude grid at points."""

from enum import Enum

import numpy as np
from numpy.typing import ArrayLike

from siteselect.model.arrays import Floats, Ints


class Sampling(Enum):
    """How a value between cell centres is got."""

    NEAREST = "nearest"
    """The value of the cell in which the point lies."""
    BILINEAR = "bilinear"
    """The mean of the four nearest cell centres, weighted by nearness."""


def sample(
    grid_lon: ArrayLike,
    grid_lat: ArrayLike,
    values: ArrayLike,
    lon: ArrayLike,
    lat: ArrayLike,
    how: Sampling = Sampling.BILINEAR,
) -> Floats:
    """Return the values of a grid at points; NaN beyond the grid and where it is unknown.

    Parameters
    ----------
    grid_lon, grid_lat
        Cell centres in degrees, ascending and evenly spaced.
    values
        The grid, latitude by longitude, in any unit; NaN is unknown.
    lon, lat
        The points, in degrees.
    how
        Bilinear by default. Between known and unknown cells the known ones alone are weighed, as
        long as the cell that holds the point is itself known.

    Returns
    -------
    Floats
        Values in the unit of the grid. Points in the outer half of an edge cell take its value
        along that axis.

    Examples
    --------
    >>> sample([0, 1], [0, 1], [[0, 10], [20, 30]], [0.5, 0.25], [0.5, 0.0]).tolist()
    [15.0, 2.5]
    """
    cells = np.asarray(values, float)
    column, row = _place(grid_lon, lon), _place(grid_lat, lat)
    inside = np.isfinite(column) & np.isfinite(row)
    found = np.full(inside.shape, np.nan)
    column, row = column[inside], row[inside]
    height, width = cells.shape
    own = cells[_cell(row, height), _cell(column, width)]
    if how is Sampling.NEAREST:
        found[inside] = own
        return found
    column, row = np.clip(column, 0, width - 1), np.clip(row, 0, height - 1)
    west, south = np.floor(column).astype(int), np.floor(row).astype(int)
    total, weight = np.zeros(len(own)), np.zeros(len(own))
    for up in (0, 1):
        for right in (0, 1):
            share = np.abs(1 - right - (column - west)) * np.abs(1 - up - (row - south))
            corner = cells[np.minimum(south + up, height - 1), np.minimum(west + right, width - 1)]
            known = np.isfinite(corner) & (share > 0)
            total += np.where(known, share * np.where(known, corner, 0.0), 0.0)
            weight += np.where(known, share, 0.0)
    mean = np.divide(total, weight, out=np.full(len(own), np.nan), where=weight > 0)
    found[inside] = np.where(np.isnan(own), np.nan, mean)
    return found


def _place(centres: ArrayLike, at: ArrayLike) -> Floats:
    """Return where `at` lies in cells counted from the first centre; NaN beyond the outer edges."""
    axis = np.asarray(centres, float)
    step = (axis[-1] - axis[0]) / (len(axis) - 1) if len(axis) > 1 else 1.0
    place: Floats = (np.atleast_1d(np.asarray(at, float)) - axis[0]) / step
    return np.where((place >= -0.5) & (place <= len(axis) - 0.5), place, np.nan)


def _cell(place: Floats, count: int) -> Ints:
    cells: Ints = np.clip(np.floor(place + 0.5).astype(np.intp), 0, count - 1)
    return cells
