"""The room of this person in which the files of own layers lie, each under its digest.

What lies here was written by the program, or read once by the confined reader, before it came in.
A project carries copies of its own in the folder beside it; the room serves those never saved.
"""

import contextlib
import hashlib
import os
import time
from pathlib import Path

import platformdirs

from siteselect.errors import PackError
from siteselect.files import write_whole
from siteselect.language import say
from siteselect.model.user_layer import UserLayer

LARGEST = 1 << 30
"""Bytes of one layer."""
MAGIC = b"fgb\x03fgb"
_UNUSED = 180 * 86_400.0
"""Seconds after which a file that no study asked for is swept."""


def layer_room() -> Path:
    """Return the folder of the room, whether or not it is there."""
    return platformdirs.user_state_path("siteselect", appauthor=False) / "layers"


def held_layer(layer: UserLayer) -> Path | None:
    """Return the file of a layer; None where it is not in the room."""
    path = _place(layer.digest)
    return path if path.is_file() else None


def keep_layer(data: bytes) -> str:
    """Put the bytes of a FlatGeobuf into the room; return their digest.

    Raises
    ------
    PackError
        If they are none, too many, or cannot be written.
    """
    if not data.startswith(MAGIC) or len(data) > LARGEST:
        raise PackError(
            say(
                "A layer is a FlatGeobuf of up to {most} MB: take a part of it.", most=LARGEST >> 20
            )
        )
    digest = hashlib.sha256(data).hexdigest()
    path = _place(digest)
    if path.is_file():
        used(path)
        return digest
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(path, data)
    except OSError as error:
        raise PackError(
            say(
                "The layer cannot be kept in {folder}: {why}. Make room there.",
                folder=path.parent,
                why=(error.strerror or str(error)).rstrip("."),
            )
        ) from error
    sweep_room()  # where the room grows, it is kept within bounds
    return digest


def used(path: Path) -> None:
    """Mark a file of the room as used today, so that it is not swept."""
    with contextlib.suppress(OSError):
        os.utime(path)


def sweep_room(now: float | None = None) -> int:
    """Take away files that nobody has used for half a year; return how many."""
    moment, swept = time.time() if now is None else now, 0
    with contextlib.suppress(OSError):
        for path in layer_room().glob("*.fgb"):
            with contextlib.suppress(OSError):
                if moment - path.stat().st_mtime > _UNUSED:
                    path.unlink()
                    swept += 1
    return swept


def _place(digest: str) -> Path:
    return layer_room() / f"{digest}.fgb"
