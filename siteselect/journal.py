"""What the program did and where it failed, in a file that turns over: for a person who asks.

Nothing of it leaves this computer by itself, and every line is cleaned before it is written.
"""

import contextlib
import faulthandler
import logging
import logging.handlers
import platform
from pathlib import Path
from typing import IO, Any

import platformdirs

from siteselect.redaction import clean, clean_trail

NAME = "siteselect.log"
CRASH = "crash.txt"
LARGEST, KEPT = 1_000_000, 2
"""Bytes of one file, and how many older ones stay beside it."""
logger = logging.getLogger(__name__)


class _Line(logging.Formatter):
    """A line of the journal: when, how grave, where, what; cleaned."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as text."""
        when = self.formatTime(record, "%Y-%m-%d %H:%M:%S")
        text = f"{when} {record.levelname} {record.name}: {clean(record.getMessage())}"
        if record.exc_info and record.exc_info[1] is not None:
            text += f"\n{clean_trail(record.exc_info[1])}"
        return text


class _Turning(logging.handlers.RotatingFileHandler):
    """Turns over when full; where another window holds the file, it goes on in the same one."""

    def doRollover(self) -> None:  # noqa: N802 - the name of the handler it is made from
        """Begin a new file."""
        with contextlib.suppress(OSError):
            super().doRollover()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - as above
        """Go on without the line: a full disk must stop nobody's work."""
        del record


class _Open:
    """The journal that is written now."""

    handler: logging.Handler | None = None
    crash: IO[Any] | None = None  # Any: open() promises no more


def journal_folder() -> Path:
    """Return where this person's journal lies."""
    return platformdirs.user_state_path("siteselect", appauthor=False) / "log"


def open_journal(folder: Path | None = None) -> Path | None:
    """Write from now on; return the file, None where none can be written."""
    close_journal()
    folder = folder or journal_folder()
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _Turning(
            path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", errors="backslashreplace"
        )
    except OSError:
        return None
    handler.setFormatter(_Line())
    root = logging.getLogger("siteselect")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    _Open.handler = handler
    _watch_crashes(folder / CRASH)
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    logger.info("begins: Python %s, %s", platform.python_version(), system)
    return path


def close_journal() -> None:
    """Write no more."""
    if _Open.handler is not None:
        logging.getLogger("siteselect").removeHandler(_Open.handler)
        _Open.handler.close()
        _Open.handler = None
    if _Open.crash is not None:
        faulthandler.disable()
        _Open.crash.close()
        _Open.crash = None


def journal_texts(folder: Path | None = None) -> dict[str, str]:
    """Return the files of the journal by name, the newest first, each cleaned once more."""
    folder = folder or journal_folder()
    names = [NAME, *(f"{NAME}.{number}" for number in range(1, KEPT + 1)), CRASH]
    found = {}
    for name in names:
        with contextlib.suppress(OSError):
            text = (folder / name).read_text(encoding="utf-8", errors="replace")
            if text.strip():
                found[name] = clean(text)
    return found


def _watch_crashes(path: Path) -> None:
    """Let the interpreter leave its last trail in a file when it dies of a signal."""
    if faulthandler.is_enabled():
        return  # somebody watches already
    with contextlib.suppress(OSError):
        mode = "a" if path.is_file() and path.stat().st_size < LARGEST else "w"
        file = path.open(mode, encoding="utf-8")
        faulthandler.enable(file)
        _Open.crash = file
