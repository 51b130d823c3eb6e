"""In the reading process: the first band of a GeoTIFF, where it lies, and in which system."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from siteselect.errors import IntakeError
from siteselect.intake._confined import seal
from siteselect.intake.limits import LIMITS
from siteselect.intake.parcel import Parcel
from siteselect.language import say

_SCALE, _TIEPOINT, _MATRIX, _KEYS, _NODATA = 33550, 33922, 34264, 34735, 42113
_PROJECTED, _GEOGRAPHIC, _RASTER_KIND = 3072, 2048, 1025
_POINT = 2
_USER = 32767


def run(path: Path, _: Path, options: dict[str, Any]) -> Parcel:
    """Return values, bounds and reference system; at most `side` cells a side."""
    import tifffile

    seal()
    try:
        with tifffile.TiffFile(path) as file:
            if not file.pages:
                raise IntakeError(
                    say("{path} holds no picture at all: export the raster anew.", path=path)
                )
            page: Any = file.pages[0]  # tifffile's own class
            return _read(path, page, int(options.get("side", 2000)))
    except tifffile.TiffFileError as error:
        raise IntakeError(
            say(
                "{path} is a damaged TIFF ({error}): export the raster anew.",
                path=path,
                error=error,
            )
        ) from None


def _read(path: Path, page: Any, side: int) -> Parcel:  # a page of tifffile's
    height, width = int(page.imagelength), int(page.imagewidth)
    most = LIMITS.image_side
    if max(height, width) > most:
        raise IntakeError(
            say(
                "{path} has {width} x {height} cells, {most} a side are the most: "
                "take a part of it.",
                path=path,
                width=width,
                height=height,
                most=most,
            )
        )
    bits = int(np.max(page.bitspersample, initial=1))
    if height * width * max(1, int(page.samplesperpixel)) * bits > 8 * LIMITS.raster_bytes:
        raise IntakeError(
            say(
                "{path} unpacks to more than {most} MB: export one band, or a part of it.",
                path=path,
                most=LIMITS.raster_bytes // 2**20,
            )
        )
    tags = {int(tag.code): tag.value for tag in page.tags}
    crs = _system(tags)
    west, south, east, north = _bounds(path, tags, width, height)
    try:
        values = np.asarray(page.asarray())
    except (ValueError, KeyError, ImportError, NotImplementedError, RuntimeError) as error:
        why = " ".join(str(error).split())[:120]
        raise IntakeError(
            say(
                "{path} is packed in a way that is not read ({why}): export it with Deflate.",
                path=path,
                why=why,
            )
        ) from None
    band = _first_band(values, height, width)
    if band.dtype.kind not in "iuf":
        raise IntakeError(say("{path} holds no numbers: export the raster anew.", path=path))
    cells = band.astype(np.float64)
    lost = _lost(tags)
    if lost is not None:
        cells[cells == lost] = np.nan
    cells[~np.isfinite(cells)] = np.nan
    step = max(1, -(-max(height, width) // max(1, side)))
    cells = cells[::step, ::step]
    plain = {
        "rows": cells.shape[0], "columns": cells.shape[1], "step": step, "crs": crs,
        "bounds": [west, south, east, north], "bands": int(page.samplesperpixel),
    }  # fmt: skip
    return Parcel(plain, {"values": cells})


def _first_band(values: NDArray[Any], height: int, width: int) -> NDArray[Any]:  # of any kind
    if values.shape[:2] == (height, width):
        band: NDArray[Any] = values if values.ndim == 2 else values[:, :, 0]
    else:
        band = values.reshape(-1, height, width)[0]  # bands first
    return band


def _bounds(
    path: Path, tags: dict[int, Any], width: int, height: int
) -> tuple[float, float, float, float]:
    """Return west, south, east and north in the raster's own system."""
    scale, tie, matrix = tags.get(_SCALE), tags.get(_TIEPOINT), tags.get(_MATRIX)
    if scale is not None and tie is not None and len(scale) >= 2 and len(tie) >= 6:
        dx, dy = float(scale[0]), float(scale[1])
        west, north = float(tie[3]) - float(tie[0]) * dx, float(tie[4]) + float(tie[1]) * dy
    elif matrix is not None and len(matrix) == 16 and not (matrix[1] or matrix[4]):
        dx, dy, west, north = (float(matrix[at]) for at in (0, 5, 3, 7))
        dy = -dy
    else:
        raise IntakeError(
            say(
                "{path} is a picture that does not say where it lies: export it as "
                "GeoTIFF, north up.",
                path=path,
            )
        )
    if _keys(tags).get(_RASTER_KIND) == _POINT:  # the tie point is the middle of a cell
        west, north = west - dx / 2, north + dy / 2
    bounds = (west, north - dy * height, west + dx * width, north)
    if not np.isfinite(bounds).all() or dx <= 0 or dy <= 0:
        raise IntakeError(say("{path} does not lie north up: export it anew.", path=path))
    return bounds


def _system(tags: dict[int, Any]) -> str:
    keys = _keys(tags)
    code = keys.get(_PROJECTED) or keys.get(_GEOGRAPHIC)
    return f"EPSG:{code}" if code and code != _USER else ""


def _keys(tags: dict[int, Any]) -> dict[int, int]:
    """Return the geographic keys that hold one small number."""
    held = tags.get(_KEYS)
    if held is None or len(held) < 4:
        return {}
    rows = [held[at : at + 4] for at in range(4, len(held) - 3, 4)]
    return {int(row[0]): int(row[3]) for row in rows if int(row[1]) == 0}


def _lost(tags: dict[int, Any]) -> float | None:
    held = tags.get(_NODATA)
    try:
        return None if held is None else float(str(held).strip("\0 "))
    except ValueError:
        return None
