"""What the program runs on: the distributions that its requirements name, and theirs in turn."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def distributions() -> list[metadata.Distribution]:
    """Return all that the program needs on this system, by name; no tools of its makers."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    found: dict[str, metadata.Distribution] = {}
    waiting = [(text, frozenset[str]()) for text in project["dependencies"]]
    while waiting:
        text, extras = waiting.pop()
        needed = Requirement(text)
        asked = [{"extra": extra} for extra in ("", *extras)]
        if needed.marker is not None and not any(needed.marker.evaluate(one) for one in asked):
            continue
        if plain(needed.name) in found:
            continue
        each = found[plain(needed.name)] = metadata.distribution(needed.name)
        waiting += [(line, frozenset(needed.extras)) for line in each.requires or []]
    return [found[name] for name in sorted(found)]


def plain(name: str) -> str:
    """Return a name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()
