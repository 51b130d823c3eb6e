"""The surface as a GeoTIFF: band 1 the score, band 2 the standing; tile by tile."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np

from siteselect.geo.grid import BLOCK
from siteselect.scan.cache import Numbers
from siteselect.scan.geo_keys import Tag, geo_tags
from siteselect.scan.region import Region
from siteselect.scan.scan import Stretch
from siteselect.scan.stamp import ScanStamp
from siteselect.scan.standing import OUTSIDE

_BIG = 1 << 31
"""From so many bytes on the file is a BigTIFF."""


def write_geotiff(
    path: Path, region: Region, stretches: Iterable[Stretch], stamp: ScanStamp
) -> None:
    """Write the file at `path`; OSError where the disk fails."""
    import tifffile

    grid = region.grid
    tags = [*geo_tags(grid), Tag(42112, 2, _metadata(stamp)), Tag(42113, 2, "nan")]
    with tifffile.TiffWriter(path, bigtiff=grid.size * 8 > _BIG) as file:
        file.write(
            _tiles(region, stretches),
            shape=(grid.height, grid.width, 2),
            dtype=np.float32,
            tile=(BLOCK, BLOCK),
            photometric="minisblack",
            planarconfig="contig",
            extrasamples=["unspecified"],
            compression="zlib",
            predictor=False,
            description=json.dumps(stamp.as_dict()),
            software=f"siteselect {stamp.version}",
            metadata=None,
            extratags=[each.as_extra() for each in tags],
        )


def _tiles(region: Region, stretches: Iterable[Stretch]) -> Iterator[Numbers]:
    """Yield every tile of the grid, row by row: a tile is a block."""
    empty = np.full((BLOCK, BLOCK, 2), np.nan, dtype=np.float32)
    empty[..., 1] = OUTSIDE
    held = _blocks(region, stretches)
    ready = next(held, None)
    for block in region.grid.blocks():
        tile = empty.copy()
        if ready is not None and region.blocks[ready[0]] == block:
            number, scores, standing = ready
            rows, columns = region.rows_columns(number)
            at = rows - block.row, columns - block.column
            tile[..., 0][at] = 100.0 * scores
            tile[..., 1][at] = standing
            ready = next(held, None)
        yield tile


def _blocks(region: Region, stretches: Iterable[Stretch]) -> Iterator[tuple[int, Numbers, Numbers]]:
    for each in stretches:
        for number in range(each.first, each.after):
            cells = region.stretch(number)
            part = slice(cells.start - each.cells.start, cells.stop - each.cells.start)
            yield number, each.scores[part], each.standing[part]


def _metadata(stamp: ScanStamp) -> str:
    """Return names of the bands and the stamp as GDAL reads them."""
    bands = ("score, 0 to 100", "standing: 0 open, 1 unknown, 2 closed, 3 not asked for")
    items = [
        f'<Item name="DESCRIPTION" sample="{band}" role="description">{told}</Item>'
        for band, told in enumerate(bands)
    ]
    for key, value in stamp.as_dict().items():
        told = value if isinstance(value, str) else json.dumps(value)
        items.append(f'<Item name="{key}">{escape(told)}</Item>')
    text = f"<GDALMetadata>{''.join(items)}</GDALMetadata>"
    return text.encode("ascii", "xmlcharrefreplace").decode()
