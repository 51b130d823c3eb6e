"""A picture that lies somewhere, read apart: GeoTIFF, or PNG, JPEG or TIFF with a world file."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from siteselect.errors import IntakeError
from siteselect.files import read_bounded
from siteselect.intake.limits import LIMITS, Limits
from siteselect.intake.parcel import Parcel
from siteselect.intake.reader import ask_once
from siteselect.intake.reference import Reference, SystemWantedError
from siteselect.intake.sniff import checked_path
from siteselect.language import say

SIDE = 4096
"""A picture with more pixels a side is made smaller."""
_LONGEST = 20_000
Affine = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, eq=False, slots=True)
class Picture:
    """Pixels and where they lie: x = a col + b row + c, y = d col + e row + f in its system."""

    name: str
    pixels: NDArray[np.uint8]
    """Rows x columns x red, green, blue, alpha; the colours are multiplied by alpha."""
    affine: Affine
    reference: Reference


def read_picture(path: Path | str, crs: str = "", limits: Limits = LIMITS) -> Picture:
    """Return the picture at `path`.

    Parameters
    ----------
    path
        A GeoTIFF, or a picture with a world file beside it.
    crs
        Its reference system, as EPSG:32643; needed where neither it nor a .prj beside it says so.
    limits
        Beyond which it is refused.

    Raises
    ------
    SystemWantedError
        If nobody says in which reference system it lies.
    IntakeError
        If it is none, damaged, too large, or does not say where it lies.
    """
    path = checked_path(path)
    if path.stat().st_size > limits.file_bytes:
        raise IntakeError(
            say("{path} is too large: take a part of it, or export it coarser.", path=path)
        )
    asked = {"side": SIDE, "world": _beside(path, world_suffixes(path.suffix))}
    parcel = ask_once("", "picture", path, asked, limits)
    return _picture_of(path, parcel, crs or _beside(path, (".prj",)))


def has_world_file(path: Path) -> bool:
    """Return whether a world file lies beside a picture."""
    return bool(_beside(path, world_suffixes(path.suffix)))


def world_suffixes(suffix: str) -> tuple[str, ...]:
    """Return how the world file of a picture may end: .pgw, .pngw or .wld for .png."""
    plain = suffix.lower().lstrip(".")
    return (f".{plain[:1]}{plain[-1:]}w", f".{plain}w", ".wld")


def _picture_of(path: Path, parcel: Parcel, said: str) -> Picture:
    plain = parcel.plain
    system = said.strip() or str(plain["crs"])
    if not system:
        raise SystemWantedError(
            say(
                "{path} names no reference system: say which one it is in, as EPSG:32643.",
                path=path,
            )
        )
    width, height = int(plain["width"]), int(plain["height"])
    pixels = parcel.arrays["pixels"]
    if not (0 < width <= SIDE and 0 < height <= SIDE and pixels.size == width * height * 4):
        raise IntakeError(say("{path} is damaged: export it anew.", path=path))
    a, b, c, d, e, f = (float(each) for each in plain["affine"])
    shaped: NDArray[np.uint8] = pixels.reshape(height, width, 4)
    return Picture(path.stem, shaped, (a, b, c, d, e, f), Reference.named(system))


def _beside(path: Path, suffixes: tuple[str, ...]) -> str:
    """Return the text of a small file beside a picture, by its ending; else nothing."""
    for suffix in suffixes:
        for each in (suffix, suffix.upper()):
            try:
                text = read_bounded(path.with_suffix(each), _LONGEST)
            except (OSError, ValueError):
                continue
            return text.decode("utf-8", "replace")
    return ""
