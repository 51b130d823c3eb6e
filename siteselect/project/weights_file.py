"""A file of weights by criterion, as the command line and several people hand them over."""

import json
from pathlib import Path

from siteselect.errors import StudyError
from siteselect.files import read_bounded
from siteselect.language import say

LARGEST = 2**20
"""Bytes that a file of weights may have."""


def read_weights(path: Path) -> dict[str, float]:
    """Return the weights that a file holds, by key, in its order.

    Raises
    ------
    StudyError
        In one sentence, when the file cannot be read or is no object of numbers.
    """
    try:
        plain = json.loads(read_bounded(path, LARGEST).decode("utf-8-sig"), object_pairs_hook=_once)
    except OSError as error:
        raise StudyError(
            say(
                "The weights {path} cannot be read: {strerror}. Look at the name.",
                path=path,
                strerror=error.strerror or error,
            )
        ) from None
    except (ValueError, RecursionError) as error:
        kinds = {RecursionError: say("nested too deeply"), UnicodeDecodeError: say("no UTF-8 text")}
        why = kinds.get(type(error), error)
        raise StudyError(
            say(
                'The weights {path} are damaged: {why}. Write {{"power_price": 30, ...}}.',
                path=path,
                why=why,
            )
        ) from None
    if not isinstance(plain, dict):
        raise StudyError(
            say('The weights {path} are no object: write {{"power_price": 30, ...}}.', path=path)
        )
    weights: dict[str, float] = {}
    for key, value in plain.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise StudyError(
                say(
                    "The weights {path} give {key} no number: give one of 0 or more.",
                    path=path,
                    key=key,
                )
            )
        try:
            weights[key] = float(value)
        except OverflowError:
            raise StudyError(
                say("The weight of {key} in {path} is too large.", key=key, path=path)
            ) from None
    return weights


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key} stands twice")
        found[key] = value
    return found
