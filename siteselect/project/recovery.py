"""Unsaved work kept aside: a copy of each window's study, found again after a crash.

Each window has a lock, which dies with its process, and beside it a copy while its study differs
from its file. A copy whose lock is dead was left behind by a crash. A window that is closed takes
both away, so nothing is offered after a clean exit.
"""

import contextlib
import json
import os
import secrets
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import platformdirs

from siteselect.errors import ProjectError
from siteselect.files import digest, read_bounded, sweep, write_whole
from siteselect.language import say
from siteselect.model.study import Study
from siteselect.project.file import project_text, study_of_text
from siteselect.project.lock import Lock, read_holder

SUFFIX = ".recovery"
_LOCK = ".lock"
_DAMAGED = ".damaged"
_LARGEST = 128 * 2**20
_EDITS = 200
"""So many of the last edits are kept by name."""
_QUIET = 86_400.0
"""Seconds after which the copy of a process that cannot be asked is offered."""


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """The work of a window that crashed."""

    path: Path
    """Where the copy lies."""
    study: Study
    project: Path | None
    """The file it belongs to; None when it was never saved."""
    digest: str | None
    """Of that file, as the window had last read or written it."""
    written: datetime
    edits: tuple[str, ...]
    """Names of the steps that were not saved, the first one first."""


def recovery_folder() -> Path:
    """Return where this person's unsaved work is kept."""
    return platformdirs.user_state_path("siteselect", appauthor=False) / "recovery"


class Keeper:
    """Keeps the unsaved work of one window; may be called from several threads."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        name = f"{os.getpid()}-{secrets.token_hex(6)}"
        self.path = folder / f"{name}{SUFFIX}"
        self._lock = Lock.take(folder / f"{name}{_LOCK}")
        self._turn = threading.Lock()
        self._latest = 0
        self._closed = False

    def keep(
        self,
        study: Study,
        project: Path | None,
        known: str | None,
        edits: tuple[str, ...],
        number: int,
    ) -> bool:
        """Write the copy, unless a later number has been kept or dropped; return whether.

        Raises
        ------
        ProjectError
            If it cannot be written; the copy before is as it was.
        """
        plain = {
            "siteselect_recovery": 1,
            "project": str(project.absolute()) if project else None,
            "digest": known,
            "written": datetime.now(UTC).isoformat(timespec="seconds"),
            "edits": list(edits[-_EDITS:]),
            "text": project_text(study),
        }
        data = json.dumps(plain, ensure_ascii=False, indent=1).encode()
        with self._turn:
            if self._closed or number <= self._latest:
                return False
            try:
                write_whole(self.path, data)
            except OSError as error:
                why = (error.strerror or str(error)).rstrip(".")
                raise ProjectError(
                    say(
                        "The unsaved changes cannot be kept in {parent}: {why}. Save the "
                        "project, and make room there.",
                        parent=self.path.parent,
                        why=why,
                    )
                ) from error
            self._latest = number
            return True

    def drop(self, number: int) -> None:
        """Take the copy away, for the study is saved; earlier numbers are kept no more."""
        with self._turn:
            self._latest = max(self._latest, number)
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Take away copy and lock: the window ends as it should."""
        with self._turn:
            self._closed = True
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)
            self._lock.release()


def left_behind(folder: Path) -> tuple[LeftBehind, ...]:
    """Return what crashed windows left in `folder`, the latest first; what nobody misses is swept.

    A copy that says no more than its project does is swept; one that cannot be read is put aside
    under another name, never deleted.
    """
    found = []
    for lock in sorted(folder.glob(f"*{_LOCK}")):
        path = lock.with_suffix(SUFFIX)
        if not _abandoned(lock, path):
            continue
        sweep(path)
        if not path.exists():
            lock.unlink(missing_ok=True)
            continue
        each = _read(path)
        if each is not None and _says_more(each):
            found.append(each)
        elif each is not None:
            discard(each)
    return tuple(sorted(found, key=lambda each: each.written, reverse=True))


def discard(left: LeftBehind) -> None:
    """Take away what a crashed window left: it was recovered, or is not wanted."""
    for path in (left.path, left.path.with_suffix(_LOCK)):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _abandoned(lock: Path, path: Path) -> bool:
    """Return whether the window of a lock is no more.

    Of a process on another machine nothing is known: it counts as gone after a quiet day.
    """
    holder = read_holder(lock)
    if holder is None or holder.gone:
        return True
    if holder.mine:
        return False
    try:
        return time.time() - path.stat().st_mtime > _QUIET
    except OSError:
        return False


def _read(path: Path) -> LeftBehind | None:
    try:
        plain: Any = json.loads(read_bounded(path, _LARGEST))
        project = plain["project"]
        return LeftBehind(
            path,
            study_of_text(plain["text"], str(path)),
            Path(project) if project else None,
            plain["digest"],
            datetime.fromisoformat(plain["written"]),
            tuple(str(each) for each in plain["edits"]),
        )
    except OSError:
        return None
    except (ValueError, TypeError, KeyError, RecursionError, AttributeError, ProjectError):
        with contextlib.suppress(OSError):
            path.rename(path.with_suffix(_DAMAGED))
            path.with_suffix(_LOCK).unlink(missing_ok=True)
        return None


def _says_more(left: LeftBehind) -> bool:
    """Return whether the project on disk lacks anything of the copy."""
    if left.project is None:
        return True
    try:
        there = read_bounded(left.project, _LARGEST)
    except OSError:
        return True
    return digest(there) != digest(project_text(left.study).encode())
