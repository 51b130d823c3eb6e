"""Old project files brought to today's form: one pure function a version, each with a golden file.

`STEPS[n]` takes the study of version n and returns that of version n + 1. A file of today passes
through none of them.
"""

from collections.abc import Callable
from typing import Any

PlainStudy = dict[str, Any]
"""A study as plain JSON values, in the form of some version."""

STEPS: dict[int, Callable[[PlainStudy], PlainStudy]] = {}
"""Version 1 is the first: nothing is older than it yet."""

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
