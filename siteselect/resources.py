"""Where the files that travel with the program lie: a checkout, a wheel or a frozen bundle."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below `resources/`, whether or not it exists."""
    return _root().joinpath(*parts)


def _root() -> Path:
    package = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", package))
    for folder in (frozen / "siteselect" / "_resources", package / "_resources"):
        if folder.is_dir():
            return folder
    return package.parent / "resources"
