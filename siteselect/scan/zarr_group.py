"""The surface as arrays over the plane of the grid, in chunks of one block each (zarr)."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from siteselect.geo.grid import BLOCK
from siteselect.scan.extra import cluster_module
from siteselect.scan.region import Region
from siteselect.scan.scan import Stretch
from siteselect.scan.stamp import ScanStamp
from siteselect.scan.standing import OUTSIDE


def write_zarr(path: Path, region: Region, stretches: Iterable[Stretch], stamp: ScanStamp) -> None:
    """Write a group of arrays into the folder `path`; OSError where the disk fails.

    Raises
    ------
    ExportError
        If zarr is not installed.
    """
    zarr = cluster_module("zarr")
    grid = region.grid
    group = zarr.create_group(store=str(path), attributes={"siteselect": stamp.as_dict()})
    shape, chunk = (grid.height, grid.width), (BLOCK, BLOCK)
    score = group.create_array(
        "score", shape=shape, chunks=chunk, dtype="float32", fill_value=np.float32(np.nan),
        attributes={"units": "0 to 100", "grid_mapping": grid.crs},
        dimension_names=("y", "x"),
    )  # fmt: skip
    stands = group.create_array(
        "standing", shape=shape, chunks=chunk, dtype="uint8", fill_value=OUTSIDE,
        attributes={"flag_values": [0, 1, 2, 3],
                    "flag_meanings": "open unknown closed not_asked_for"},
        dimension_names=("y", "x"),
    )  # fmt: skip
    half = 0.5 * grid.cell_m
    x = grid.left + half + grid.cell_m * np.arange(grid.width)
    y = grid.top - half - grid.cell_m * np.arange(grid.height)
    for name, axis in (("x", x), ("y", y)):
        held = group.create_array(
            name, shape=axis.shape, dtype="float64", attributes={"units": "m"},
            dimension_names=(name,),
        )  # fmt: skip
        held[:] = axis
    for each in stretches:
        for number in range(each.first, each.after):
            block, cells = region.blocks[number], region.stretch(number)
            part = slice(cells.start - each.cells.start, cells.stop - each.cells.start)
            rows, columns = region.rows_columns(number)
            at = rows - block.row, columns - block.column
            numbers = np.full((block.height, block.width), np.nan, dtype=np.float32)
            numbers[at] = np.float32(100.0) * each.scores[part]
            codes = np.full((block.height, block.width), OUTSIDE, dtype=np.uint8)
            codes[at] = each.standing[part]
            where = (
                slice(block.row, block.row + block.height),
                slice(block.column, block.column + block.width),
            )
            score[where], stands[where] = numbers, codes
