"""Tiles of the web's own plane (EPSG:3857): which cover a window, and where each lies.

The plane is in metres, y downwards, as the map has it; tile 0, 0 lies at the north west.
"""

import math
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from siteselect.geo.crs import EARTH_RADIUS_M

HALF = math.pi * EARTH_RADIUS_M
"""Metres from the middle of the plane to its edge."""
DEEPEST = 24
"""The farthest zoom that is read; a tile of it is two metres wide."""
SIDE = 256
"""Pixels along a side of a plain tile."""
MOST_BYTES = 2 * 2**20
"""Of one tile."""
MOST_SIDE = 1024
"""Pixels along a side of one tile."""

Box = tuple[float, float, float, float]
"""Left, top, right and foot in metres of the plane."""


class TileAt(NamedTuple):
    """The place of one tile."""

    zoom: int
    x: int
    y: int
    """Rows from the north."""

    @property
    def box(self) -> Box:
        """Where it lies in the plane."""
        side = 2 * HALF / (1 << self.zoom)
        left, top = self.x * side - HALF, self.y * side - HALF
        return left, top, left + side, top + side

    def above(self, steps: int) -> "TileAt":
        """Return the tile of a farther zoom within which this one lies."""
        return TileAt(self.zoom - steps, self.x >> steps, self.y >> steps)

    @property
    def real(self) -> bool:
        """Whether there is such a tile."""
        most = 1 << self.zoom if 0 <= self.zoom <= DEEPEST else 0
        return 0 <= self.x < most and 0 <= self.y < most


@dataclass(frozen=True, slots=True)
class TileInfo:
    """What is known of a set of tiles."""

    title: str
    attribution: str
    """Who must be named; empty where nobody says."""
    least: int
    """The farthest zoom that it has."""
    most: int
    """The nearest."""
    bounds: tuple[float, float, float, float]
    """West, south, east and north in degrees."""


class TileFile(Protocol):
    """A file of tiles that is open, or what is here of a server's."""

    info: TileInfo
    steady: bool
    """Whether a tile is always the same."""

    def tile(self, at: TileAt) -> bytes | None:
        """Return the bytes of a tile; None where there is none.

        Raises
        ------
        DamagedTileError
            If the file says that there is one, and it cannot be read.
        """

    def at_hand(self, at: TileAt) -> bytes | None:
        """Return the bytes of a tile that is here; nothing is fetched for it."""

    def close(self) -> None:
        """Let go of the file."""


def zoom_for(metres_per_pixel: float, info: TileInfo) -> int:
    """Return the zoom whose pixels are nearest to those of a view, among those there are."""
    fit = math.log2(2 * HALF / (SIDE * metres_per_pixel))
    return min(max(round(fit), info.least), info.most)


def tiles_over(box: Box, zoom: int) -> list[TileAt]:
    """Return the tiles of a zoom that touch a box, those in its middle first."""
    left, right = _between(box[0], box[2], zoom)
    top, foot = _between(box[1], box[3], zoom)
    middle = ((left + right) / 2, (top + foot) / 2)
    found = [TileAt(zoom, x, y) for y in range(top, foot + 1) for x in range(left, right + 1)]
    return sorted(found, key=lambda at: math.hypot(at.x - middle[0], at.y - middle[1]))


def count_over(box: Box, zoom: int) -> int:
    """Return how many tiles of a zoom touch a box."""
    left, right = _between(box[0], box[2], zoom)
    top, foot = _between(box[1], box[3], zoom)
    return max(right - left + 1, 0) * max(foot - top + 1, 0)


def _between(start: float, end: float, zoom: int) -> tuple[int, int]:
    """Return the first and the last of the rows or columns between two places."""
    count = 1 << zoom
    side = 2 * HALF / count
    first = math.floor((start + HALF) / side)
    last = math.ceil((end + HALF) / side) - 1
    return min(max(first, 0), count), min(max(last, -1), count - 1)
