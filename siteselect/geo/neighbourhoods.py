"""Points put together into small neighbourhoods, and the targets that can matter to each.

With a million points and thousands of targets most pairs are hopeless. By the triangle inequality a
target is the nearest of no point in a ball of radius r when it lies more than 2 r farther from the
middle of the ball than the nearest target does; all are chords through the earth, so this is exact.
"""

from collections.abc import Iterator

import numpy as np

from siteselect.model.arrays import Floats, Ints

_MANY = 4_096
"""Fewer points are one neighbourhood: looking for less to do would cost more."""
_FEW_TARGETS = 64
"""So few targets are all looked at."""
_TOGETHER = 1_024
"""About so many points are a neighbourhood."""
_BROAD = 8.0
"""First the targets of tiles so many times as wide are found, then those of the tiles in them."""

Neighbourhood = tuple[Ints, Ints]
"""Rows of points, and rows of the targets that can matter to them, both ascending."""


def near_targets(
    lon: Floats, lat: Floats, points: Floats, targets: Floats, slack: float
) -> Iterator[Neighbourhood]:
    """Yield neighbourhoods and the targets that may be nearest to any point of them.

    Parameters
    ----------
    lon, lat
        The points, in degrees: only to put them together.
    points, targets
        The same points, and the targets, as earth-centred vectors in kilometres.
    slack
        Targets that lie so many kilometres farther than the nearest are wanted too.
    """
    yield from _tiles(lon, lat, points, targets, None, slack)


def targets_within(
    lon: Floats, lat: Floats, points: Floats, targets: Floats, reach: float
) -> Iterator[Neighbourhood]:
    """Yield neighbourhoods and the targets within a chord of `reach` of any point of them."""
    yield from _tiles(lon, lat, points, targets, reach, 0.0)


def _tiles(
    lon: Floats, lat: Floats, points: Floats, targets: Floats, reach: float | None, slack: float
) -> Iterator[Neighbourhood]:
    everything, every = np.arange(len(points)), np.arange(len(targets))
    if len(points) < _MANY or len(targets) < _FEW_TARGETS:
        yield everything, every
        return
    degrees = float(np.sqrt(np.ptp(lon) * np.ptp(lat) * _TOGETHER / len(points))) or 1.0
    for rows in _split(lon, lat, everything, _BROAD * degrees):
        broad = _kept(points[rows], targets, every, reach, slack)
        for part in _split(lon, lat, rows, degrees):
            yield part, _kept(points[part], targets, broad, reach, slack)


def _split(lon: Floats, lat: Floats, rows: Ints, degrees: float) -> list[Ints]:
    """Return the rows by tile, each ascending."""
    column, line = np.floor(lon[rows] / degrees), np.floor(lat[rows] / degrees)
    column -= column.min()
    line -= line.min()
    tile = line * (column.max() + 1.0) + column
    if tile.max() < 65_536:  # such numbers are sorted ten times as fast
        tile = tile.astype(np.uint16)
    order = np.argsort(tile, kind="stable")
    cuts = np.flatnonzero(np.diff(tile[order])) + 1
    return np.split(rows[order], cuts)


def _kept(points: Floats, targets: Floats, among: Ints, reach: float | None, slack: float) -> Ints:
    middle = points.mean(axis=0)
    radius = float(_lengths(points - middle).max())
    away = _lengths(targets[among] - middle)
    if reach is None:
        farthest = (float(away.min()) if len(away) else 0.0) + 2.0 * radius + slack
    else:
        farthest = reach + radius
    kept: Ints = among[away <= farthest + 1e-6]
    return kept


def _lengths(vectors: Floats) -> Floats:
    """Return how long vectors are; in a fifth of the time of a sum along the short axis."""
    lengths: Floats = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    return lengths
