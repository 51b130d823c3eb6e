"""Old project files brought to today's form: one pure function a version, each with a golden file.

`STEPS[n]` takes the study of version n and returns that of version n + 1. A file of today passes
through none of them.
"""

from collections.abc import Callable
from typing import Any

PlainStudy = dict[str, Any]
"""A study as plain JSON values, in the form of some version."""


def _to_2(study: PlainStudy) -> PlainStudy:
    """Version 2 counts what came after the first files: money, own measures, facts, scenes, layers.

    Bookmarks came last. All of them may be missing, so nothing is moved. The number tells a program
    that knows only the first form that there may be more in the file than it can keep.
    """
    return study


STEPS: dict[int, Callable[[PlainStudy], PlainStudy]] = {1: _to_2}
"""The step that leads from each version to the next."""

VERSION = 1 + len(STEPS)
"""The version that this program writes."""


def migrate(
    study: PlainStudy,
    version: int,
    steps: dict[int, Callable[[PlainStudy], PlainStudy]] = STEPS,
    target: int = VERSION,
) -> PlainStudy:
    """Return `study` of `version` in the form of `target`; the study given is not changed."""
    for each in range(version, target):
        study = steps[each](dict(study))
    return study
