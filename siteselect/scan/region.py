"""The cells of a grid that lie in the jurisdictions of a pack, block by block."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from siteselect.errors import PackError
from siteselect.geo.grid import BLOCK, Block, Grid, grid_over
from siteselect.geo.overlay import holding_polygon
from siteselect.language import say
from siteselect.model.arrays import Floats, Ints
from siteselect.model.places import Places
from siteselect.packs.pack import Pack
from siteselect.progress import Progress, silent
from siteselect.scan.cache import Cache, Numbers, key_of

FORM = 1
"""Raised when what is kept on disk means something else."""
NOWHERE = 255


@dataclass(frozen=True, eq=False, slots=True)
class Region:
    """Cells of land, numbered block by block and row by row within a block."""

    grid: Grid
    codes: tuple[str, ...]
    """The jurisdictions, in the order of `country`."""
    blocks: tuple[Block, ...]
    """Those that hold any land."""
    starts: Ints
    """The number of the first cell of each block, and after the last the number of all cells."""
    place: Numbers
    """For each cell its place within its block, row by row (uint16)."""
    country: Numbers
    """For each cell its jurisdiction, as a row of `codes` (uint8)."""

    def __len__(self) -> int:
        return int(self.starts[-1])

    def stretch(self, number: int) -> slice:
        """Return the cells of one block."""
        return slice(int(self.starts[number]), int(self.starts[number + 1]))

    def rows_columns(self, number: int) -> tuple[Ints, Ints]:
        """Return row and column in the grid of the cells of one block."""
        block = self.blocks[number]
        place = np.asarray(self.place[self.stretch(number)], dtype=np.intp)
        return place // block.width + block.row, place % block.width + block.column

    def places(self, number: int) -> Places:
        """Return the middles of the cells of one block."""
        return places_in(self.grid, self.blocks[number], self.codes, *self.held(number))

    def held(self, number: int) -> tuple[Numbers, Numbers]:
        """Return place and jurisdiction of the cells of one block, as plain arrays."""
        cells = self.stretch(number)
        return np.array(self.place[cells]), np.array(self.country[cells])

    def lon_lat(self, cells: Ints) -> tuple[Floats, Floats]:
        """Return the middles of some cells, in degrees."""
        return self.grid.centres(*self.rows_columns_of(cells))

    def rows_columns_of(self, cells: Ints) -> tuple[Ints, Ints]:
        """Return row and column in the grid of some cells."""
        number = np.searchsorted(self.starts, cells, side="right") - 1
        first = np.array([(each.row, each.column, each.width) for each in self.blocks])[number]
        place = np.asarray(self.place[cells], dtype=np.intp)
        return place // first[:, 2] + first[:, 0], place % first[:, 2] + first[:, 1]


def places_in(
    grid: Grid, block: Block, codes: tuple[str, ...], place: Numbers, country: Numbers
) -> Places:
    """Return the middles of some cells of a block."""
    at = np.asarray(place, dtype=np.intp)
    lon, lat = grid.centres(at // block.width + block.row, at % block.width + block.column)
    return Places(lon, lat, codes, np.asarray(country, dtype=np.intp), np.zeros(len(at), bool))


def region_of(
    pack: Pack, cell_km: float, cache: Cache | None = None, progress: Progress = silent
) -> Region:
    """Return the cells of all jurisdictions whose land the pack draws.

    Raises
    ------
    PackError
        If the pack names no projection for its grid, or draws no land.
    StudyError
        If the cell is too small or too large.
    """
    lands = _lands(pack)
    if not pack.manifest.grid_crs or not lands:
        raise PackError(
            f"The pack {pack.reference} cannot be scanned: it needs an equal-area grid_crs in its "
            "pack.toml, and a layer of regions or countries."
        )
    codes = tuple(dict.fromkeys(code for code, _ in lands))
    shapes = np.array([shape for _, shape in lands], dtype=object)
    grid = grid_over(pack.manifest.grid_crs, shapes, cell_km)
    key = key_of("region", FORM, pack.base.digest, grid)
    held = cache.read(key) if cache else None
    if held is None:
        owner = np.array([codes.index(code) for code, _ in lands])
        found = _looked_up(grid, shapes, owner, progress)
        held = _kept(cache, key, grid, found) if cache else _gathered(found)
    counts = np.asarray(held["counts"])
    blocks = tuple(each for each, count in zip(grid.blocks(), counts, strict=True) if count)
    starts = np.concatenate([[0], np.cumsum(counts[counts > 0])]).astype(np.intp)
    return Region(grid, codes, blocks, starts, held["place"], held["country"])


def codes_of(pack: Pack) -> tuple[str, ...]:
    """Return the jurisdictions whose land the pack draws."""
    return tuple(dict.fromkeys(code for code, _ in _lands(pack)))


def _lands(pack: Pack) -> list[tuple[str, object]]:
    """Return jurisdiction and polygon of all land: of regions, or else of countries."""
    for layer, column in (("regions", "jurisdiction"), ("countries", "code")):
        if pack.has_layer(layer):
            frame = pack.layer(layer)
            rows = zip(frame[column], frame.geometry, strict=True)
            lands: list[tuple[str, object]] = [(str(code), shape) for code, shape in rows
                     if str(code) in pack.manifest.jurisdictions and shape is not None]  # fmt: skip
            if lands:
                return lands
    return []


def _looked_up(
    grid: Grid, shapes: np.ndarray, owner: Ints, progress: Progress
) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield for each block of the grid place and owner of the cells that it holds."""
    tree = shapely.STRtree(shapes)
    total = -(-grid.height // BLOCK) * -(-grid.width // BLOCK)
    for number, block in enumerate(grid.blocks()):
        progress(number / total, say("Looking for land"))
        yield _in_block(grid, block, shapes, owner, tree)


def _gathered(found: Iterable[tuple[Numbers, Numbers]]) -> dict[str, Numbers]:
    parts = list(found)
    return {
        "counts": np.array([len(place) for place, _ in parts], dtype=np.int64),
        "place": np.concatenate([place for place, _ in parts]),
        "country": np.concatenate([country for _, country in parts]),
    }


def _kept(
    cache: Cache, key: str, grid: Grid, found: Iterable[tuple[Numbers, Numbers]]
) -> dict[str, Numbers]:
    """Return the cells block by block off the disk, so that no number of them fills the memory."""
    cells = grid.width * grid.height  # no more than these; cut when all is known
    writing = cache.begin(key, {})
    try:
        writing.add("place", cells, "uint16")
        writing.add("country", cells, "uint8")
        counts, at = [], 0
        for place, country in found:
            writing.put("place", at, place)
            writing.put("country", at, country)
            counts.append(len(place))
            at += len(place)
        writing.cut("place", at)
        writing.cut("country", at)
        writing.add("counts", len(counts), "int64")
        writing.put("counts", 0, np.array(counts, dtype=np.int64))
    except BaseException:
        writing.abandon()
        raise
    return writing.finish()


def _in_block(
    grid: Grid, block: Block, shapes: np.ndarray, owner: Ints, tree: shapely.STRtree
) -> tuple[Numbers, Numbers]:
    rows, columns = np.divmod(np.arange(block.height * block.width), block.width)
    lon, lat = grid.centres(rows + block.row, columns + block.column)
    real = np.flatnonzero(np.isfinite(lon) & np.isfinite(lat))
    none = np.empty(0, np.uint16), np.empty(0, np.uint8)
    if len(real) == 0:
        return none
    lon, lat = lon[real], lat[real]
    found = np.full(len(real), -1, dtype=np.intp)
    for near, part in _both_sides(lon, lat, tree):
        held = holding_polygon(lon[part], lat[part], shapes[near]).index
        inside = held >= 0
        found[part[inside]] = owner[near[held[inside]]]
    on_land = np.flatnonzero(found >= 0)
    return real[on_land].astype(np.uint16), found[on_land].astype(np.uint8)


def _both_sides(lon: Floats, lat: Floats, tree: shapely.STRtree) -> Iterator[tuple[Ints, Ints]]:
    """Yield polygons and points that may meet; a block may lie on both sides of 180 degrees."""
    for side in (lon < 0, lon >= 0):
        part = np.flatnonzero(side)
        if len(part) == 0:
            continue
        west, east = lon[part].min(), lon[part].max()
        south, north = lat[part].min(), lat[part].max()
        near = np.sort(tree.query(shapely.box(west, south, east, north)))
        if len(near):
            yield near, part
