"""A picture of any reference system laid onto the plane of the map (EPSG:3857)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from siteselect.backdrops.tiles import HALF, Box
from siteselect.errors import IntakeError
from siteselect.intake.picture import Affine, Picture
from siteselect.language import say
from siteselect.model.arrays import Floats
from siteselect.progress import Progress, silent

MOST = 4096
"""Pixels along a side of what is laid."""
_MESH = 32
"""Pixels between the points that are reckoned exactly; between them lies a straight line."""
_ROWS = 48
"""Laid in one go: numpy keeps the window waiting while it picks pixels."""
_EDGE = 65
"""Points along each side by which the reach of a picture is found."""


@dataclass(frozen=True, eq=False, slots=True)
class Laid:
    """Pixels on the plane: premultiplied RGBA, the first row the northernmost."""

    pixels: NDArray[np.uint8]
    box: Box


def laid(picture: Picture, progress: Progress = silent, most: int = MOST) -> Laid:
    """Return a picture on the plane, clear where it has nothing.

    Raises
    ------
    IntakeError
        If it lies nowhere on the plane.
    """
    from pyproj import Transformer

    system = 4326 if picture.reference.is_wgs84 else picture.reference.crs
    there = Transformer.from_crs(system, 3857, always_xy=True)
    box = _reach(picture, there)
    height, width = picture.pixels.shape[:2]
    wide, high = box[2] - box[0], box[3] - box[1]
    step = max(wide, high) / min(most, round(1.25 * max(width, height)) + 1)
    across, down = max(round(wide / step), 1), max(round(high / step), 1)
    columns, rows = _mesh(across), _mesh(down)
    x, y = np.meshgrid(box[0] + columns * (wide / across), box[1] + rows * (high / down))
    back = there.transform(x.ravel(), -y.ravel(), direction="INVERSE")
    places = _pixels_at(np.column_stack(back), picture.affine).reshape(*x.shape, 2)
    made = np.zeros((down, across, 4), np.uint8)
    for start in range(0, down, _ROWS):
        progress(start / down, "")
        end = min(start + _ROWS, down)
        wanted = _between(places, rows, columns, np.arange(start, end) + 0.5, across)
        made[start:end] = _sampled(picture.pixels, wanted)
    return Laid(made, box)


def _reach(picture: Picture, there: object) -> Box:
    """Return the part of the plane on which a picture lies."""
    height, width = picture.pixels.shape[:2]
    side = np.linspace(0.0, 1.0, _EDGE)
    columns, rows = np.meshgrid(side * width, side * height)
    a, b, c, d, e, f = picture.affine
    x = a * columns + b * rows + c
    y = d * columns + e * rows + f
    across, up = there.transform(x.ravel(), y.ravel())  # type: ignore[attr-defined] # pyproj's
    sound = np.isfinite(across) & np.isfinite(up)
    east, south = across[sound], -up[sound]
    if sound.any():
        box = (
            max(float(east.min()), -HALF),
            max(float(south.min()), -HALF),
            min(float(east.max()), HALF),
            min(float(south.max()), HALF),
        )
        if box[2] - box[0] > 1.0 and box[3] - box[1] > 1.0:
            return box
    raise IntakeError(
        say(
            "{name} lies nowhere on the map: look at its reference system and its world file.",
            name=picture.name,
        )
    )


def _mesh(count: int) -> Floats:
    """Return the places along one side that are reckoned exactly, its ends among them."""
    parts = max(-(-count // _MESH), 1)
    found: Floats = np.linspace(0.0, float(count), parts + 1)
    return found


def _pixels_at(points: Floats, affine: Affine) -> Floats:
    """Return column and row of points of the picture's own system."""
    a, b, c, d, e, f = affine
    area = a * e - b * d
    x, y = points[:, 0] - c, points[:, 1] - f
    found: Floats = np.column_stack(((e * x - b * y) / area, (a * y - d * x) / area))
    return found


def _between(places: Floats, rows: Floats, columns: Floats, wanted: Floats, across: int) -> Floats:
    """Return column and row in the picture of the pixels of some rows, between the mesh."""
    part = np.clip(np.searchsorted(rows, wanted) - 1, 0, len(rows) - 2)
    share = ((wanted - rows[part]) / (rows[part + 1] - rows[part]))[:, None, None]
    lines = places[part] * (1 - share) + places[part + 1] * share
    middles = np.arange(across) + 0.5
    part = np.clip(np.searchsorted(columns, middles) - 1, 0, len(columns) - 2)
    share = ((middles - columns[part]) / (columns[part + 1] - columns[part]))[None, :, None]
    found: Floats = lines[:, part] * (1 - share) + lines[:, part + 1] * share
    return found


def _sampled(pixels: NDArray[np.uint8], places: Floats) -> NDArray[np.uint8]:
    """Return the colours at places of a picture, between its pixels; clear beyond its edge."""
    height, width = pixels.shape[:2]
    column, row = places[:, :, 0], places[:, :, 1]
    with np.errstate(invalid="ignore"):
        inside = (column >= 0) & (column < width) & (row >= 0) & (row < height)
    column = np.where(inside, column, 0.5) - 0.5
    row = np.where(inside, row, 0.5) - 0.5
    left, top = np.floor(column).astype(np.intp), np.floor(row).astype(np.intp)
    beside = (column - left).astype(np.float32)[:, :, None]
    beneath = (row - top).astype(np.float32)[:, :, None]
    lefts, rights = np.clip(left, 0, width - 1), np.clip(left + 1, 0, width - 1)
    tops, feet = np.clip(top, 0, height - 1), np.clip(top + 1, 0, height - 1)
    upper = pixels[tops, lefts] * (1 - beside) + pixels[tops, rights] * beside
    lower = pixels[feet, lefts] * (1 - beside) + pixels[feet, rights] * beside
    mixed = upper * (1 - beneath) + lower * beneath
    found: NDArray[np.uint8] = np.where(inside[:, :, None], mixed + 0.5, 0).astype(np.uint8)
    return found
