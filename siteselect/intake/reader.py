"""Files from outside are read in a process of their own: one driver, bounded, and no network.

The process is spawned, not forked, so it inherits nothing of the window; it learns the one driver
before GDAL is loaded; where the system can, its memory and processor time are bounded. It hands
back a parcel of JSON and numbers.
"""

import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from siteselect.errors import IntakeError
from siteselect.intake import _confined
from siteselect.intake.limits import LIMITS, Limits
from siteselect.intake.parcel import Parcel, unpack
from siteselect.intake.reference import SystemWantedError
from siteselect.language import language, say
from siteselect.progress import Progress

_MOST_ANSWER = 2**30
_KILL_AFTER = 2.0
_TELL_EACH = 0.2


class ReaderLostError(IntakeError):
    """The reading process died or was stopped; `how` tells: time, signal, memory."""

    def __init__(self, text: str, how: str) -> None:
        super().__init__(text)
        self.how = how


class Reader:
    """A confined process with one driver; it may be asked about several files, one by one."""

    def __init__(self, driver: str, limits: Limits = LIMITS) -> None:
        self._driver, self._limits = driver, limits
        self._also_skip: tuple[str, ...] = ()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Any = None  # a Connection, whose class differs between systems

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def ask(
        self,
        job: str,
        path: Path,
        options: Mapping[str, object] | None = None,
        progress: Progress | None = None,
    ) -> Parcel:
        """Return what the process says of the file at `path`.

        Where `progress` is given it is told again and again how far the process is in the file (0
        where the system does not tell); what it raises ends the process.

        Raises
        ------
        IntakeError
            If the file is refused, damaged, or takes too long; the sentence tells the cause.
        """
        with tempfile.TemporaryDirectory(prefix="siteselect-", ignore_cleanup_errors=True) as room:
            asked = {"job": job, "path": str(path.absolute()), "room": room, "language": language()}
            question = {**asked, "options": dict(options or {})}
            answer = self._exchange(question, path, progress)
            extra = answer.plain.get("drivers")
            if isinstance(extra, list):  # another GDAL, with drivers that are not known here
                self.close()
                self._also_skip = tuple(str(name) for name in extra)
                answer = self._exchange(question, path, progress)
        refused = answer.plain.get("refused")
        if refused is not None and answer.plain.get("wants") == "crs":
            raise SystemWantedError(str(refused))
        if refused is not None:
            raise IntakeError(str(refused))
        if "drivers" in answer.plain:
            raise IntakeError(
                say(
                    "{path} cannot be read: the GDAL of this machine has drivers that "
                    "cannot be taken out. Install siteselect with the pyogrio that it "
                    "names.",
                    path=path,
                )
            )
        return answer

    def close(self) -> None:
        """End the process."""
        if self._line is not None:
            self._line.close()
            self._line = None
        if self._process is not None:
            self._process.join(0.2)
            if self._process.is_alive():
                self._process.terminate()
                self._process.join(_KILL_AFTER)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
            self._process.close()
            self._process = None

    def _exchange(
        self, question: Mapping[str, object], path: Path, progress: Progress | None
    ) -> Parcel:
        self._begin()
        try:
            self._line.send_bytes(json.dumps(question).encode())
            if not self._answered(path, progress):
                self.close()
                raise ReaderLostError(
                    say(
                        "{path} cannot be read: it took longer than {seconds:g} seconds. "
                        "Take a part of it, or save it in another form.",
                        path=path,
                        seconds=self._limits.seconds,
                    ),
                    "time",
                )
            return unpack(self._line.recv_bytes(_MOST_ANSWER))
        except (EOFError, ValueError, KeyError, TypeError, OSError) as fault:
            how = self._ending() if isinstance(fault, EOFError | OSError) else "answer"
            raise ReaderLostError(
                say(
                    "{path} cannot be read: the process that read it ended ({how}). The "
                    "file is damaged, or too large for this machine: save it anew.",
                    path=path,
                    how=how,
                ),
                how,
            ) from None

    def _answered(self, path: Path, progress: Progress | None) -> bool:
        """Wait for an answer, and tell how far the process is; False when the time is up."""
        if progress is None:
            return bool(self._line.poll(self._limits.seconds))
        until = time.monotonic() + self._limits.seconds
        while (left := until - time.monotonic()) > 0:
            if self._line.poll(min(left, _TELL_EACH)):
                return True
            pid = self._process.pid if self._process is not None else None
            try:
                progress(_share_read(pid, path), "")
            except BaseException:
                self.close()
                raise
        return False

    def _begin(self) -> None:
        if self._process is not None and self._process.is_alive():
            return
        self.close()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        bounds = (self._limits.memory_bytes, self._limits.seconds)
        self._process = context.Process(
            target=_confined.serve,
            args=(theirs, self._driver, self._also_skip, bounds),
            daemon=True,
            name="siteselect-reader",
        )
        self._process.start()
        theirs.close()
        self._line = ours

    def _ending(self) -> str:
        """Return how the process ended, and forget it."""
        process = self._process
        if process is None:
            return "stopped"
        process.join(_KILL_AFTER)
        code = process.exitcode
        self.close()
        if code is None:
            return "silent"
        return f"signal {-code}" if code < 0 else f"code {code}"


def _share_read(pid: int | None, path: Path) -> float:
    """Return how far a process has read a file, in [0, 1]; 0 where the system does not tell."""
    try:
        for each in Path(f"/proc/{pid}/fd").iterdir():
            if each.samefile(path):
                told = Path(f"/proc/{pid}/fdinfo/{each.name}").read_text(encoding="ascii")
                return min(int(told.split()[1]) / max(path.stat().st_size, 1), 1.0)
    except (OSError, ValueError, IndexError):
        return 0.0
    return 0.0


def ask_once(
    driver: str,
    job: str,
    path: Path,
    options: Mapping[str, object] | None = None,
    limits: Limits = LIMITS,
) -> Parcel:
    """Return what a process made for this one file says of it."""
    with Reader(driver, limits) as reader:
        return reader.ask(job, path, options)


def bounds_in_force(limits: Limits = LIMITS) -> tuple[str, ...]:
    """Return which bounds hold on this system, each in words; what does not hold is said too."""
    time = say("at most {seconds:g} seconds a file", seconds=limits.seconds)
    size = limits.memory_bytes // 2**30
    if os.name != "posix":
        return (
            time,
            say(
                "no bound of {size} GB of memory: this system offers none to a single process",
                size=size,
            ),
        )
    if sys.platform == "darwin":
        return (
            time,
            say("as much processor time"),
            say("no bound of {size} GB of memory: macOS does not enforce it", size=size),
        )
    return (
        time,
        say("as much processor time"),
        say("at most {size} GB of memory", size=size),
        say("no file written by GDAL"),
    )
