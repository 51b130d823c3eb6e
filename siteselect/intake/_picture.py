"""In the reading process: the pixels of a picture, and the numbers that say where it lies."""

import warnings
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from siteselect.errors import IntakeError
from siteselect.intake._confined import seal
from siteselect.intake.limits import LIMITS
from siteselect.intake.parcel import Parcel
from siteselect.language import say

_FORMS = ("TIFF", "PNG", "JPEG", "WEBP")
_SCALE, _TIEPOINT, _MATRIX, _KEYS, _NODATA = 33550, 33922, 34264, 34735, 42113
_PROJECTED, _GEOGRAPHIC, _RASTER_KIND = 3072, 2048, 1025
_POINT, _USER = 2, 32767
_FAINT, _BRIGHT = 2, 98
"""Per cent of the values of a band between which its greys are spread."""

Affine = tuple[float, float, float, float, float, float]
"""x = a col + b row + c and y = d col + e row + f, from the corner of the first pixel."""


def run(path: Path, _: Path, options: dict[str, Any]) -> Parcel:
    """Return premultiplied RGBA at most `side` pixels a side, its affine, and its system."""
    from PIL import Image, UnidentifiedImageError

    seal()
    Image.MAX_IMAGE_PIXELS = None  # bounded below, by our own limits and in our own words
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=_FORMS) as image:
                _check_size(path, image.width, image.height)
                tags = dict(getattr(image, "tag_v2", {}))
                affine = _affine(path, tags, str(options.get("world", "")))
                step = max(1, -(-max(image.size) // int(options.get("side", 4096))))
                pixels = _pixels(image, _lost(tags), step)
    except UnidentifiedImageError:
        raise IntakeError(
            say("{path} is no picture that is read: export it as GeoTIFF or PNG.", path=path)
        ) from None
    height, width = pixels.shape[:2]
    a, b, c, d, e, f = affine
    plain = {
        "width": width,
        "height": height,
        "step": step,
        "affine": [a * step, b * step, c, d * step, e * step, f],
        "crs": _system(tags),
    }
    return Parcel(plain, {"pixels": pixels.reshape(-1)})


def _check_size(path: Path, width: int, height: int) -> None:
    most = LIMITS.image_side
    if max(width, height) > most or width * height * 4 > LIMITS.raster_bytes:
        raise IntakeError(
            say(
                "{path} has {width} x {height} pixels, which is too many: take a part of it, or "
                "export it coarser.",
                path=path,
                width=width,
                height=height,
            )
        )


def _pixels(image: Any, lost: float | None, step: int) -> NDArray[np.uint8]:  # an image of Pillow's
    """Return the pixels as premultiplied RGBA, several made one where there are too many."""
    from PIL import Image

    image.load()
    if image.mode in ("1", "L", "I", "I;16", "I;16L", "I;16B", "F"):
        grey = image.convert("L") if image.mode == "1" else image
        colours = Image.fromarray(_grey(np.asarray(grey), lost), "RGBA")
    else:
        colours = image.convert("RGBA")
        if lost is not None:
            table = np.array(colours)
            table[(table[:, :, :3] == lost).all(axis=2)] = 0
            colours = Image.fromarray(table, "RGBA")
    joined = colours.convert("RGBa")
    if step > 1:
        joined = joined.reduce(step)
    found: NDArray[np.uint8] = np.frombuffer(joined.tobytes(), np.uint8)
    return found.reshape(joined.height, joined.width, 4)


def _grey(band: NDArray[Any], lost: float | None) -> NDArray[np.uint8]:  # of any kind of number
    """Return one band as greys: bytes as they are, other numbers spread over what they hold."""
    values = band.astype(np.float32)
    known = np.isfinite(values)
    if lost is not None:
        known &= values != np.float32(lost)
    made = np.zeros((*values.shape, 4), np.uint8)
    if not known.any():
        return made
    if band.dtype == np.uint8:
        tone = values
    else:
        faint, bright = np.percentile(values[known], (_FAINT, _BRIGHT))
        tone = (np.where(known, values, faint) - faint) * (255.0 / max(bright - faint, 1e-9))
    made[:, :, :3] = np.where(known, np.clip(tone, 0, 255), 0).astype(np.uint8)[:, :, None]
    made[:, :, 3] = np.where(known, 255, 0)
    return made


def _affine(path: Path, tags: dict[int, Any], world: str) -> Affine:
    """Return where a picture lies: by its own tags, else by the world file beside it."""
    found = _tagged(tags) or _of_world(world)
    if found is None:
        raise IntakeError(
            say(
                "{path} does not say where it lies: export it as GeoTIFF, or put its world file "
                "beside it.",
                path=path,
            )
        )
    a, b, _, d, e, _ = found
    if not np.isfinite(found).all() or a * e - b * d == 0:
        raise IntakeError(say("{path} lies on no area at all: look at its world file.", path=path))
    return found


def _tagged(tags: dict[int, Any]) -> Affine | None:
    scale, tie, matrix = tags.get(_SCALE), tags.get(_TIEPOINT), tags.get(_MATRIX)
    if matrix is not None and len(matrix) == 16:
        a, b, c, d, e, f = (float(matrix[at]) for at in (0, 1, 3, 4, 5, 7))
    elif scale is not None and tie is not None and len(scale) >= 2 and len(tie) >= 6:
        a, e, b, d = float(scale[0]), -float(scale[1]), 0.0, 0.0
        c, f = float(tie[3]) - float(tie[0]) * a, float(tie[4]) - float(tie[1]) * e
    else:
        return None
    if _keys(tags).get(_RASTER_KIND) == _POINT:  # the tie point is the middle of a pixel
        c, f = c - (a + b) / 2, f - (d + e) / 2
    return a, b, c, d, e, f


def _of_world(text: str) -> Affine | None:
    """Return the affine of a world file, whose last two numbers are the middle of a pixel."""
    words = text.split()
    try:
        a, d, b, e, x, y = (float(each.replace(",", ".")) for each in words[:6])
    except ValueError:
        return None
    return a, b, x - (a + b) / 2, d, e, y - (d + e) / 2


def _system(tags: dict[int, Any]) -> str:
    keys = _keys(tags)
    code = keys.get(_PROJECTED) or keys.get(_GEOGRAPHIC)
    return f"EPSG:{code}" if code and code != _USER else ""


def _keys(tags: dict[int, Any]) -> dict[int, int]:
    """Return the geographic keys that hold one small number."""
    held = tags.get(_KEYS)
    if held is None or not hasattr(held, "__len__"):
        return {}
    rows = [held[at : at + 4] for at in range(4, len(held) - 3, 4)]
    return {int(row[0]): int(row[3]) for row in rows if int(row[1]) == 0}


def _lost(tags: dict[int, Any]) -> float | None:
    held = tags.get(_NODATA)
    try:
        return None if held is None else float(str(held).strip("\0 "))
    except ValueError:
        return None
