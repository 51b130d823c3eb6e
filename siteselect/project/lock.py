"""One writer to a file: a small file beside it tells who works on it, and whether they still do."""

import contextlib
import getpass
import json
import os
import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from siteselect.errors import ProjectError
from siteselect.files import read_bounded
from siteselect.language import say, say_day
from siteselect.processes import alive, birth, host

_LARGEST = 10_000
_TRIES = 5


@dataclass(frozen=True, slots=True)
class Holder:
    """Who works on a file."""

    pid: int
    host: str
    user: str
    since: str
    """When they began, in ISO form with its offset."""
    born: str = ""
    """When their process began, as the system counts: tells it from a later one."""

    @property
    def here(self) -> bool:
        """Whether they sit at this machine."""
        return self.host == host()

    @property
    def gone(self) -> bool:
        """Whether their process is known to be dead; nothing is known of other machines."""
        return self.here and not alive(self.pid, self.born)

    @property
    def mine(self) -> bool:
        """Whether it is this very process."""
        return self.here and self.pid == os.getpid() and not self.gone

    @property
    def told(self) -> str:
        """The holder in words: `anna on another machine (dell-7) since 2 June 14:02`."""
        where = (
            say("in another window of this machine")
            if self.here
            else say("on the machine {host}", host=self.host)
        )
        try:
            since = datetime.fromisoformat(self.since).astimezone()
        except ValueError:
            return f"{self.user} {where}"
        return say(
            "{user} {where}, since {day}, {since:%H:%M}",
            user=self.user,
            where=where,
            day=say_day(since.date()),
            since=since,
        )


class HeldError(ProjectError):
    """A file is being worked on by somebody else."""

    def __init__(self, path: Path, holder: Holder) -> None:
        super().__init__(
            say(
                "The project {path} is open already: {told}. Close it there first, "
                "or save under another name.",
                path=path,
                told=holder.told,
            )
        )
        self.holder = holder


class Lock:
    """The right to write a file; `release` gives it back, and so does the death of the process."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self._text = text

    @classmethod
    def take(cls, path: Path, *, seize: bool = False) -> "Lock":
        """Take the lock at `path`; what a dead process left is cleared away.

        Parameters
        ----------
        path
            The lock itself; see `lock_of`.
        seize
            Take it from a living holder too: a person has decided so.

        Raises
        ------
        HeldError
            If somebody else holds it.
        OSError
            If no file can be made there: a folder that is read only, or gone.
        """
        text = json.dumps(asdict(_myself()))
        for _ in range(_TRIES):
            if _put(path, text):
                return cls(path, text)
            holder, held = _read(path)
            if holder is not None and not holder.gone and not seize:
                raise HeldError(path, holder)
            _clear(path, held)
        raise OSError(f"the lock {path} is taken and given up again and again")

    @property
    def kept(self) -> bool:
        """Whether the lock is still ours: nobody has seized it."""
        return _text(self.path) == self._text

    def release(self) -> None:
        """Give the lock back; one that was seized is left to its new holder."""
        _clear(self.path, self._text)


def lock_of(path: Path) -> Path:
    """Return where the lock of the file at `path` lies."""
    target = path.resolve()
    return target.with_name(f".{target.name}.lock")


def holder_of(path: Path) -> Holder | None:
    """Return who works on the file at `path`; None when nobody does, or they are dead."""
    try:
        holder = read_holder(lock_of(path))
    except (OSError, RuntimeError):  # links in a circle
        return None
    return None if holder is None or holder.gone else holder


def read_holder(lock: Path) -> Holder | None:
    """Return whom a lock names, dead or alive; None where there is none, or it cannot be read."""
    return _read(lock)[0]


def _myself() -> Holder:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container without names
        user = "somebody"
    pid = os.getpid()
    return Holder(pid, host(), user, datetime.now(UTC).isoformat(timespec="seconds"), birth(pid))


def _put(path: Path, text: str) -> bool:
    """Make the lock, whole or not at all; return whether there was none."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}-{secrets.token_hex(4)}")
    try:
        fresh.write_text(text, encoding="utf-8")
        os.link(fresh, path)
    except FileExistsError:
        return False
    except (OSError, NotImplementedError):
        return _put_without_links(path, text)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
    return True


def _put_without_links(path: Path, text: str) -> bool:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return False
    return True


def _read(path: Path) -> tuple[Holder | None, str | None]:
    """Return the holder that a lock names, and its text; a lock that says nothing has no holder."""
    text = _text(path)
    try:
        found = json.loads(text or "")
        host_, user, since = (str(found[key]) for key in ("host", "user", "since"))
        return Holder(int(found["pid"]), host_, user, since, str(found.get("born", ""))), text
    except (ValueError, TypeError, KeyError, RecursionError, AttributeError):
        return None, text


def _text(path: Path) -> str | None:
    try:
        return read_bounded(path, _LARGEST).decode(errors="replace")
    except OSError:
        return None


def _clear(path: Path, text: str | None) -> None:
    """Take away the lock that says `text`; one that somebody has just made anew stays."""
    aside = path.with_name(f"{path.name}.{os.getpid()}-{secrets.token_hex(4)}")
    try:
        path.rename(aside)
    except OSError:
        return
    if _text(aside) != text:
        with contextlib.suppress(OSError, NotImplementedError):
            os.link(aside, path)
    with contextlib.suppress(OSError):
        aside.unlink()
