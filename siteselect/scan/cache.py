"""Arrays kept on disk between sessions: bounded, written whole or not at all, checked when read.

An entry is a folder of plain `.npy` files and a small text with a check sum of every stretch that
was written. What is damaged is thrown away and made anew; a full disk costs the keeping, never the
work.
"""

import contextlib
import hashlib
import io
import json
import os
import secrets
import shutil
import tempfile
import threading
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]  # Any: float32 values, small integers of places

FOLDER = "SITESELECT_CACHE"
MOST_BYTES = 4 << 30
"""So much is kept; what was used longest ago goes first."""
_TOLD = "entry.json"
_STRAY_AFTER = 24 * 3600.0
"""A folder that was begun so many seconds ago and never finished belongs to a scan that died."""


def default_folder() -> Path:
    """Return where scans are kept for this person; SITESELECT_CACHE names another place."""
    import platformdirs

    if os.environ.get(FOLDER):
        return Path(os.environ[FOLDER]) / "scan"
    return Path(platformdirs.user_cache_dir("siteselect", appauthor=False)) / "scan"


def key_of(*parts: object) -> str:
    """Return a name for what was made from `parts`: the same parts, the same name."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries, at most so large."""

    folder: Path
    most_bytes: int = MOST_BYTES

    def read(self, key: str) -> dict[str, Numbers] | None:
        """Return the arrays of an entry, read from the disk as they are used; None without it."""
        place = self.folder / key
        try:
            told = json.loads((place / _TOLD).read_text(encoding="utf-8"))
            found = {name: _checked(place / f"{name}.npy", sums) for name, sums in told.items()}
            os.utime(place / _TOLD)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, AttributeError, KeyError, EOFError):
            self.forget(key)  # damaged: it is made anew
            return None
        return found

    def forget(self, key: str) -> None:
        """Throw one entry away."""
        shutil.rmtree(self.folder / key, ignore_errors=True)

    def begin(self, key: str, shapes: Mapping[str, tuple[int, str]]) -> "Writing":
        """Begin an entry of flat arrays by name: how many numbers, of which kind."""
        self.tidy(sum(count * np.dtype(kind).itemsize for count, kind in shapes.values()))
        return Writing(self.folder / key, shapes)

    def tidy(self, room: int = 0) -> None:
        """Throw away what was used longest ago until `room` more bytes fit."""
        entries = []
        with contextlib.suppress(OSError):
            for place in self.folder.iterdir():
                if place.name.startswith("."):
                    _sweep(place)
                else:
                    entries.append((_last_used(place), _size(place), place))
        total = room + sum(size for _, size, _ in entries)
        for _, size, place in sorted(entries):
            if total <= self.most_bytes:
                return
            shutil.rmtree(place, ignore_errors=True)
            total -= size


