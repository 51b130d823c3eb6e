"""The best cells, kept apart by a distance: places found, as candidates for the list."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from siteselect.geo.crs import geodesic_km
from siteselect.geo.proximity import nearest_point
from siteselect.language import say
from siteselect.model.arrays import Floats, Ints
from siteselect.model.sites import Site
from siteselect.packs.pack import Pack
from siteselect.scan.cache import Numbers
from siteselect.scan.region import Region
from siteselect.scan.surface import falling

_POOL = 1 << 12
"""So many of the best cells are looked at together; more only when they do not suffice."""
_STRETCH = 1 << 20


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One cell that the scan proposes."""

    cell: int
    """Its number in the region."""
    lon: float
    lat: float
    country: str
    score: float
    rank: int
    """Among the suggestions; 1 is best."""
    near: str
    """The town it lies at; empty where the pack knows none."""
    away: str
    """How far from it, and in which direction; empty in the town itself."""

    @property
    def title(self) -> str:
        """What it may be called: Maikain 12 km NE."""
        if not self.near:
            return f"{self.lat:.3f}, {self.lon:.3f}"
        return f"{self.near} {self.away}".strip()


def suggest(
    region: Region,
    cells: Ints | None,
    scores: Numbers,
    count: int,
    apart_km: float,
    pack: Pack | None = None,
) -> tuple[Suggestion, ...]:
    """Return the best cells, no two nearer to each other than `apart_km`, best first.

    Geodesic between the middles of cells. Equal scores go to the cell that comes first in the grid.

    Parameters
    ----------
    region
        The cells of the scan.
    cells
        Numbers of the cells that may be taken, ascending; None means all.
    scores
        Of these cells; NaN for one that may not be taken.
    count, apart_km
        How many, and how far apart.
    pack
        Names the place that each lies at.
    """
    taken: list[tuple[int, float]] = []
    at = np.empty((0, 2))
    while len(taken) < count:
        rows = _pool(region, cells, scores, at, apart_km)
        if len(rows) == 0:
            break
        pooled = rows if cells is None else cells[rows]
        points = np.column_stack(region.lon_lat(pooled))
        for place in _greedy(points, count - len(taken), apart_km):
            taken.append((int(pooled[place]), float(scores[rows[place]])))
            at = np.vstack([at, points[place]])
    owners = [region.codes[int(region.country[cell])] for cell, _ in taken]
    near = _near(pack, at[:, 0], at[:, 1], owners)
    return tuple(
        Suggestion(
            cell,
            float(at[rank, 0]),
            float(at[rank, 1]),
            owners[rank],
            score,
            rank + 1,
            *near[rank],
        )
        for rank, (cell, score) in enumerate(taken)
    )


def as_sites(
    found: Collection[Suggestion], taken: Collection[str], day: date, cell_km: float
) -> tuple[Site, ...]:
    """Return candidates with a free name each, that say where they come from."""
    names = set(taken)
    sites = []
    for each in found:
        name = _free(each, names)
        names.add(name)
        sites.append(
            Site(
                name,
                each.country,
                round(each.lon, 5),
                round(each.lat, 5),
                note=say("middle of a cell of {cell:g} km", cell=cell_km),
                source=say(
                    "Suggested by scan of {day}, cell {cell:g} km, rank {rank}, score {score:.1f}",
                    day=day.isoformat(),
                    cell=cell_km,
                    rank=each.rank,
                    score=100.0 * each.score,
                ),
            )
        )
    return tuple(sites)


def _pool(region: Region, cells: Ints | None, scores: Numbers, at: Floats, apart_km: float) -> Ints:
    """Return the rows of the best cells that lie far enough from all points taken, best first."""
    kept, bar = np.empty(0, np.intp), -np.inf
    for start in range(0, len(scores), _STRETCH):
        part = np.asarray(scores[start : start + _STRETCH])
        rows = np.flatnonzero(part >= bar)
        if len(at) == 0 and len(rows) > _POOL:
            rows = rows[part[rows] >= _bar(part[rows])]
        rows = rows + start
        for lon, lat in at:
            there = region.lon_lat(rows if cells is None else cells[rows])
            rows = rows[geodesic_km(lon, lat, *there) >= apart_km]
        kept = _ordered(np.concatenate([kept, rows]), scores)[:_POOL]
        if len(kept) == _POOL:
            bar = float(scores[kept[-1]])
    return kept


def _ordered(rows: Ints, scores: Numbers) -> Ints:
    """Return the rows by falling score, equal ones by row."""
    rows = np.sort(rows)
    return rows[falling(np.asarray(scores[rows]))]


def _bar(scores: Numbers) -> float:
    """Return the score that just enough of `scores` reach to fill the pool."""
    return float(np.partition(scores, len(scores) - _POOL)[len(scores) - _POOL])


def _greedy(points: Floats, count: int, apart_km: float) -> list[int]:
    """Return the rows taken: each the first that lies far enough from all taken before it."""
    free = np.ones(len(points), dtype=bool)
    taken: list[int] = []
    at = 0
    while len(taken) < count:
        rest = np.flatnonzero(free[at:])
        if len(rest) == 0:
            break
        at += int(rest[0])
        taken.append(at)
        later = np.flatnonzero(free[at:]) + at
        km = geodesic_km(*points[at], *points[later].T)
        free[later[km < apart_km]] = False
        free[at] = False
    return taken


def _near(
    pack: Pack | None, lon: Floats, lat: Floats, owners: Sequence[str]
) -> list[tuple[str, str]]:
    """Return for each point the nearest town of its own land, and how far it is from there."""
    if pack is None or not pack.has_layer("places"):
        return [("", "")] * len(lon)
    frame = pack.layer("places")
    names, lands = frame["name"].to_numpy(), frame["jurisdiction"].to_numpy()
    x, y = frame.geometry.x.to_numpy(), frame.geometry.y.to_numpy()
    told = []
    for row, owner in enumerate(owners):
        own = np.flatnonzero(np.isin(lands, pack.manifest.lineage(owner)))
        own = own if len(own) else np.arange(len(names))
        if len(own) == 0:
            told.append(("", ""))
            continue
        found = nearest_point([lon[row]], [lat[row]], x[own], y[own])
        start = (float(found.lon[0]), float(found.lat[0]))
        bearing = _bearing(start, (float(lon[row]), float(lat[row])))
        name = str(names[own[int(found.index[0])]])
        told.append(_told(name, float(found.km[0]), bearing))
    return told


def _told(name: str, km: float, bearing: str) -> tuple[str, str]:
    name = name.partition(" (")[0]  # a second name in brackets is too much for a pin
    return name, "" if km < 3.0 else f"{km:.0f} km {bearing}"


def _bearing(start: tuple[float, float], end: tuple[float, float]) -> str:
    """Return in which of eight directions `end` lies from `start`."""
    east = (end[0] - start[0]) * np.cos(np.radians(0.5 * (start[1] + end[1])))
    angle = np.degrees(np.arctan2(east, end[1] - start[1]))
    return ("N", "NE", "E", "SE", "S", "SW", "W", "NW")[round(float(angle) / 45.0) % 8]


def _free(found: Suggestion, taken: Collection[str]) -> str:
    wanted = found.title
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted} ({number})" in taken:
        number += 1
    return f"{wanted} ({number})"
