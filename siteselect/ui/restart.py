"""Starting again at once: the window closes as ever, and another one opens on the same project."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the frame stands before what reads projects is imported
    from siteselect.ui.documents import Documents

SCALE, OURS = "QT_SCALE_FACTOR", "SITESELECT_SCALE"
"""How large Qt draws, and whether that was our doing: only then the next start may change it."""


class Closable(Protocol):
    """A window that asks about unsaved work before it closes."""

    documents: "Documents"

    def close(self) -> bool:
        """Leave, when the person agrees."""


def start_again(window: Closable) -> bool:
    """Close the window and start the program anew; False when the person would rather stay."""
    if not window.close():
        return False
    path = window.documents.path  # known only now: the question before may have saved it
    subprocess.Popen(command(path), start_new_session=True)
    return True


def command(path: Path | None) -> list[str]:
    """Return what starts this program on a project, or on its sample."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [
        sys.executable, "-m", "siteselect"
    ]  # fmt: skip
    return [*program, *([str(path)] if path is not None else [])]


def enlarge(per_cent: int) -> None:
    """Let Qt draw words and what holds them larger; heard only before the application is made."""
    if SCALE in os.environ and os.environ[SCALE] != os.environ.get(OURS):
        return  # asked for outside
    if per_cent > 100:
        os.environ[SCALE] = os.environ[OURS] = f"{per_cent / 100:g}"
    else:
        os.environ.pop(SCALE, None)
        os.environ.pop(OURS, None)
