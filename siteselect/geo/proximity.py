"""How far: to the nearest point, to the nearest edge, and what lies within a radius.

Candidates are found by earth-centred vectors in blocked matrix products; the distance that is
given is always the geodesic on WGS 84 to the one that was found.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import ArrayLike

from siteselect.geo.crs import earth_centred, geodesic_km
from siteselect.geo.neighbourhoods import near_targets, targets_within
from siteselect.model.arrays import Floats, Ints

_BLOCK = 64_000
"""Numbers of one block of products: half a megabyte stays in the processor's cache, and four such
columns are too few for BLAS to call threads of its own, which wait for each other on a busy machine
and take three times the processor time."""

_BEND = 0.0015
"""A geodesic of r km is longer than its chord by less than this share times (1 + r / 1000)^2: what
lies nearer by so much is within r km without a geodesic."""

_PIECE_DEG = 0.05
"""Edges are cut to pieces of at most so many degrees, about 5.6 km of latitude."""


@dataclass(frozen=True, eq=False, slots=True)
class Nearest:
    """For every site the nearest of some targets: which one, how far, and the point met."""

    index: Ints
    """Row of the target; -1 when there is none."""
    km: Floats
    """Geodesic distance in kilometres; NaN when there is none."""
    lon: Floats
    lat: Floats
    """The point of the target that is nearest, in degrees."""


@dataclass(frozen=True, eq=False, slots=True)
class Edges:
    """The edges of some geometries cut to short pieces, once for many questions."""

    shapes: np.ndarray
    start: Floats
    """Degrees, one row a piece."""
    end: Floats
    owner: Ints
    """Row of the geometry that each piece belongs to."""


@dataclass(frozen=True, eq=False, slots=True)
class Pairs:
    """Sites and targets within a radius of each other, in the order of sites."""

    site: Ints
    target: Ints
    km: Floats


def nearest_point(lon: ArrayLike, lat: ArrayLike, to_lon: ArrayLike, to_lat: ArrayLike) -> Nearest:
    """Return the nearest target point of every site.

    The one with the shortest chord through the earth is taken, and its exact geodesic given. A
    target farther than the true nearest by 1 part in 100 000 may be taken below 1 000 km (1 part
    in 1 000 at 10 000 km), never by more.

    Parameters
    ----------
    lon, lat
        The sites, in degrees.
    to_lon, to_lat
        The targets, in degrees; there may be none.

    Examples
    --------
    >>> found = nearest_point([0.0], [0.0], [3.0, 1.0], [0.0, 0.0])
    >>> int(found.index[0]), round(float(found.km[0]), 3)
    (1, 111.319)
    """
    lon, lat, to_lon, to_lat = (
        np.atleast_1d(np.asarray(e, float)) for e in (lon, lat, to_lon, to_lat)
    )
    if len(to_lon) == 0:
        return _none(len(lon))
    points, targets = earth_centred(lon, lat), earth_centred(to_lon, to_lat)
    index = np.empty(len(lon), dtype=np.intp)
    for places, near in near_targets(lon, lat, points, targets, 0.0):
        lifted = _lifted(targets[near])
        for rows, sites in _blocks(points[places], len(near)):
            index[places[rows]] = near[np.argmax(_raised(sites) @ lifted, axis=1)]
    km = geodesic_km(lon, lat, to_lon[index], to_lat[index])
    return Nearest(index, km, to_lon[index], to_lat[index])


def within(
    lon: ArrayLike, lat: ArrayLike, to_lon: ArrayLike, to_lat: ArrayLike, radius_km: float
) -> Pairs:
    """Return all pairs of site and target not farther apart than `radius_km`, geodesically.

    Examples
    --------
    >>> pairs = within([0.0], [0.0], [0.1, 1.0, 0.2], [0.0, 0.0, 0.0], 50.0)
    >>> pairs.target.tolist(), pairs.km.round(3).tolist()
    ([0, 2], [11.132, 22.264])
    """
    lon, lat, to_lon, to_lat = (
        np.atleast_1d(np.asarray(e, float)) for e in (lon, lat, to_lon, to_lat)
    )
    targets = _lifted(earth_centred(to_lon, to_lat))
    found_sites, found_targets = [], []
    reach = radius_km + 0.001  # a chord never exceeds its geodesic
    for rows, sites in _blocks(earth_centred(lon, lat), len(to_lon)):
        site, target = np.nonzero(_raised(sites) @ targets >= _least_merit(sites, reach))
        found_sites.append(site + rows.start)
        found_targets.append(target)
    site = np.concatenate([np.empty(0, np.intp), *found_sites])
    target = np.concatenate([np.empty(0, np.intp), *found_targets])
    km = geodesic_km(lon[site], lat[site], to_lon[target], to_lat[target])
    inside = km <= radius_km
    return Pairs(site[inside], target[inside], km[inside])


def sum_within(
    lon: ArrayLike,
    lat: ArrayLike,
    to_lon: ArrayLike,
    to_lat: ArrayLike,
    amount: ArrayLike,
    radius_km: float,
) -> Floats:
    """Return for every site the sum of `amount` over the targets within `radius_km`.

    The sum is in the unit of `amount`; 0 where no target lies near.

    Examples
    --------
    >>> sum_within([0.0], [0.0], [0.1, 1.0, 0.2], [0.0, 0.0, 0.0], [5.0, 7.0, 11.0], 50.0).tolist()
    [16.0]
    """
    lon, lat, to_lon, to_lat, amounts = (
        np.atleast_1d(np.asarray(e, float)) for e in (lon, lat, to_lon, to_lat, amount)
    )
    points, targets = earth_centred(lon, lat), earth_centred(to_lon, to_lat)
    sums = np.zeros(len(lon))
    surely = radius_km * (1.0 - _BEND * (1.0 + radius_km / 1000.0) ** 2)
    for places, near in targets_within(lon, lat, points, targets, radius_km):
        lifted, weights = _lifted(targets[near]), amounts[near]
        for rows, sites in _blocks(points[places], len(near)):
            merit = _raised(sites) @ lifted
            inside = merit >= _least_merit(sites, surely)
            site, target = np.nonzero((merit >= _least_merit(sites, radius_km + 0.001)) & ~inside)
            at, to = places[rows][site], near[target]
            inside[site, target] = geodesic_km(lon[at], lat[at], to_lon[to], to_lat[to]) <= (
                radius_km
            )
            sums[places[rows]] = inside @ weights
    return sums


def edges_of(geometries: ArrayLike) -> Edges:
    """Return the edges of geometries cut to pieces, so that many questions cut them once."""
    shapes = np.atleast_1d(np.asarray(geometries, dtype=object))
    return Edges(shapes, *_pieces(shapes))


def nearest_edge(
    lon: ArrayLike, lat: ArrayLike, geometries: ArrayLike | Edges, *, inside_is_zero: bool = False
) -> Nearest:
    """Return the nearest edge of lines or polygons for every site; points count as themselves.

    Edges are read as the files mean them, straight in longitude and latitude. They are cut to
    pieces of 0.05 degrees, the piece is chosen by its chord in space, and the geodesic to the foot
    on it is given: below 0.05 % from the true minimum.

    Parameters
    ----------
    lon, lat
        The sites, in degrees.
    geometries
        Shapely geometries in degrees, or their edges; empty and missing ones are passed over.
    inside_is_zero
        Whether a site within a polygon is at distance 0 from it; otherwise its edge counts.

    Examples
    --------
    >>> road = shapely.LineString([(0.0, 1.0), (10.0, 1.0)])
    >>> found = nearest_edge([5.0], [0.0], [road])
    >>> round(float(found.km[0]), 3), round(float(found.lon[0]), 6)
    (110.574, 5.0)
    """
    lon, lat = (np.atleast_1d(np.asarray(each, float)) for each in (lon, lat))
    edges = geometries if isinstance(geometries, Edges) else edges_of(geometries)
    shapes, start, end, owner = edges.shapes, edges.start, edges.end, edges.owner
    if len(owner) == 0:
        return _none(len(lon))
    piece, along = _best_pieces(lon, lat, start, end)
    met = start[piece] + along[:, None] * (end[piece] - start[piece])
    index, km = owner[piece], geodesic_km(lon, lat, met[:, 0], met[:, 1])
    met_lon, met_lat = met[:, 0].copy(), met[:, 1].copy()
    if inside_is_zero:
        for row, shape in enumerate(shapes):
            if shape is None or shapely.get_dimensions(shape) < 2:
                continue
            west, south, east, north = shapely.bounds(shape)
            near = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
            held = np.flatnonzero(near)
            if len(held) == 0:
                continue
            shapely.prepare(shape)
            held = held[shapely.contains_xy(shape, lon[held], lat[held])]
            index[held], km[held], met_lon[held], met_lat[held] = row, 0.0, lon[held], lat[held]
    return Nearest(index, km, met_lon, met_lat)


def _none(count: int) -> Nearest:
    unknown = np.full(count, np.nan)
    return Nearest(np.full(count, -1, dtype=np.intp), unknown, unknown, unknown)


def _blocks(vectors: Floats, width: int) -> Iterator[tuple[slice, Floats]]:
    step = max(1, _BLOCK // max(1, width))
    for first in range(0, len(vectors), step):
        rows = slice(first, min(first + step, len(vectors)))
        yield rows, vectors[rows]


def _own(vectors: Floats) -> Floats:
    squares: Floats = np.einsum("ij,ij->i", vectors, vectors)
    return squares


def _raised(sites: Floats) -> Floats:
    return np.column_stack([sites, np.ones(len(sites))])


def _lifted(targets: Floats) -> Floats:
    """Return 4 x m columns whose product with a raised site is greatest for the nearest target.

    The product is s.t - |t|^2/2, which is half of |s|^2 less half of the squared chord.
    """
    return np.ascontiguousarray(np.column_stack([targets, -0.5 * _own(targets)]).T)


def _least_merit(sites: Floats, reach: Floats | float) -> Floats:
    """Return the product that a target at a chord of `reach` has, one row a site."""
    least: Floats = 0.5 * (_own(sites) - np.square(reach))
    return least[:, None]


def _pieces(shapes: np.ndarray) -> tuple[Floats, Floats, Ints]:
    """Return start and end of every piece of every edge in degrees, and the row it belongs to."""
    parts, rows = shapely.get_parts(shapes, return_index=True)
    kind = shapely.get_dimensions(parts)
    polygons, their = parts[kind == 2], rows[kind == 2]
    rings, places = shapely.get_rings(polygons, return_index=True)
    lines = np.concatenate([parts[kind == 1], rings])
    line_rows = np.concatenate([rows[kind == 1], their[places]])
    cut = shapely.segmentize(lines, _PIECE_DEG)
    points, of_line = shapely.get_coordinates(cut, return_index=True)
    same = of_line[1:] == of_line[:-1] if len(of_line) else np.empty(0, bool)
    single = shapely.get_coordinates(parts[kind == 0])
    start: Floats = np.concatenate([points[:-1][same], single])
    end: Floats = np.concatenate([points[1:][same], single])
    return start, end, np.concatenate([line_rows[of_line[:-1][same]], rows[kind == 0]])


def _best_pieces(lon: Floats, lat: Floats, start: Floats, end: Floats) -> tuple[Ints, Floats]:
    """Return for every site the piece with the nearest chord, and where its foot lies (0 to 1)."""
    tail, head = earth_centred(start[:, 0], start[:, 1]), earth_centred(end[:, 0], end[:, 1])
    middle, run = 0.5 * (tail + head), head - tail
    length = np.einsum("ij,ij->i", run, run)
    slack = float(np.sqrt(length.max()))  # a nearer piece may have its middle so much farther off
    pieces, along = np.empty(len(lon), dtype=np.intp), np.empty(len(lon))
    points = earth_centred(lon, lat)
    for places, near in near_targets(lon, lat, points, middle, slack + 0.001):
        middles = _lifted(middle[near])
        for rows, sites in _blocks(points[places], len(near)):
            merit = _raised(sites) @ middles
            square = _own(sites) - 2.0 * merit.max(axis=1)
            reach = np.sqrt(np.maximum(square, 0.0)) + slack + 0.001
            site, place = np.nonzero(merit >= _least_merit(sites, reach))
            piece = near[place]
            away = sites[site] - tail[piece]
            share = np.einsum("ij,ij->i", away, run[piece]) / np.maximum(length[piece], 1e-12)
            share = np.clip(share, 0.0, 1.0)
            rest = away - share[:, None] * run[piece]
            gap = np.einsum("ij,ij->i", rest, rest)
            starts = np.flatnonzero(np.diff(site, prepend=-1))
            least = np.minimum.reduceat(gap, starts)
            first = np.flatnonzero(gap == np.repeat(least, np.diff(starts, append=len(site))))
            best = first[np.unique(site[first], return_index=True)[1]]
            pieces[places[rows]], along[places[rows]] = piece[best], share[best]
    return pieces, along
