"""Reference systems of coordinates: named by a person or a file, turned to WGS 84 by PROJ."""

import re
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from siteselect.errors import IntakeError
from siteselect.language import say
from siteselect.model.arrays import Floats


class SystemWantedError(IntakeError):
    """A file does not say in which reference system its coordinates are."""


_CODE = re.compile(r"\s*(?:EPSG\s*:?\s*|urn:ogc:def:crs:EPSG:[^:]*:)?(\d{4,6})\s*", re.IGNORECASE)
_WGS84 = (4326, 4979)
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference system; coordinates come as x and y, longitude before latitude."""

    title: str
    is_wgs84: bool
    is_degrees: bool
    crs: Any = None  # pyproj's own class, which is imported late

    @classmethod
    def degrees(cls) -> Self:
        """Return longitude and latitude on WGS 84."""
        return cls("EPSG:4326", is_wgs84=True, is_degrees=True)

    @classmethod
    def named(cls, text: str) -> Self:
        """Return the system that a code (EPSG:32643) or the text of a file names.

        Raises
        ------
        IntakeError
            If PROJ knows no such system.
        """
        found = _CODE.fullmatch(text)
        if text.upper() in ("OGC:CRS84", "CRS84"):
            return cls.degrees()
        if found and int(found[1]) in _WGS84:
            return cls.degrees()
        if not found and not re.match(r"\s*[A-Z_]+\s*\[", text):
            raise IntakeError(
                say(
                    "{words!r} is no reference system: give its number, as EPSG:32643.",
                    words=text[:60],
                )
            )
        from pyproj import CRS
        from pyproj.exceptions import CRSError

        try:
            crs = CRS.from_epsg(int(found[1])) if found else CRS.from_wkt(text[:_LONGEST])
        except (CRSError, UnicodeError) as error:
            what = f"EPSG:{found[1]}" if found else text[:60]
            raise IntakeError(
                say(
                    "{what} is no reference system that PROJ knows: look up its number, "
                    "such as EPSG:4326 for degrees or EPSG:32643 for UTM zone 43.",
                    what=what,
                )
            ) from error
        code = crs.to_epsg(min_confidence=70)
        title = f"EPSG:{code}" if code else str(crs.name)[:80]
        return cls(title, code in _WGS84, bool(crs.is_geographic), crs)

    def to_wgs84(self, points: Floats) -> Floats:
        """Return n x 2 coordinates as longitude and latitude; what has no place is infinite."""
        if self.is_wgs84:
            return points
        from pyproj import Transformer

        transformer = Transformer.from_crs(self.crs, 4326, always_xy=True)
        lon, lat = transformer.transform(points[:, 0], points[:, 1])
        turned: Floats = np.column_stack([lon, lat])
        return turned
