"""Leaf folders: each module holds one object of a kind, and is found by being there."""

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def collect(package: ModuleType, kind: type[T], passed_over: tuple[str, ...] = ()) -> dict[str, T]:
    """Return the one `kind` object of each module of `package`, keyed by module name.

    The module that defines `kind`, modules whose name starts with an underscore, and those named
    in `passed_over` are left alone.

    Raises
    ------
    TypeError
        If a module holds none of that kind, or more than one.
    """
    found: dict[str, T] = {}
    for entry in sorted(pkgutil.iter_modules(package.__path__), key=lambda each: each.name):
        name = f"{package.__name__}.{entry.name}"
        if entry.name.startswith("_") or name == kind.__module__ or entry.name in passed_over:
            continue
        module = importlib.import_module(name)
        objects = [each for each in vars(module).values() if isinstance(each, kind)]
        if len(objects) != 1:
            raise TypeError(f"{name} must hold one {kind.__name__}, it holds {len(objects)}")
        found[entry.name] = objects[0]
    return found
