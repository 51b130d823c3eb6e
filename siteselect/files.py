"""Files written whole or not at all, and read up to a bound.

A new text goes to a temporary file in the same folder, is flushed to the disk, read back and
compared, and only then takes the place of the old one. Whatever fails before that leaves the old
file as it was. Faults are OSErrors; the rooms above say them in sentences.
"""

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
import time
from pathlib import Path

from siteselect.processes import alive, host

_SUFFIX = ".saving"
_STRAY_AFTER = 600.0
"""A temporary file of another machine that is older, in seconds, belongs to a save that died."""
_LONGEST = 160
"""Bytes of a name that may grow; a longer one goes by its digest meanwhile."""


def digest(data: bytes) -> str:
    """Return the SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_bounded(path: Path, most: int) -> bytes:
    """Return the bytes of a file; OSError when it holds more than `most` (a device has no end).

    A pipe into which nobody writes is empty: nothing waits for a writer who may never come.
    """
    with open(path, "rb", opener=_open_at_once) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"it is larger than {most / 2**20:g} MB")
    return data


def write_whole(path: Path, data: bytes, backups: int = 0) -> None:
    """Put `data` at `path`, and keep the last `backups` versions beside it.

    A symbolic link is followed, and the permissions of the old file are kept.

    Raises
    ------
    OSError
        If anything fails; the old file is then as it was, and no temporary file is left.
    """
    target = _target(path)
    sweep(target)
    fresh, spare = _temporary(target), _temporary(target)
    try:
        _write(fresh, data)
        _compare(fresh, data)
        if target.exists():
            shutil.copymode(target, fresh)
            _keep(target, data, backups, spare)
        fresh.replace(target)
    except BaseException:
        for each in (fresh, spare):
            with contextlib.suppress(OSError):
                each.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def sweep(path: Path) -> None:
    """Remove temporary files that a save of `path` left behind when it died."""
    with contextlib.suppress(OSError):
        for stray in path.parent.glob(f"{_plain(_stem(path))}.*{_SUFFIX}"):
            with contextlib.suppress(OSError):
                if _died(stray):
                    stray.unlink()


def backup(path: Path, number: int) -> Path:
    """Return where backup `number` of `path` lies; 1 is the youngest."""
    name = path.name if len(os.fsencode(path.name)) <= _LONGEST else _stem(path)[1:]
    return path.with_name(f"{name}.bak{number}")


def _open_at_once(path: str, flags: int) -> int:
    """Open a file without waiting for the other end of a pipe."""
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "set_blocking"):
        os.set_blocking(handle, True)
    return handle


def _target(path: Path) -> Path:
    """Return the file that `path` leads to; OSError where it goes in circles or is no file."""
    try:
        target = path.resolve()
    except RuntimeError:  # how Python 3.11 tells of links in a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None
    if target.is_symlink():  # how later ones do
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if target.exists() and not target.is_file():
        folder = errno.EISDIR if target.is_dir() else errno.EINVAL
        raise OSError(folder, os.strerror(folder) if target.is_dir() else "It is no plain file")
    return target


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        written = 0
        while written < len(data):
            written += file.write(data[written:])
        file.flush()
        os.fsync(file.fileno())


def _compare(path: Path, data: bytes) -> None:
    if path.read_bytes() != data:
        raise OSError("what was read back from the disk differs from what was written")


def _keep(target: Path, data: bytes, backups: int, spare: Path) -> None:
    """Move the backups one place on, and make the file as it stands the youngest.

    A save that fails again and again adds no copy of the same, and so pushes no old one out.
    """
    before = target.read_bytes() if backups else data
    youngest = backup(target, 1)
    if before == data or (youngest.exists() and youngest.read_bytes() == before):
        return
    shutil.copy2(target, spare)
    _compare(spare, before)
    for number in range(backups, 1, -1):
        if backup(target, number - 1).exists():
            backup(target, number - 1).replace(backup(target, number))
    spare.replace(youngest)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a loss of power, where the system can."""
    with contextlib.suppress(OSError):  # Windows opens no folders; the file itself is safe
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _temporary(target: Path) -> Path:
    """Return a free name beside `target` that tells which process of which machine writes it."""
    writer = f"{_machine()}-{os.getpid()}-{secrets.token_hex(4)}"
    return target.with_name(f"{_stem(target)}.{writer}{_SUFFIX}")


def _stem(target: Path) -> str:
    name = target.name
    return f".{name if len(os.fsencode(name)) <= _LONGEST else digest(os.fsencode(name))[:16]}"


def _machine() -> str:
    return digest(host().encode())[:8]


def _died(stray: Path) -> bool:
    """Return whether nobody writes a temporary file any more."""
    machine, _, rest = stray.name.removesuffix(_SUFFIX).rpartition(".")[2].partition("-")
    pid = rest.partition("-")[0]
    if machine == _machine() and pid.isdecimal():
        return not alive(int(pid))
    return time.time() - stray.stat().st_mtime > _STRAY_AFTER


def _plain(name: str) -> str:
    """Return `name` with the signs that a glob pattern reads made literal."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)
