"""JSON from outside is looked over before anybody parses it: depth, and that it is text at all."""

import re
from pathlib import Path

import numpy as np

from siteselect.errors import IntakeError
from siteselect.intake.limits import LIMITS, Limits
from siteselect.language import say

_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)


def check_json(path: Path, data: bytes, limits: Limits = LIMITS) -> None:
    """Raise IntakeError where the brackets of `data` nest too deeply or do not close."""
    bare = _STRING.sub(b"", data)
    if b'"' in bare:
        raise IntakeError(
            say("{path} is damaged JSON: a text in it does not end. Save it anew.", path=path)
        )
    signs = np.frombuffer(bare, dtype=np.uint8)
    steps = np.zeros(len(signs), dtype=np.int32)
    steps[(signs == ord("[")) | (signs == ord("{"))] = 1
    steps[(signs == ord("]")) | (signs == ord("}"))] = -1
    depth = np.cumsum(steps)
    deepest = int(depth.max(initial=0))
    if deepest > limits.json_depth:
        raise IntakeError(
            say(
                "{path} is nested {deepest} deep, {json_depth} is the most: it is "
                "refused. Save the layer anew from a map program.",
                path=path,
                deepest=deepest,
                json_depth=limits.json_depth,
            )
        )
    if len(depth) and (int(depth[-1]) != 0 or int(depth.min()) < 0):
        raise IntakeError(
            say("{path} is damaged JSON: its brackets do not close. Get the file again.", path=path)
        )
