"""Which cell lies under each pixel of the map, and what pattern lies over it."""

import numpy as np
from numpy.typing import NDArray

from siteselect.model.arrays import Floats
from siteselect.scan.region import Region
from siteselect.scan.standing import CLOSED
from siteselect.scan.surface import Arrangement
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.projection import to_geographic

Index = NDArray[np.int32]
Gather = NDArray[np.intp]
"""An index that is gathered through many times a second."""
MESH = 16
"""Every so many pixels the projection is asked; between them it is as good as straight."""
_STRIPE, _DOTS = 9, 6


def cell_table(region: Region) -> Index:
    """Return the number of the cell at each place of the grid; -1 where there is none."""
    table = np.full((region.grid.height, region.grid.width), -1, dtype=np.int32)
    for number in range(len(region.blocks)):
        cells = region.stretch(number)
        table[region.rows_columns(number)] = np.arange(cells.start, cells.stop, dtype=np.int32)
    return table


def slots_of(arrangement: Arrangement, cells: int) -> Index:
    """Return for each cell its place in play, and one more than the last where it is closed.

    -1 where a cell was not asked for.
    """
    count = len(arrangement.cells)
    slots = np.full(cells, -1, dtype=np.int32)
    slots[arrangement.standing.codes == CLOSED] = count
    slots[arrangement.cells] = np.arange(count, dtype=np.int32)
    return slots


def cells_under(region: Region, table: Index, extent: Extent) -> Index:
    """Return the number of the cell under the middle of each pixel; -1 for none."""
    grid = region.grid
    rows, columns = _grid_places(region, extent)
    inside = (rows >= 0) & (rows < grid.height) & (columns >= 0) & (columns < grid.width)
    at = np.where(inside, rows, 0).astype(np.int32) * np.int32(grid.width)
    at += np.where(inside, columns, 0).astype(np.int32)
    cells: Index = np.where(inside, np.take(table.ravel(), at), np.int32(-1))
    return cells


def index_of(cells: Index, slots: Index, arrangement: Arrangement, extent: Extent) -> Gather:
    """Return for each pixel the place of its cell in play, or that of a pattern over it.

    After the cells in play come three places: closed land, the hatch on it, and the dots on land
    of which a gate knows nothing. Patterns keep their place on the ground while the map moves.
    """
    count = len(arrangement.cells)
    found: Gather = np.where(cells >= 0, np.take(slots, np.maximum(cells, 0)), -1).astype(np.intp)
    down = np.arange(extent.height) + round(extent.top / extent.metres_per_pixel)
    across = np.arange(extent.width) + round(extent.left / extent.metres_per_pixel)
    stripes = (down[:, None] + across[None, :]) % _STRIPE < 2
    dots = (down[:, None] % _DOTS < 2) & (across[None, :] % _DOTS < 2)
    found[(found == count) & stripes] = count + 1
    found[(found >= arrangement.open) & (found < count) & dots] = count + 2
    return found


def _grid_places(region: Region, extent: Extent) -> tuple[Floats, Floats]:
    """Return row and column of the grid under each pixel, as fractions."""
    down = np.arange(0, extent.height + MESH, MESH) + 0.5
    across = np.arange(0, extent.width + MESH, MESH) + 0.5
    x = extent.left + across * extent.metres_per_pixel
    y = extent.top + down * extent.metres_per_pixel
    lon, lat = to_geographic(*np.meshgrid(x, y))
    row, column = region.grid.places(np.clip(lon, -180, 180), lat)
    return (
        _between(np.nan_to_num(row, nan=-1.0, posinf=-1.0, neginf=-1.0), extent),
        _between(np.nan_to_num(column, nan=-1.0, posinf=-1.0, neginf=-1.0), extent),
    )


def _between(mesh: Floats, extent: Extent) -> Floats:
    """Return the values of a mesh at every pixel."""
    coarse = mesh.astype(np.float32)
    share = (np.arange(MESH, dtype=np.float32) / MESH)[None, :, None]
    tall = coarse[:-1, None, :] * (1 - share) + coarse[1:, None, :] * share
    tall = tall.reshape(-1, coarse.shape[1])[: extent.height]
    share = (np.arange(MESH, dtype=np.float32) / MESH)[None, None, :]
    wide = tall[:, :-1, None] * (1 - share) + tall[:, 1:, None] * share
    return wide.reshape(extent.height, -1)[:, : extent.width]
