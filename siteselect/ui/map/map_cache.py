"""Maps kept on disk between runs, in the user's cache: bounded, checked, and never needed."""

import hashlib
import logging
import os
import tempfile
from contextlib import suppress
from pathlib import Path

LOG = logging.getLogger(__name__)
MAGIC = b"siteselect map 1\n"
"""Raised when what is kept has another form."""
MOST_BYTES = 64 * 2**20
"""All kept maps together; the longest unused go first."""
MOST_FILES = 24
FOLDER = "SITESELECT_CACHE"
"""The variable that names another folder than the user's own."""
_SUFFIX = ".map"


class MapCache:
    """Keeps bytes by name; whatever fails is told in the log and treated as not kept."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Where the maps lie."""
        if self._folder is None:
            self._folder = _own_folder()
        return self._folder

    def read(self, name: str) -> bytes | None:
        """Return what is kept under a name; None when there is none, or when it was damaged."""
        path = self._path(name)
        try:
            held = path.read_bytes()
        except OSError:
            return None
        head = len(MAGIC) + hashlib.sha256().digest_size
        if not held.startswith(MAGIC) or _sum(held[head:]) != held[len(MAGIC) : head]:
            LOG.info("The kept map %s is damaged or of another version; it is made anew", path)
            with suppress(OSError):
                path.unlink()
            return None
        with suppress(OSError):
            os.utime(path)  # lately used
        return held[head:]

    def keep(self, name: str, data: bytes) -> None:
        """Keep bytes under a name, whole or not at all; a full disk keeps nothing."""
        path = self._path(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(prefix=".", suffix=_SUFFIX, dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(MAGIC + _sum(data) + data)
                Path(temporary).replace(path)
            except OSError:
                with suppress(OSError):
                    Path(temporary).unlink()
                raise
        except OSError as fault:
            LOG.info("The map cannot be kept in %s: %s", path.parent, fault)
            return
        self._tidy()

    def _path(self, name: str) -> Path:
        safe = "".join(each if each.isalnum() or each in "-_." else "_" for each in name)
        return self.folder / f"{safe}{_SUFFIX}"

    def _tidy(self) -> None:
        """Let go of the longest unused maps while all together are too many or too large."""
        try:
            kept = sorted(
                ((path.stat().st_mtime, path.stat().st_size, path) for path in self._kept()),
                reverse=True,
            )
        except OSError:
            return
        total = 0
        for place, (_, size, path) in enumerate(kept):
            total += size
            if place >= MOST_FILES or total > MOST_BYTES:
                with suppress(OSError):
                    path.unlink()

    def _kept(self) -> list[Path]:
        return list(self.folder.glob(f"*{_SUFFIX}"))


def _sum(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _own_folder() -> Path:
    named = os.environ.get(FOLDER)
    if named:
        return Path(named) / "maps"
    from platformdirs import user_cache_path

    return user_cache_path("siteselect", appauthor=False) / "maps"
