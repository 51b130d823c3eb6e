"""Scripts of packaging/ loaded as they load each other: from their own folder."""

import importlib
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "packaging"


def load(name):
    sys.path.insert(0, str(FOLDER))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(FOLDER))