class Writing:
    """An entry on its way to the disk, stretch by stretch, from several threads.

    Where the disk fails the arrays go on in memory, and `fault` says why nothing is kept.
    """

    def __init__(self, place: Path, shapes: Mapping[str, tuple[int, str]]) -> None:
        self.fault = ""
        self._place = place
        self._lock = threading.Lock()
        self._shapes: dict[str, tuple[int, str]] = {}
        self._sums: dict[str, list[list[int]]] = {}
        self._held: dict[str, Numbers] = {}
        self._files: dict[str, Any] = {}  # Any: open binary files
        self._starts: dict[str, int] = {}
        self._fresh = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
        try:
            self._fresh.mkdir(parents=True)
        except OSError as error:
            self._fail(error)
        for name, (count, kind) in shapes.items():
            self.add(name, count, kind)

    @property
    def names(self) -> set[str]:
        """The arrays of the entry."""
        return set(self._shapes)

    def add(self, name: str, count: int, kind: str) -> None:
        """Make room for one more array."""
        with self._lock:
            self._shapes[name], self._sums[name] = (count, kind), []
            if self.fault:
                self._held[name] = np.zeros(count, dtype=kind)
                return
            try:
                self._open(name, count, np.dtype(kind))
            except OSError as error:
                self._fail(error)

    def cut(self, name: str, count: int) -> None:
        """Keep the first `count` numbers alone: for what was not known to be so few."""
        with self._lock:
            kind = np.dtype(self._shapes[name][1])
            self._shapes[name] = (count, self._shapes[name][1])
            if not self.fault:
                try:
                    file = self._files[name]
                    file.seek(0)
                    file.write(_header(count, kind, self._starts[name]))
                    file.truncate(self._starts[name] + count * kind.itemsize)
                except OSError as error:
                    self._fail(error)
            if self.fault:
                self._held[name] = self._held[name][:count].copy()

    def get(self, name: str, start: int, count: int) -> Numbers:
        """Return a stretch that was put."""
        kind = np.dtype(self._shapes[name][1])
        with self._lock:
            if not self.fault:
                try:
                    return self._read(name, start, count, kind)
                except OSError as error:
                    self._fail(error)
            return self._held[name][start : start + count]

    def put(self, name: str, start: int, values: Numbers) -> None:
        """Write one stretch of an array."""
        count, kind = self._shapes[name]
        data = np.ascontiguousarray(values, dtype=kind)
        if start < 0 or start + len(data) > count:
            raise ValueError("a stretch must lie within its array")
        with self._lock:
            if self.fault:
                self._held[name][start : start + len(data)] = data
                return
            try:
                self._write(name, start, data)
            except OSError as error:
                self._fail(error)
                self._held[name][start : start + len(data)] = data

    def finish(self) -> dict[str, Numbers]:
        """Return the arrays when all was put; they are kept, unless the disk failed."""
        with self._lock:
            if not self.fault:
                try:
                    return self._finish()
                except OSError as error:
                    self._fail(error)
            return dict(self._held)

    def abandon(self) -> None:
        """Leave nothing behind: the work was stopped."""
        with self._lock:
            self._close()
            shutil.rmtree(self._fresh, ignore_errors=True)

    def _open(self, name: str, count: int, kind: np.dtype[Any]) -> None:  # Any: its scalar
        file = (self._fresh / f"{name}.npy").open("w+b", buffering=0)
        self._files[name] = file
        file.write(_header(count, kind))
        self._starts[name] = file.tell()
        file.truncate(file.tell() + count * kind.itemsize)

    def _write(self, name: str, start: int, data: Numbers) -> None:
        file = self._files[name]
        file.seek(self._starts[name] + start * data.itemsize)
        raw = data.tobytes()
        written = 0
        while written < len(raw):
            written += file.write(raw[written:])
        self._sums[name].append([start, len(data), zlib.crc32(raw)])

    def _read(self, name: str, start: int, count: int, kind: np.dtype[Any]) -> Numbers:
        file = self._files[name]
        file.seek(self._starts[name] + start * kind.itemsize)
        raw = b""
        while len(raw) < count * kind.itemsize:
            more = file.read(count * kind.itemsize - len(raw))
            if not more:
                raise OSError("what was written is gone")
            raw += more
        return np.frombuffer(raw, dtype=kind)

    def _finish(self) -> dict[str, Numbers]:
        for file in self._files.values():
            os.fsync(file.fileno())
        self._close()
        told = json.dumps(self._sums)
        (self._fresh / _TOLD).write_text(told, encoding="utf-8")
        if self._place.exists():  # another process was faster
            shutil.rmtree(self._place, ignore_errors=True)
        self._fresh.rename(self._place)
        return {name: _mapped(self._place / f"{name}.npy") for name in self._shapes}

    def _fail(self, error: OSError) -> None:
        """Take what was written into memory, and go on there."""
        self.fault = (
            f"The scan is not kept for the next time: {error.strerror or error} "
            f"({self._place.parent}). Make room there, and scan again."
        )
        for name, (count, kind) in self._shapes.items():
            held = np.zeros(count, dtype=kind)
            for start, length, _ in self._sums[name]:
                held[start : start + length] = self._read(name, start, length, held.dtype)
            self._held[name] = held
        self._close()
        shutil.rmtree(self._fresh, ignore_errors=True)

    def _close(self) -> None:
        for file in self._files.values():
            with contextlib.suppress(OSError):
                file.close()
        self._files = {}


def passing_folder(near: Path | None = None) -> "tempfile.TemporaryDirectory[str]":
    """Return a folder that goes with the work: for what is too large to be kept."""
    if near is not None:
        try:
            near.mkdir(parents=True, exist_ok=True)
            return tempfile.TemporaryDirectory(prefix=".passing-", dir=near)
        except OSError:
            pass  # the system's own folder will do
    return tempfile.TemporaryDirectory(prefix="siteselect-scan-")


def _header(count: int, kind: np.dtype[Any], length: int | None = None) -> bytes:  # its scalar
    """Return what stands before the numbers of a `.npy` file; numpy leaves room for other counts.

    A `length` is what it has to be, since the numbers already stand behind it.
    """
    room = io.BytesIO()
    told = {"descr": np.lib.format.dtype_to_descr(kind), "fortran_order": False, "shape": (count,)}
    np.lib.format.write_array_header_1_0(room, told)
    if length is not None and len(room.getvalue()) != length:
        raise OSError("the head of the file changed its length")
    return room.getvalue()


def _mapped(path: Path) -> Numbers:
    found: Numbers = np.load(path, mmap_mode="r", allow_pickle=False)
    return found


def _checked(path: Path, sums: list[list[int]]) -> Numbers:
    """Return the array; ValueError when it is not what was written."""
    found = _mapped(path)
    covered = 0
    for start, length, told in sums:
        if zlib.crc32(found[start : start + length].tobytes()) != told:
            raise ValueError("the check sum differs")
        covered += length
    if found.ndim != 1 or covered != len(found):
        raise ValueError("a stretch is missing")
    return found


def _last_used(place: Path) -> float:
    try:
        return (place / _TOLD).stat().st_mtime
    except OSError:
        return 0.0


def _size(place: Path) -> int:
    total = 0
    with contextlib.suppress(OSError):
        total = sum(each.stat().st_size for each in place.iterdir())
    return total


def _sweep(place: Path) -> None:
    with contextlib.suppress(OSError):
        if time.time() - place.stat().st_mtime > _STRAY_AFTER:
            shutil.rmtree(place, ignore_errors=True)
