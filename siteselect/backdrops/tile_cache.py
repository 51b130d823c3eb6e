"""Tiles that were fetched once, kept on the disk: bounded in size and age, checked, never needed.

A full disk, a folder that cannot be written, a damaged file: the tile is as if it were not kept.
"""

import hashlib
import json
import logging
import os
import secrets
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from siteselect.backdrops.tiles import MOST_BYTES, TileAt

LOG = logging.getLogger(__name__)
MAGIC = b"siteselect tile 1\n"
MOST = 256 * 2**20
"""Bytes of all tiles together; the longest unused go first."""
OLDEST = 180 * 86_400.0
"""Seconds after which a tile goes, used or not."""
REST = 60.0
"""Seconds for which nothing is written after the disk refused."""
FOLDER = "SITESELECT_CACHE"
"""The variable that names another folder than the user's own."""
_SUFFIX = ".tile"
_LONGEST_WORD = 512
_BETWEEN = 86_400.0
"""Seconds between two marks that a tile was used."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One tile as it is kept."""

    data: bytes
    until: float
    """The moment from which it is asked for again."""
    tag: str = ""
    """By which the server knows this very state of it."""
    changed: str = ""
    """When it changed last, in the server's words."""
    came: float = 0.0
    """When it was fetched."""


class TileCache:
    """Keeps tiles of several servers, each under its mark; any thread may ask."""

    def __init__(
        self,
        folder: Path | None = None,
        most: int = MOST,
        oldest: float = OLDEST,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._folder, self._most, self._oldest, self._now = folder, most, oldest, now
        self._lock = threading.Lock()
        self._total: int | None = None
        self._rest_until = 0.0

    @property
    def folder(self) -> Path:
        """Where the tiles lie."""
        if self._folder is None:
            self._folder = _own_folder()
        return self._folder

    @property
    def writes(self) -> bool:
        """Whether the disk took the last tile; it is tried again after a while."""
        return self._now() >= self._rest_until

    def read(self, mark: str, at: TileAt) -> Kept | None:
        """Return a tile that is kept; None when there is none, or when it is damaged or too old."""
        path = self._path(mark, at)
        try:
            with path.open("rb") as file:
                held = file.read(MOST_BYTES + 4096)
            used = path.stat().st_mtime
        except OSError:
            return None
        kept = _unpacked(held)
        if kept is None or self._now() - kept.came > self._oldest:
            self._drop(path)
            return None
        if self._now() - used > _BETWEEN:
            with suppress(OSError):
                os.utime(path)
        return kept

    def keep(self, mark: str, at: TileAt, kept: Kept) -> bool:
        """Keep a tile, whole or not at all; return whether it is on the disk."""
        if not self.writes or len(kept.data) > MOST_BYTES:
            return False
        path, data = self._path(mark, at), _packed(kept)
        spare = path.with_name(f".{secrets.token_hex(8)}{_SUFFIX}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                with spare.open("xb") as file:
                    written = 0
                    while written < len(data):
                        written += file.write(data[written:])
                self._put(spare, path, len(data))
            except OSError:
                with suppress(OSError):
                    spare.unlink()
                raise
        except OSError as fault:
            self._rest_until = self._now() + REST
            LOG.warning("Tiles cannot be kept in %s: %s", self.folder, fault)
            return False
        return True

    def size(self) -> int:
        """Return how many bytes are kept."""
        return sum(size for _, size, _ in self._all())

    def empty(self) -> None:
        """Let go of every tile."""
        with self._lock:
            for _, _, path in self._all():
                with suppress(OSError):
                    path.unlink()
            self._total = 0

    def _put(self, spare: Path, path: Path, wide: int) -> None:
        """Put a tile in its place, and let go of the longest unused when they are too much.

        Counted in the same breath: what another thread puts between would be counted twice.
        """
        with self._lock:
            if self._total is None:
                self._total = self.size()
            before = path.stat().st_size if path.exists() else 0
            spare.replace(path)
            self._total += wide - before
            if self._total > self._most:
                self._tidy()

    def _tidy(self) -> None:
        total, now = 0, self._now()
        for path in self.folder.glob(f"*/*/.*{_SUFFIX}"):  # left by a program that was ended
            with suppress(OSError):
                if now - path.stat().st_mtime > REST:
                    path.unlink()
        for used, size, path in sorted(self._all(), reverse=True):
            if total + size > 0.9 * self._most or now - used > self._oldest:
                with suppress(OSError):
                    path.unlink()
                    continue
            total += size
        self._total = total

    def _all(self) -> list[tuple[float, int, Path]]:
        """Return when each whole tile was used last, its bytes, and where it lies."""
        found = []
        with suppress(OSError):
            for path in self.folder.glob(f"*/*/[!.]*{_SUFFIX}"):
                with suppress(OSError):
                    told = path.stat()
                    found.append((told.st_mtime, told.st_size, path))
        return found

    def _drop(self, path: Path) -> None:
        with suppress(OSError):
            path.unlink()

    def _path(self, mark: str, at: TileAt) -> Path:
        return self.folder / mark / str(at.zoom) / f"{at.x}-{at.y}{_SUFFIX}"


def _packed(kept: Kept) -> bytes:
    head = asdict(kept)
    head.pop("data")
    head["tag"], head["changed"] = kept.tag[:_LONGEST_WORD], kept.changed[:_LONGEST_WORD]
    head["sum"] = hashlib.sha256(kept.data).hexdigest()
    return MAGIC + json.dumps(head).encode() + b"\n" + kept.data


def _unpacked(held: bytes) -> Kept | None:
    if not held.startswith(MAGIC):
        return None
    line, _, data = held[len(MAGIC) :].partition(b"\n")
    try:
        head = json.loads(line)
        kept = Kept(
            data, float(head["until"]), str(head["tag"]), str(head["changed"]), float(head["came"])
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return kept if hashlib.sha256(data).hexdigest() == head.get("sum") else None


def _own_folder() -> Path:
    named = os.environ.get(FOLDER)
    if named:
        return Path(named) / "tiles"
    from platformdirs import user_cache_path

    return user_cache_path("siteselect", appauthor=False) / "tiles"
