"""The best cells that keep their distance, exactly, however many cells there are.

Each block of the region gives its cells by falling score, and only when its best one is the best of
all that are left. So most blocks are never sorted, and few cells are ever placed on the globe.
"""

from heapq import heapify, heappop, heapreplace

import numpy as np

from siteselect.geo.crs import earth_centred, geodesic_km
from siteselect.model.arrays import Floats, Ints
from siteselect.scan.cache import Numbers
from siteselect.scan.region import Region
from siteselect.scan.surface import falling

_FIRST, _MOST = 1 << 8, 1 << 12
"""So many cells of a block are placed on the globe at once: few at first, for most are not needed.
"""


def best_apart(
    region: Region, cells: Ints | None, scores: Numbers, count: int, apart_km: float
) -> tuple[list[int], Floats]:
    """Return the rows of the best scores, best first, and where they lie (degrees, a row each).

    No two lie nearer to each other than `apart_km`, geodesically. Equal scores go to the first row.

    Parameters
    ----------
    region
        The cells of the scan.
    cells
        Numbers of the cells that the scores are of, ascending; None means all.
    scores
        NaN for a cell that may not be taken; none is negative.
    count, apart_km
        How many, and how far apart.
    """
    bounds = region.starts if cells is None else np.searchsorted(cells, region.starts)
    blocks: dict[int, _Block] = {}
    heap = []
    for number in range(len(region.blocks)):
        first, last = int(bounds[number]), int(bounds[number + 1])
        best = float(np.fmax.reduce(scores[first:last])) if last > first else np.nan
        if not np.isnan(best):
            heap.append((-best, first, number))
    heapify(heap)
    taken: list[int] = []
    at = np.empty((0, 2))
    while heap and len(taken) < count:
        number = heap[0][2]
        if number not in blocks:
            blocks[number] = _Block(region, cells, scores, int(bounds[number]),
                                    int(bounds[number + 1]), apart_km)  # fmt: skip
        block = blocks[number]
        row = block.head(at)
        if row is None:
            heappop(heap)
            del blocks[number]
            continue
        told = (-float(scores[row]), row, number)
        if told != heap[0]:  # it was promised before others were taken, or before it was sorted
            heapreplace(heap, told)
            continue
        taken.append(row)
        at = np.vstack([at, block.take()])
    return taken, at


class _Block:
    """The cells of one block by falling score."""

    def __init__(
        self,
        region: Region,
        cells: Ints | None,
        scores: Numbers,
        first: int,
        last: int,
        apart_km: float,
    ) -> None:
        part = np.asarray(scores[first:last])
        known = np.flatnonzero(~np.isnan(part))
        self._order = known[falling(part[known])].astype(np.int32)
        self._region, self._cells, self._first = region, cells, first
        self._apart = apart_km
        self._next, self._step = 0, _FIRST
        self._rows: Ints = np.empty(0, np.intp)
        self._points = np.empty((0, 2))
        self._seen = 0
        """So many of the places taken are known to keep their distance from what is held."""

    def head(self, taken: Floats) -> int | None:
        """Return the best row that lies far enough from all places taken, if one is left."""
        while True:
            self._leave(_far(self._points, taken[self._seen :], self._apart))
            self._seen = len(taken)
            if len(self._rows):
                return int(self._rows[0])
            if self._next >= len(self._order):
                return None
            self._load()

    def take(self) -> Floats:
        """Return where the head lies, and let it go."""
        point: Floats = self._points[0]
        self._leave(np.arange(len(self._rows)) > 0)
        return point

    def _load(self) -> None:
        rows = self._order[self._next : self._next + self._step].astype(np.intp) + self._first
        self._next += self._step
        self._step = min(2 * self._step, _MOST)
        cells = rows if self._cells is None else self._cells[rows]
        self._rows, self._points = rows, np.column_stack(self._region.lon_lat(cells))
        self._seen = 0

    def _leave(self, kept: Numbers) -> None:
        self._rows, self._points = self._rows[kept], self._points[kept]


def _far(points: Floats, taken: Floats, apart_km: float) -> Numbers:
    """Return which points lie far enough from all places taken.

    A chord is never longer than its geodesic, so most pairs are settled without one.
    """
    kept = np.ones(len(points), dtype=bool)
    if not (len(points) and len(taken)):
        return kept
    here, there = earth_centred(*points.T), earth_centred(*taken.T)
    chord = np.square(here[:, None, :] - there[None, :, :]).sum(axis=2)
    point, place = np.nonzero(chord < apart_km**2)
    km = geodesic_km(*points[point].T, *taken[place].T)
    kept[point[km < apart_km]] = False
    return kept
