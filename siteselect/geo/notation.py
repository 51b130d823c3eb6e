"""A point of WGS 84 as it is told and copied: decimal, degrees and minutes, UTM or MGRS.

What is written here is read again by `siteselect.geo.coordinates`.
"""

import math

from siteselect.geo.coordinates import BANDS, COLUMNS, ROWS

DECIMAL, DEGREES, UTM, MGRS = NOTATIONS = ("decimal", "degrees", "UTM", "MGRS")
"""Ways to write a point, named as `Reading.notation` names them."""

_DEGREE_M, _SECOND_M = 111_320.0, 31.0
"""About how long a degree and a second of latitude are: for the digits that count, no more."""
_FLATTENING = 1 / 298.257223563
_RADIUS = 6_378_137.0
_SCALE = 0.9996
_SQUARE = 100_000


def write_point(lon: float, lat: float, notation: str, metres: float = 1.0) -> str:
    """Return a point in words.

    Parameters
    ----------
    lon, lat
        Degrees on WGS 84.
    notation
        One of `NOTATIONS`. UTM and MGRS end at 80 degrees south and 84 north: beyond, and where
        the notation is none of these, the point is told in decimal degrees.
    metres
        How finely the point is known; further digits are left out. UTM is told to the metre.

    Examples
    --------
    >>> write_point(75.3225, 51.7231, "degrees")
    '51°43′23.16″ N 75°19′21.00″ E'
    >>> write_point(75.3225, 51.7231, "UTM")
    '43U 522276 E 5730291 N'
    >>> write_point(75.3225, 51.7231, "MGRS", metres=100)
    '43U ET 222 302'
    """
    lat = round(lat, 9)  # a hair south of the equator is the equator, not another half
    if notation == DEGREES:
        digits = max(0, math.ceil(math.log10(_SECOND_M / metres)))
        return f"{_sexagesimal(lat, 'NS', digits)} {_sexagesimal(lon, 'EW', digits)}"
    if notation in {UTM, MGRS} and -80 <= lat <= 84:
        return _utm(lon, lat) if notation == UTM else _mgrs(lon, lat, metres)
    digits = max(0, round(math.log10(_DEGREE_M / metres)))
    north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    return f"{abs(lat):.{digits}f}° {north} {abs(lon):.{digits}f}° {east}"


def copied_point(lon: float, lat: float, notation: str) -> str:
    """Return a point to the metre as other programs take it: decimal degrees bear signs.

    Examples
    --------
    >>> copied_point(75.3225, 51.7231, "decimal")
    '51.72310, 75.32250'
    """
    if notation in {DEGREES, UTM, MGRS}:
        return write_point(lon, lat, notation)
    return f"{lat:.5f}, {lon:.5f}"


def _sexagesimal(angle: float, letters: str, digits: int) -> str:
    units = 10**digits
    whole, seconds = divmod(round(abs(angle) * 3600 * units), 60 * units)
    degrees, minutes = divmod(whole, 60)
    width = 3 + digits if digits else 2
    told = f"{seconds / units:0{width}.{digits}f}"
    return f"{degrees}°{minutes:02d}′{told}″ {letters[0] if angle >= 0 else letters[1]}"


def _utm(lon: float, lat: float) -> str:
    zone, band = zone_of(lon, lat), _band(lat)
    easting, northing = to_utm(lon, lat, zone)
    return f"{zone}{band} {easting:06.0f} E {northing:07.0f} N"


def _mgrs(lon: float, lat: float, metres: float) -> str:
    """Return the square in which the point lies: digits are cut off, not rounded."""
    zone, band = zone_of(lon, lat), _band(lat)
    easting, northing = (math.floor(each) for each in to_utm(lon, lat, zone))
    column = COLUMNS[(zone - 1) % 3][easting // _SQUARE - 1]
    row = ROWS[(northing // _SQUARE + (5 if zone % 2 == 0 else 0)) % len(ROWS)]
    digits = min(5, max(1, 5 - round(math.log10(metres))))
    east, north = (f"{each % _SQUARE:05d}"[:digits] for each in (easting, northing))
    return f"{zone}{band} {column}{row} {east} {north}"


def _band(lat: float) -> str:
    return BANDS[min(int((lat + 80) // 8), len(BANDS) - 1)]


def zone_of(lon: float, lat: float) -> int:
    """Return the zone of UTM of a point, with those that Norway and Svalbard widen."""
    zone = int((lon + 180) % 360 // 6) + 1
    if 56 <= lat < 64 and 3 <= lon < 12:
        return 32
    if lat >= 72 and 0 <= lon < 42:
        return 31 + 2 * int((lon + 3) // 12)
    return zone


def to_utm(lon: float, lat: float, zone: int) -> tuple[float, float]:
    """Return easting and northing in metres of a point in a zone, by Krueger's series to n^4.

    References
    ----------
    C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, J. Geodesy 85,
    475-485 (2011), equation 35.
    """
    n = _FLATTENING / (2 - _FLATTENING)
    radius = _RADIUS / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    away = math.radians((lon - (6 * zone - 183) + 180) % 360 - 180)
    sine, eccentricity = math.sin(math.radians(lat)), 2 * math.sqrt(n) / (1 + n)
    tangent = math.sinh(math.atanh(sine) - eccentricity * math.atanh(eccentricity * sine))
    xi_1 = math.atan2(tangent, math.cos(away))
    eta_1 = math.asinh(math.sin(away) / math.hypot(tangent, math.cos(away)))
    alpha = (
        n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16 + 41 * n**4 / 180,
        13 * n**2 / 48 - 3 * n**3 / 5 + 557 * n**4 / 1440,
        61 * n**3 / 240 - 103 * n**4 / 140,
        49_561 * n**4 / 161_280,
    )
    xi, eta = xi_1, eta_1
    for step, each in enumerate(alpha, start=1):
        xi += each * math.sin(2 * step * xi_1) * math.cosh(2 * step * eta_1)
        eta += each * math.cos(2 * step * xi_1) * math.sinh(2 * step * eta_1)
    northing = _SCALE * radius * xi
    return 500_000 + _SCALE * radius * eta, northing if lat >= 0 else northing + 10_000_000
