"""Coordinates as people write them: decimal degrees, degrees with minutes, one cell or two."""

import math
import re
from dataclasses import dataclass

_NORTH = ("N", "С", "北纬", "北緯", "北", "С.Ш", "СШ", "С.Е", "ТҮН")
_SOUTH = ("S", "Ю", "南纬", "南緯", "南", "Ю.Ш", "ЮШ")
_EAST = ("E", "В", "东经", "東經", "东", "東", "В.Д", "ВД", "Ш.Б", "Ч.У")
_WEST = ("W", "З", "西经", "西經", "西", "З.Д", "ЗД")
_SIDES = (
    dict.fromkeys(_NORTH, ("lat", 1))
    | dict.fromkeys(_SOUTH, ("lat", -1))
    | dict.fromkeys(_EAST, ("lon", 1))
    | dict.fromkeys(_WEST, ("lon", -1))
)
_WORDS = sorted(_SIDES, key=len, reverse=True)
_LONGEST = 60
_NUMBER = r"[+\-−]?\d+(?:[.,]\d+)?"
_ANGLE = re.compile(
    rf"(?P<degrees>{_NUMBER})\s*(?:°|º|d|度|:|\s|гр\.?)\s*"
    r"(?:(?P<minutes>\d+(?:[.,]\d+)?)\s*(?:['’′`m]|分|:|\s|мин\.?|$)\s*"
    r"(?:(?P<seconds>\d+(?:[.,]\d+)?)\s*(?:\"|”|″|''|’’|′′|s|秒|сек\.?|$)?)?)?\s*"
)
_POINT = re.compile(
    rf"\s*POINT\s*Z?\s*\(\s*({_NUMBER})\s+({_NUMBER})(?:\s+{_NUMBER})?\s*\)\s*", re.IGNORECASE
)
_PAIR_OF_NUMBERS = (
    re.compile(
        r"\(?\s*([+\-−]?\d+\.\d+|[+\-−]?\d+)\s*[,;/\s]\s*([+\-−]?\d+\.\d+|[+\-−]?\d+)\s*\)?"
    ),
    re.compile(r"\(?\s*([+\-−]?\d+,\d+)\s*[;/\s]\s*([+\-−]?\d+,\d+)\s*\)?"),
    re.compile(r"\(?\s*([+\-−]?\d+,\d+),\s+([+\-−]?\d+,\d+)\s*\)?"),
)


@dataclass(frozen=True, slots=True)
class Angle:
    """Degrees, and the axis that a letter beside them names."""

    degrees: float
    axis: str = ""
    """lat, lon, or nothing where no letter tells."""


def angle(text: str) -> Angle:
    r"""Return the angle that `text` writes in degrees, or in degrees, minutes and seconds.

    Raises
    ------
    ValueError
        If it is none.

    Examples
    --------
    >>> round(angle("43°14'20\"N").degrees, 6), angle("76°57′ в.д.").axis
    (43.238889, 'lon')
    """
    if len(text) > _LONGEST:
        raise ValueError("no angle is so long")
    bare, axis, sign = _without_side(text.strip())
    plain = bare.strip().strip("°º度").strip()
    if re.fullmatch(_NUMBER, plain):
        return Angle(sign * _number(plain), axis)
    found = _ANGLE.fullmatch(bare.strip())
    if not found or not found["degrees"]:
        raise ValueError("no angle")
    degrees = _number(found["degrees"])
    minutes, seconds = _number(found["minutes"] or "0"), _number(found["seconds"] or "0")
    if minutes >= 60 or seconds >= 60 or (found["minutes"] and degrees != int(degrees)):
        raise ValueError("minutes and seconds lie below 60")
    size = abs(degrees) + minutes / 60 + seconds / 3600
    below = math.copysign(1, degrees) if not found["degrees"].startswith(("-", "−")) else -1
    return Angle(sign * below * size, axis)


def is_dms(text: str) -> bool:
    """Return whether `text` writes an angle in another way than as one number."""
    try:
        angle(text)
    except ValueError:
        return False
    return not re.fullmatch(_NUMBER, text.strip())


def pair(text: str) -> tuple[Angle, Angle] | None:
    """Return the two angles that one cell holds, in the order in which they stand; None for none.

    Examples
    --------
    >>> [each.degrees for each in pair("43.25, 76.95")]
    [43.25, 76.95]
    >>> [each.axis for each in pair("POINT (76.95 43.25)")]
    ['lon', 'lat']
    """
    text = text.strip()
    if len(text) > 2 * _LONGEST:
        return None
    point = _POINT.fullmatch(text)
    if point:
        return Angle(_number(point[1]), "lon"), Angle(_number(point[2]), "lat")
    if re.fullmatch(r"[+\-−]?\d+,\d+", text):  # one number with a decimal comma
        return None
    for form in _PAIR_OF_NUMBERS:
        found = form.fullmatch(text)
        if found:
            return Angle(_number(found[1])), Angle(_number(found[2]))
    return _pair_of_angles(text)


def _pair_of_angles(text: str) -> tuple[Angle, Angle] | None:
    """Return the two angles of a cell with minutes or letters: it is cut where both halves read."""
    for cut in re.finditer(r"[,;/]\s*|\s+|(?<=[NSEWnsewСЮВЗ])(?=[\d+\-])", text):
        try:
            first, second = angle(text[: cut.start()]), angle(text[cut.end() :])
        except ValueError:
            continue
        sided = first.axis and second.axis and first.axis != second.axis
        whole = "°" in text[: cut.start()] and "°" in text[cut.end() :]
        if sided or (whole and not first.axis and not second.axis):
            return first, second
    return None


def _without_side(text: str) -> tuple[str, str, int]:
    """Return the text without the word for its side of the globe, the axis, and the sign."""
    upper = text.upper().rstrip(". ")
    for word in _WORDS:
        axis, sign = _SIDES[word]
        if upper.endswith(word):
            return text[: len(upper) - len(word)], axis, sign
        if upper.startswith(word):
            return text[len(word) :].lstrip(". :"), axis, sign
    return text, "", 1


def _number(text: str) -> float:
    return float(text.replace(",", ".").replace("−", "-"))
