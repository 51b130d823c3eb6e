"""Notices that a file was changed, or taken away, by somebody else."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from siteselect.files import digest, read_bounded

EVERY_MS = 5000
_LARGEST = 64 * 2**20
Stamp = tuple[int, int, int]
"""Time of change, size and number of a file: what is looked at before its bytes are."""


class DiskWatch(QObject):
    """Looks at one file now and then; tells once for each change that its reader does not know."""

    def __init__(self, told: Callable[[bool], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = told
        self._path: Path | None = None
        self._known: str | None = None
        self._stamp: Stamp | None = None
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, path: Path | None, known: str | None) -> None:
        """Watch a file that was just read or written with the digest `known`; None watches none."""
        self._path, self._known = path, known
        self._stamp = stamp_of(path) if path else None
        if path is None or known is None:
            self._timer.stop()
        else:
            self._timer.start()

    def look(self) -> None:
        """Look now; tell True when the file holds something else, False when it is gone."""
        if self._path is None or self._known is None:
            return
        stamp = stamp_of(self._path)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        if stamp is None:
            self._told(False)
            return
        try:
            there = digest(read_bounded(self._path, _LARGEST))
        except OSError:
            return
        if there != self._known:
            self._told(True)


def stamp_of(path: Path) -> Stamp | None:
    """Return what tells a changed file from an unchanged one; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
