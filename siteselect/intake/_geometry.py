"""In the reading process: geometry made sound and laid on WGS 84, and every fault of it told."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from siteselect.errors import IntakeError
from siteselect.intake.limits import LIMITS
from siteselect.intake.reference import Reference, SystemWantedError
from siteselect.language import say, say_count

Found = list[object]
"""Text, row, column and whether the row was left out."""
_MOST_TOLD = 20
_NEAR_ZERO = 1e-6


@dataclass(frozen=True, slots=True)
class Shapes:
    """Geometry, one a feature; None where it cannot be used."""

    items: NDArray[np.object_]
    findings: tuple[Found, ...] = ()

    def told(self, text: str, rows: NDArray[np.bool_], *, out: bool = False) -> "Shapes":
        """Return these with a finding for each row; beyond a score of them, one for all."""
        places = np.flatnonzero(rows)
        if not places.size:
            return self
        if places.size > _MOST_TOLD:
            shown = ", ".join(str(place + 1) for place in places[:5])
            many: list[Found] = [
                [
                    say_count(
                        "{what} ({count} feature: {rows} ...)",
                        "{what} ({count} features: {rows} ...)",
                        int(places.size),
                        what=text,
                        rows=shown,
                    ),
                    0,
                    "",
                    False,
                ]
            ]
            found = many
        else:
            found = [[f"{text}.", int(place) + 1, "geometry", out] for place in places]
        items = self.items
        if out:
            items = items.copy()
            items[places] = None
        return replace(self, items=items, findings=(*self.findings, *found))


def mend(wkb: NDArray[np.object_]) -> Shapes:
    """Return the geometry of WKB cells: 2-D, without NaN, infinity, curves and self-crossings."""
    lacking = np.array([cell is None or len(cell) == 0 for cell in wkb], dtype=bool)
    cells = wkb.copy()
    cells[lacking] = None
    items = shapely.from_wkb(cells, on_invalid="ignore")
    lost = np.array([item is None for item in items], dtype=bool) & ~lacking
    if lost.any():
        items[lost] = shapely.from_wkb(cells[lost], on_invalid="fix")
    still = np.array([item is None for item in items], dtype=bool) & ~lacking
    shapes = Shapes(np.array(items, dtype=object))
    shapes = shapes.told(say("the feature has no geometry"), lacking, out=True)
    shapes = shapes.told(say("the geometry was not closed, and was closed"), lost & ~still)
    shapes = shapes.told(say("the geometry cannot be understood"), still, out=True)
    shapes = shapes.told(
        say("the geometry holds no point at all"),
        _there(shapes) & shapely.is_empty(shapes.items),
        out=True,
    )
    kinds = shapely.get_type_id(shapes.items)
    shapes = shapes.told(say("curves are not taken: straighten them first"), kinds > 7, out=True)
    return _valid(_sized(_finite(_collections(_flat(shapes)))))


def _flat(shapes: Shapes) -> Shapes:
    """Return the geometry without heights; those that say something are told."""
    high = _there(shapes) & shapely.has_z(shapes.items)
    if not high.any():
        return shapes
    flat = shapes.items.copy()
    flat[high] = shapely.force_2d(flat[high])
    heights = shapely.get_coordinates(shapes.items[high], include_z=True)[:, 2]
    if not np.nan_to_num(heights).any():
        return Shapes(flat, shapes.findings)
    note: Found = [_heights(int(high.sum())), 0, "", False]
    return Shapes(flat, (*shapes.findings, note))


def _heights(count: int) -> str:
    return say_count(
        "Heights were dropped ({count} feature).", "Heights were dropped ({count} features).", count
    )


def _valid(shapes: Shapes) -> Shapes:
    """Return the geometry with areas that cross themselves mended."""
    crossed = _there(shapes) & ~shapely.is_valid(shapes.items)
    if crossed.any():
        made = shapes.items.copy()
        made[crossed] = shapely.make_valid(made[crossed], method="structure", keep_collapsed=False)
        shapes = Shapes(made, shapes.findings)
        hollow = _there(shapes) & shapely.is_empty(shapes.items) & crossed
        shapes = shapes.told(say("the area has no width"), hollow, out=True)
        shapes = shapes.told(say("the area crosses itself, and was mended"), crossed & ~hollow)
    return shapes


def on_the_globe(path: Path, shapes: Shapes, wanted: str, said: str) -> Shapes:
    """Return the geometry in longitude and latitude of WGS 84.

    Parameters
    ----------
    path
        The file, for telling.
    shapes
        What was mended.
    wanted
        The reference system that the person names; it beats the file's.
    said
        The one that the file names, or none.
    """
    bounds = shapely.bounds(shapes.items)
    there = _there(shapes)
    if not there.any():
        return shapes
    degrees = bool(
        (np.abs(bounds[there][:, [0, 2]]) <= 360).all()
        and (np.abs(bounds[there][:, [1, 3]]) <= 360).all()
    )
    if not wanted and not said:
        if not degrees:
            raise SystemWantedError(
                say(
                    "{path} names no reference system, and its coordinates are no "
                    "degrees: say which one they are in, as EPSG:32643.",
                    path=path,
                )
            )
        told = say("It names no reference system: its coordinates were taken as degrees of WGS 84.")
        note: Found = [told, 0, "", False]
        shapes = Shapes(shapes.items, (*shapes.findings, note))
    reference = Reference.named(wanted or said) if wanted or said else Reference.degrees()
    if reference.is_degrees and not degrees and not wanted:
        raise SystemWantedError(
            say(
                "{path} says that it holds degrees, and its coordinates are none: "
                "say which reference system they are in, as EPSG:32643.",
                path=path,
            )
        )
    if not reference.is_wgs84:
        items = shapely.transform(shapes.items, reference.to_wgs84)
        note = [
            say("Coordinates were turned from {system} to WGS 84.", system=reference.title),
            0,
            "",
            False,
        ]
        shapes = _finite(Shapes(items, (*shapes.findings, note)))
    return _in_range(shapes)


def _in_range(shapes: Shapes) -> Shapes:
    """Return the geometry without what lies off the globe; a swap and a wide leap are told."""
    with np.errstate(invalid="ignore"):
        west, south, east, north = shapely.bounds(shapes.items).T
        lon = np.maximum(np.abs(west), np.abs(east))
        lat = np.maximum(np.abs(south), np.abs(north))
        swapped = (lat > 90) & (lat <= 180) & (lon <= 90)
        shapes = shapes.told(say("longitude and latitude look swapped"), swapped, out=True)
        beyond = (lat > 90) & ~swapped
        shapes = shapes.told(say("its latitude lies beyond 90 degrees"), beyond, out=True)
        shapes = shapes.told(
            say("its longitude lies beyond 180 degrees"), (lon > 180) & ~swapped & ~beyond, out=True
        )
        wide = (east - west > 180) & (lon <= 180) & (lat <= 90)
        shapes = shapes.told(
            say("it spans more than half the globe, as where it crosses the date line"), wide
        )
        null = (lon < _NEAR_ZERO) & (lat < _NEAR_ZERO)
        return shapes.told(say("it stands at longitude 0, latitude 0, where nothing is"), null)


def _finite(shapes: Shapes) -> Shapes:
    """Return the geometry without features that hold NaN or infinity."""
    coordinates, owner = shapely.get_coordinates(shapes.items, return_index=True)
    nan = np.isnan(coordinates).any(axis=1)
    endless = np.isinf(coordinates).any(axis=1)
    for what, bad in (
        (say("a coordinate is not a number (NaN)"), nan),
        (say("a coordinate is infinite"), endless),
    ):
        rows = np.zeros(len(shapes.items), dtype=bool)
        rows[owner[bad]] = True
        shapes = shapes.told(what, rows & _there(shapes), out=True)
    # GEOS writes an empty point as NaN, NaN; such are told as empty before
    return shapes


def _collections(shapes: Shapes) -> Shapes:
    """Return the geometry with collections of one kind as that kind, and mixed ones left out."""
    places = np.flatnonzero(shapely.get_type_id(shapes.items) == 7)
    if not places.size:
        return shapes
    items, mixed = shapes.items.copy(), np.zeros(len(shapes.items), dtype=bool)
    for place in places:
        parts = shapely.get_parts(items[place])
        if len(parts) == 1:
            items[place] = parts[0]
        else:
            mixed[place] = True
    return Shapes(items, shapes.findings).told(
        say("it mixes points, lines and areas in one feature"), mixed, out=True
    )


def _sized(shapes: Shapes) -> Shapes:
    count = int(shapely.get_num_coordinates(shapes.items).sum())
    if count > LIMITS.vertices:
        raise IntakeError(
            say(
                "The file has {count} vertices, {vertices} are the most.",
                count=count,
                vertices=LIMITS.vertices,
            )
        )
    return shapes


def _there(shapes: Shapes) -> NDArray[np.bool_]:
    return np.array([item is not None for item in shapes.items], dtype=bool)
