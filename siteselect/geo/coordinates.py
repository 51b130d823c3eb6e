"""Coordinates as people write them: decimal, degrees and minutes, UTM, MGRS, all on WGS 84."""

import math
import re
from dataclasses import dataclass

BANDS = "CDEFGHJKLMNPQRSTUVWX"
"""Bands of latitude from 80 degrees south, eight degrees each; X has twelve."""
COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
"""Letters of the squares of 100 km from west to east; three sets take turns zone by zone."""
ROWS = "ABCDEFGHJKLMNPQRSTUV"
"""Letters of the squares from south to north; in even zones they begin five later."""
_SQUARE = 100_000.0
_CYCLE = 2_000_000.0
"""Metres after which the letters of rows come again."""
_SOUTH = 10_000_000.0

_NUMBER = r"\d+(?:[.,]\d+)?"
_ANGLE = re.compile(
    rf"""(?P<before>[NSEW])?\s*
    (?P<sign>[-+\u2212])?\s*(?P<degrees>{_NUMBER})\s*(?:[°º]|deg\b|d\b)?
    (?:\s*(?P<minutes>{_NUMBER})\s*(?:['\u2019\u2032]|m\b)
       |(?<=[°ºd\s])\s*(?P<bare_minutes>\d{{1,2}}(?:[.,]\d+)?)(?=\s+\d{{1,2}}(?:[.,]\d+)?\s*[NSEW]))?
    (?:\s*(?P<seconds>{_NUMBER})\s*(?:["\u201d\u2033]|''|s\b|(?=\s*[NSEW])))?
    \s*(?P<after>[NSEW])?""",
    re.VERBOSE | re.IGNORECASE,
)
_UTM = re.compile(
    rf"^(?:utm\s*)?(?:zone\s*)?(\d{{1,2}})\s*([C-HJ-NP-X]|north|south)\s*[,;]?\s*"
    rf"({_NUMBER})\s*m?\s*e?[\s,;]+({_NUMBER})\s*m?\s*n?$",
    re.IGNORECASE,
)
_MGRS = re.compile(r"^(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z])([A-HJ-NP-V])(\d*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A point that was read, and in which notation."""

    lon: float
    lat: float
    notation: str
    """decimal, degrees, UTM or MGRS."""


def read_point(text: str) -> Reading | None:
    """Return the point that a person wrote; None when the text is none.

    Latitude comes first unless letters say otherwise, or the first number cannot be one. A
    square of MGRS stands for its middle.

    Examples
    --------
    >>> read_point("51.72, 75.32")
    Reading(lon=75.32, lat=51.72, notation='decimal')
    >>> point = read_point("33UXP04")
    >>> round(point.lon, 3), round(point.lat, 3)
    (16.414, 48.25)
    """
    plain = " ".join(text.split())
    for read in (_read_mgrs, _read_utm, _read_angles):
        point = read(plain)
        if point is not None and abs(point.lon) <= 180 and abs(point.lat) <= 90:
            return point
    return None


def _read_angles(text: str) -> Reading | None:
    """Read two angles, each with its own letters, sign, minutes and seconds."""
    text = re.sub(r"(?<=\d)\s*d(?:eg)?(?=[\s\d])", "°", text)
    text = re.sub(r"(?<=\d)\s*m(?=[\s\d])", "'", text)
    text = re.sub(r"(?<=\d)s(?=\s*[NSEW])", '"', text)
    plain = re.sub(r"(?<=\d)\s*[;/]\s*|(?<=[^\d])\s*,\s*|(?<=\d),\s+", " ; ", text)
    parts = [part.strip() for part in plain.split(";") if part.strip()]
    if len(parts) != 2:
        parts = _halves(text)
    if len(parts) != 2:
        return None
    left, right = _angle(parts[0]), _angle(parts[1])
    if left is None or right is None:
        return None
    (one, first, fine), (other, second, finer) = left, right
    if first in {"E", "W"} or second in {"N", "S"} or (not first + second and abs(one) > 90):
        if first in {"N", "S"} or second in {"E", "W"}:
            return None
        one, other = other, one
    return Reading(other, one, "degrees" if fine or finer else "decimal")


def _halves(text: str) -> list[str]:
    """Part a text of two angles that no comma parts: after the first letter, or at a blank."""
    letters = list(re.finditer(r"[NSEW]", text, re.IGNORECASE))
    if len(letters) == 2:
        at = letters[1].start() if letters[0].start() == 0 else letters[0].end()
        return [text[:at].strip(), text[at:].strip()]
    words = text.split(" ")
    return words if len(words) == 2 else []


def _angle(text: str) -> tuple[float, str, bool] | None:
    """Return degrees, the letter in capitals, and whether minutes were given."""
    found = _ANGLE.fullmatch(text)
    if found is None or (found["before"] and found["after"]):
        return None
    minutes = found["minutes"] or found["bare_minutes"] or ""
    values = [_number(each) for each in (found["degrees"], minutes, found["seconds"] or "")]
    if values[1] >= 60 or values[2] >= 60:
        return None
    angle = values[0] + values[1] / 60 + values[2] / 3600
    letter = (found["before"] or found["after"] or "").upper()
    if found["sign"] in {"-", "\u2212"}:
        angle = -angle
    return (-angle if letter in {"S", "W"} else angle), letter, bool(minutes or found["seconds"])


def _number(text: str) -> float:
    return float(text.replace(",", ".")) if text else 0.0


def _read_utm(text: str) -> Reading | None:
    found = _UTM.match(text)
    if found is None:
        return None
    zone, letter = int(found[1]), found[2].upper()
    easting, northing = _number(found[3]), _number(found[4])
    if not (1 <= zone <= 60 and 100_000 <= easting < 1_000_000 and 0 <= northing <= _SOUTH):
        return None
    if letter == "S" and not 3_500_000 <= northing <= 4_500_000:
        letter = "SOUTH"  # the band S lies at 32 to 40 degrees north; elsewhere S is the half
    north = letter == "NORTH" or (len(letter) == 1 and letter >= "N")
    lon, lat = _from_utm(zone, north=north, easting=easting, northing=northing)
    return Reading(lon, lat, "UTM")


def _read_mgrs(text: str) -> Reading | None:
    found = _MGRS.match(text.replace(" ", ""))
    if found is None or len(found[5]) % 2 or len(found[5]) > 10:
        return None
    zone, band, column, row = int(found[1]), found[2].upper(), found[3].upper(), found[4].upper()
    columns = COLUMNS[(zone - 1) % 3]
    if not 1 <= zone <= 60 or column not in columns:
        return None
    half = len(found[5]) // 2
    size = _SQUARE / 10**half
    digits = (found[5][:half], found[5][half:])
    east, north = ((float(each or 0) + 0.5) * size for each in digits)
    easting = _SQUARE * (columns.index(column) + 1) + east
    start = 5 if zone % 2 == 0 else 0
    rows = _SQUARE * ((ROWS.index(row) - start) % len(ROWS)) + north
    northing = _in_band(zone, band, rows)
    if northing is None:
        return None
    in_north = band >= "N"
    lon, lat = _from_utm(zone, north=in_north, easting=easting, northing=northing)
    return Reading(lon, lat, "MGRS")


def _in_band(zone: int, band: str, northing: float) -> float | None:
    """Return which of the northings that bear the same letters lies in a band of latitude."""
    foot = 8.0 * BANDS.index(band) - 80.0
    head = foot + (12.0 if band == "X" else 8.0)
    for cycle in range(5):
        asked = northing + cycle * _CYCLE
        _, lat = _from_utm(zone, north=band >= "N", easting=500_000.0, northing=asked)
        if foot - 1.0 <= lat <= head + 1.0:
            return asked
    return None


def _from_utm(zone: int, *, north: bool, easting: float, northing: float) -> tuple[float, float]:
    """Return longitude and latitude of a point of a UTM zone, by Krueger's series to n^4."""
    flattening = 1 / 298.257223563
    n = flattening / (2 - flattening)
    radius = 6_378_137.0 / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    xi = (northing - (0.0 if north else _SOUTH)) / (0.9996 * radius)
    eta = (easting - 500_000.0) / (0.9996 * radius)
    beta = (
        n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96 - n**4 / 360,
        n**2 / 48 + n**3 / 15 - 437 * n**4 / 1440,
        17 * n**3 / 480 - 37 * n**4 / 840,
        4397 * n**4 / 161_280,
    )
    xi_1, eta_1 = xi, eta
    for step, each in enumerate(beta, start=1):
        xi_1 -= each * math.sin(2 * step * xi) * math.cosh(2 * step * eta)
        eta_1 -= each * math.cos(2 * step * xi) * math.sinh(2 * step * eta)
    chi = math.asin(max(-1.0, min(1.0, math.sin(xi_1) / math.cosh(eta_1))))
    delta = (
        2 * n - 2 * n**2 / 3 - 2 * n**3 + 116 * n**4 / 45,
        7 * n**2 / 3 - 8 * n**3 / 5 - 227 * n**4 / 45,
        56 * n**3 / 15 - 136 * n**4 / 35,
        4279 * n**4 / 630,
    )
    lat = chi + sum(each * math.sin(2 * step * chi) for step, each in enumerate(delta, start=1))
    lon = math.atan2(math.sinh(eta_1), math.cos(xi_1))
    whole = 6 * zone - 183 + math.degrees(lon)
    return (whole + 180) % 360 - 180, math.degrees(lat)  # a zone's edge may lie over the date line
