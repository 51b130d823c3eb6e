"""Sites that crowd, gathered by the cells of a grid that is fixed to the plane. Pure geometry."""

from dataclasses import dataclass, replace

import numpy as np

from siteselect.model.arrays import Floats, Ints

CELL = 56.0
"""Pixels across of a cell."""
LEAST = 4
"""So many sites in a cell are gathered into one mark."""
WITHIN = 18.0
"""Pixels that a mark keeps from the edge of its cell, so that no two marks meet."""

APART = 30.0
"""Pixels from its middle within which a mark makes room for a pin, as far as its cell lets it."""


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """Groups of sites: who is in each, and where on the plane its mark stands."""

    members: Ints
    """Rows of all gathered sites, those of one cluster beside each other."""
    starts: Ints
    """Where in `members` each cluster begins."""
    x: Floats
    y: Floats

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def counts(self) -> Ints:
        """How many sites are in each."""
        counts: Ints = np.diff(np.append(self.starts, len(self.members)))
        return counts

    def of(self, place: int) -> Ints:
        """Return the rows of one cluster."""
        return self.members[self.starts[place] : self.starts[place] + self.counts[place]]

    def best(self, ranks: Ints) -> Ints:
        """Return the row of the best ranked site of each; -1 where none has a rank (0 is none)."""
        if not len(self):
            return np.empty(0, np.intp)
        last = np.iinfo(np.intp).max
        own = np.where(ranks[self.members] > 0, ranks[self.members], last)
        least = np.minimum.reduceat(own, self.starts)
        first = np.flatnonzero(own == np.repeat(least, self.counts))
        which = np.searchsorted(self.starts, first, side="right") - 1
        rows: Ints = self.members[first[np.searchsorted(which, np.arange(len(self)))]]
        return np.where(least == last, -1, rows)


def none() -> Clusters:
    """Return no cluster."""
    return Clusters(np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0), np.empty(0))


def gathered(x: Floats, y: Floats, rows: Ints, metres_per_pixel: float) -> Clusters:
    """Return the clusters among some rows of points at a scale; the same wherever the view is."""
    side = CELL * metres_per_pixel
    across, down = np.floor(x[rows] / side), np.floor(y[rows] / side)
    order = np.lexsort((rows, across, down))
    rows, across, down = rows[order], across[order], down[order]
    new = np.ones(len(rows), bool)
    new[1:] = (np.diff(across) != 0) | (np.diff(down) != 0)
    starts = np.flatnonzero(new)
    counts = np.diff(np.append(starts, len(rows)))
    large = counts >= LEAST
    if not large.any():
        return none()
    kept = np.repeat(large, counts)
    starts, own = starts[large], counts[large]
    corners = np.column_stack((across[starts], down[starts])) * side
    sums = np.add.reduceat(np.column_stack((x[rows], y[rows])), np.flatnonzero(new), axis=0)
    free = WITHIN * metres_per_pixel
    middles = np.clip(sums[large] / own[:, None], corners + free, corners + side - free)
    firsts = np.concatenate(([0], np.cumsum(own)[:-1])).astype(np.intp)
    return Clusters(rows[kept], firsts, middles[:, 0], middles[:, 1])


def yielding(clusters: Clusters, x: Floats, y: Floats, metres_per_pixel: float) -> Clusters:
    """Return the clusters with marks that give way, within their cells, to pins at x, y."""
    if not len(clusters) or not len(x):
        return clusters
    side, free = CELL * metres_per_pixel, (CELL / 2 - WITHIN) * metres_per_pixel
    own, pins = np.column_stack((clusters.x, clusters.y)), np.column_stack((x, y))
    near = np.flatnonzero(_away(own[:, None, :], pins)[:, 0] < APART * metres_per_pixel)
    middles = (np.floor(own[near] / side) + 0.5) * side
    steps = np.array([(across, down) for across in (-1, 0, 1) for down in (-1, 0, 1)]) * free
    places = np.concatenate((own[near, None, :], middles[:, None, :] + steps), axis=1)
    own[near] = places[np.arange(len(near)), _away(places, pins).argmax(axis=1)]
    return replace(clusters, x=own[:, 0], y=own[:, 1])


def _away(places: Floats, pins: Floats) -> Floats:
    """Return how far from the nearest pin each of n x k places is."""
    across = places[:, :, None, 0] - pins[:, 0]
    down = places[:, :, None, 1] - pins[:, 1]
    away: Floats = np.sqrt((across**2 + down**2).min(axis=2))
    return away
