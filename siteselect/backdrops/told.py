"""Words that a file of tiles says of itself: plain, short, and numbers within bounds."""

import math
import re
import unicodedata
from collections.abc import Mapping
from html import unescape

from siteselect.backdrops.tiles import DEEPEST
from siteselect.geo.crs import MERCATOR_LIMIT

_LONGEST = 240
_MARKUP = re.compile(r"<[^<>]{0,500}>")
WORLD = (-180.0, -MERCATOR_LIMIT, 180.0, MERCATOR_LIMIT)


def plain_words(value: object, longest: int = _LONGEST) -> str:
    """Return a text of a stranger's on one line, without markup and without signs that act."""
    if not isinstance(value, str):
        return ""
    bare = unescape(_MARKUP.sub(" ", value[: 20 * longest]))
    bare = bare.replace("<", " ").replace(">", " ")
    kept = "".join(" " if unicodedata.category(sign).startswith("C") else sign for sign in bare)
    words = " ".join(kept.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def zoom_told(value: object) -> int | None:
    """Return a zoom that a file names; None where it names none that there is."""
    text = str(value).strip()
    if not re.fullmatch(r"\d{1,2}(\.0+)?", text):
        return None
    zoom = int(float(text))
    return zoom if zoom <= DEEPEST else None


def bounds_told(value: object) -> tuple[float, float, float, float]:
    """Return the bounds that a file names, in degrees; the world where they make no sense."""
    parts = str(value).split(",") if isinstance(value, str) else []
    try:
        numbers = [float(each) for each in parts]
    except ValueError:
        return WORLD
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)):
        return WORLD
    west, south, east, north = numbers
    west, east = max(west, WORLD[0]), min(east, WORLD[2])
    south, north = max(south, WORLD[1]), min(north, WORLD[3])
    return (west, south, east, north) if west < east and south < north else WORLD


def first_told(held: Mapping[str, object], *keys: str) -> object:
    """Return what stands under the first of the keys that there is."""
    return next((held[key] for key in keys if key in held), "")
