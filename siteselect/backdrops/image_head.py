"""Which form an image is in and how large, read off its first bytes: nothing is unpacked."""

import struct
from enum import StrEnum

from siteselect.backdrops.tiles import MOST_BYTES, MOST_SIDE
from siteselect.errors import IntakeError


class DamagedTileError(IntakeError):
    """One tile that cannot be shown; the rest can."""


class Form(StrEnum):
    """A form of image that is shown."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"


_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def form_of(data: bytes) -> Form | None:
    """Return the form of an image by its first bytes; None for all else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Form.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return Form.JPEG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Form.WEBP
    return None


def is_vector(data: bytes) -> bool:
    """Return whether a tile looks like one of vectors: packed, or a protocol buffer of layers."""
    return data.startswith((b"\x1f\x8b", b"\x1a")) and form_of(data) is None


def size_of(data: bytes) -> tuple[int, int]:
    """Return width and height that an image claims; zeros where it does not say."""
    form = form_of(data)
    try:
        if form is Form.PNG:
            width, height = struct.unpack_from(">II", data, 16)
            return int(width), int(height)
        if form is Form.JPEG:
            return _jpeg(data)
        if form is Form.WEBP:
            return _webp(data)
    except (struct.error, IndexError):
        return 0, 0
    return 0, 0


def checked_tile(data: bytes) -> bytes:
    """Return the bytes of a tile that may be unpacked.

    Raises
    ------
    DamagedTileError
        If it is too large, no image, or claims a size that no tile has.
    """
    if len(data) > MOST_BYTES:
        raise DamagedTileError(f"it has {len(data)} bytes")
    if form_of(data) is None:
        raise DamagedTileError("it is no PNG, JPEG or WebP")
    width, height = size_of(data)
    if not (0 < width <= MOST_SIDE and 0 < height <= MOST_SIDE):
        raise DamagedTileError(f"it claims {width} x {height} pixels")
    return data


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return 0, 0
        mark = data[at + 1]
        if mark in (0xFF, 0x01) or 0xD0 <= mark <= 0xD8:
            at += 1 if mark == 0xFF else 2
            continue
        if mark in _START_OF_FRAME:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return int(width), int(height)
        (length,) = struct.unpack_from(">H", data, at + 2)
        if length < 2:
            return 0, 0
        at += 2 + length
    return 0, 0


def _webp(data: bytes) -> tuple[int, int]:
    kind = data[12:16]
    if kind == b"VP8X":
        width = int.from_bytes(data[24:27], "little") + 1
        height = int.from_bytes(data[27:30], "little") + 1
        return (width, height) if len(data) >= 30 else (0, 0)
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return 0, 0
