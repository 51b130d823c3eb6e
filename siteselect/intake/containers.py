"""Zip containers from outside: looked into first, and unpacked part by part under fixed names."""

import lzma
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from siteselect.errors import IntakeError
from siteselect.intake.limits import LIMITS, Limits
from siteselect.language import say

_CHUNK = 2**20
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError)
_ARCHIVES = (".zip", ".kmz", ".xlsx", ".gz", ".7z", ".rar", ".tar", ".bz2", ".xz")


def inspect_container(path: Path, limits: Limits = LIMITS) -> list[zipfile.ZipInfo]:
    """Return the parts of a container that means no ill.

    Raises
    ------
    IntakeError
        If it is damaged, locked, names files outside itself, holds links or other containers, or
        would unpack to too much.
    """
    try:
        with zipfile.ZipFile(path) as container:
            parts = container.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise IntakeError(
            say(
                "{path} is damaged, and no container: {why}. Save it anew.",
                path=path,
                why=str(error).rstrip("."),
            )
        ) from None
    if any(_leads_out(part.orig_filename) or _leads_out(part.filename) for part in parts):
        raise IntakeError(
            say("{path} names files outside itself: it is refused. Pack it anew.", path=path)
        )
    if any(stat.S_ISLNK(part.external_attr >> 16) for part in parts):
        raise IntakeError(
            say("{path} holds links to other files: it is refused. Pack the files.", path=path)
        )
    if any(part.flag_bits & 1 for part in parts):
        raise IntakeError(say("{path} is locked by a password: save it without one.", path=path))
    twice = [name for name, often in Counter(p.filename for p in parts).items() if often > 1]
    if twice:
        raise IntakeError(
            say(
                "{path} holds two parts called {twice}: pack it anew.",
                path=path,
                twice=twice[0][:80],
            )
        )
    nested = [part.filename for part in parts if part.filename.lower().endswith(_ARCHIVES)]
    if nested:
        raise IntakeError(
            say(
                "{path} holds another container ({nested}): unpack it, and choose that file.",
                path=path,
                nested=nested[0][:80],
            )
        )
    total = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if packed > path.stat().st_size:
        raise IntakeError(
            say("{path} holds parts that lie over each other: it is refused.", path=path)
        )
    bomb = total > limits.zip_small and total > limits.zip_ratio * max(packed, 1)
    if len(parts) > limits.zip_entries or total > limits.zip_bytes or bomb:
        raise IntakeError(
            say(
                "{path} unpacks to {total} MB in {count} parts: it is refused. Save "
                "the one layer or sheet by itself.",
                path=path,
                total=total // 2**20,
                count=len(parts),
            )
        )
    return parts


def unpack_part(path: Path, part: str, to: Path, most: int) -> Path:
    """Write one part of a container to `to`, and return it; more than `most` bytes are refused."""
    written = 0
    try:
        with (
            zipfile.ZipFile(path) as container,
            container.open(part) as source,
            to.open("wb") as target,
        ):
            while written <= most and (chunk := source.read(_CHUNK)):
                written += len(chunk)
                target.write(chunk)
    except (OSError, EOFError, ValueError, KeyError, NotImplementedError, *_BROKEN) as error:
        why = str(error).rstrip(".") or type(error).__name__
        raise IntakeError(
            say(
                "{path} is damaged in {part}: {why}. Get the file again.",
                path=path,
                part=part,
                why=why,
            )
        ) from None
    if written > most:
        raise IntakeError(
            say(
                "{path}: {part} unpacks to more than {most} MB: it is refused. Save "
                "the one layer by itself.",
                path=path,
                part=part,
                most=most // 2**20,
            )
        )
    return to


def one_of(parts: Iterable[zipfile.ZipInfo], suffix: str) -> list[str]:
    """Return the names of the parts that end in `suffix`, the shallowest first."""
    names = [part.filename for part in parts if part.filename.lower().endswith(suffix)]
    names = [name for name in names if not PurePosixPath(name).name.startswith(("._", "."))]
    return sorted(names, key=lambda name: (name.count("/"), name))


def _leads_out(name: str) -> bool:
    plain = name.replace("\\", "/")
    absolute = plain.startswith("/") or re.match(r"^[A-Za-z]:", plain) is not None
    return absolute or "\0" in plain or ".." in plain.split("/")
