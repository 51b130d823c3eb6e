"""The finishing of a frozen folder: symbols of our own libraries dropped, times set."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from search_path import drop_search_path

LARGEST_MB = 380


def finish(folder: Path, second: int) -> None:
    """Drop what only a debugger or the builder's machine reads; set the time of the source."""
    for path in libraries(folder):
        drop_search_path(path)
    if shutil.which("strip") and os.name == "posix":
        for path in libraries(folder):
            if may_be_stripped(path):
                subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)
    for path in [*folder.rglob("*"), folder]:
        os.utime(path, (second, second), follow_symlinks=False)


def libraries(folder: Path) -> list[Path]:
    """Return every file that the system loads as code."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    found.append(path)
    return found


def may_be_stripped(path: Path) -> bool:
    """Return whether a library is Python's or its own wheel's: the vendored ones break by it."""
    vendored = any(part.endswith(".libs") for part in path.parts)
    program = path.parent.name != "_internal" and path.name == "siteselect"
    return not vendored and not program and "Qt" not in path.parts


def megabytes(folder: Path) -> float:
    """Return what the files of a folder take, each in whole blocks, in MB of 1 000 000 bytes."""
    files = (path.lstat() for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    return sum(getattr(each, "st_blocks", each.st_size // 512) * 512 for each in files) / 1e6
