"""The best cells, kept apart by a distance: places found, as candidates for the list."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from siteselect.geo.proximity import nearest_point
from siteselect.language import later, say, say_place
from siteselect.model.arrays import Floats, Ints
from siteselect.model.sites import Site
from siteselect.packs.pack import Pack
from siteselect.scan.apart import best_apart
from siteselect.scan.cache import Numbers
from siteselect.scan.region import Region

BEARINGS = (later("N"), later("NE"), later("E"), later("SE"), later("S"), later("SW"), later("W"),
            later("NW"))  # fmt: skip
LETTERS = ("name_ru", "name_zh")
"""Columns of a town's name in other letters."""


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
    rows, at = best_apart(region, cells, scores, count, apart_km)
    taken = [(row if cells is None else int(cells[row]), float(scores[row])) for row in rows]
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


def _near(
    pack: Pack | None, lon: Floats, lat: Floats, owners: Sequence[str]
) -> list[tuple[str, str]]:
    """Return for each point the nearest town of its own land, and how far it is from there."""
    if pack is None or not pack.has_layer("places"):
        return [("", "")] * len(lon)
    frame = pack.layer("places")
    names, lands = frame["name"].to_numpy(), frame["jurisdiction"].to_numpy()
    blank = np.full(len(frame), "", dtype=object)
    letters = [frame[each].to_numpy() if each in frame else blank for each in LETTERS]
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
        at = int(own[int(found.index[0])])
        name = say_place(str(names[at]), *(str(each[at] or "") for each in letters))
        told.append(_told(name, float(found.km[0]), bearing))
    return told


def _told(name: str, km: float, bearing: str) -> tuple[str, str]:
    name = name.partition(" (")[0]  # a second name in brackets is too much for a pin
    return name, "" if km < 3.0 else say("{km:.0f} km {bearing}", km=km, bearing=say(bearing))


def _bearing(start: tuple[float, float], end: tuple[float, float]) -> str:
    """Return in which of eight directions `end` lies from `start`."""
    east = (end[0] - start[0]) * np.cos(np.radians(0.5 * (start[1] + end[1])))
    angle = np.degrees(np.arctan2(east, end[1] - start[1]))
    return BEARINGS[round(float(angle) / 45.0) % 8]


def _free(found: Suggestion, taken: Collection[str]) -> str:
    wanted = found.title
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted} ({number})" in taken:
        number += 1
    return f"{wanted} ({number})"
