"""A raster of a person's own out of a GeoTIFF, read apart: values, where they lie, their system."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from siteselect.errors import IntakeError
from siteselect.intake.limits import LIMITS, Limits
from siteselect.intake.parcel import Parcel
from siteselect.intake.reader import ask_once
from siteselect.intake.reference import Reference
from siteselect.intake.sniff import Form, checked_path, sniff
from siteselect.language import say
from siteselect.model.arrays import Floats

SIDE = 2000
"""A raster with more cells a side is thinned."""


@dataclass(frozen=True, eq=False, slots=True)
class Raster:
    """One band; NaN where there is no value. The first row is the northernmost."""

    name: str
    values: Floats
    bounds: tuple[float, float, float, float]
    """West, south, east, north in the system `crs`."""
    crs: str
    """As EPSG:4326."""
    notes: tuple[str, ...] = ()

    @property
    def corners(self) -> Floats:
        """Longitude and latitude of the four corners: NW, NE, SE, SW."""
        west, south, east, north = self.bounds
        points = np.array([[west, north], [east, north], [east, south], [west, south]])
        return Reference.named(self.crs).to_wgs84(points)


def read_raster(path: Path | str, crs: str = "", limits: Limits = LIMITS) -> Raster:
    """Return the first band of the GeoTIFF at `path`.

    Raises
    ------
    IntakeError
        If it is none, damaged, too large, or does not say where it lies.
    """
    path = checked_path(path)
    if sniff(path, limits) is not Form.GEOTIFF:
        raise IntakeError(say("{path} is no GeoTIFF: choose a raster.", path=path))
    return raster_of(path, ask_once("", "raster", path, {"side": SIDE}, limits), crs)


def raster_of(path: Path, parcel: Parcel, crs: str = "") -> Raster:
    """Return the raster that a parcel holds."""
    plain = parcel.plain
    system = crs or str(plain["crs"])
    if not system:
        raise IntakeError(
            say(
                "{path} names no reference system: say which one it is in, as EPSG:32643.",
                path=path,
            )
        )
    reference = Reference.named(system)
    west, south, east, north = (float(each) for each in plain["bounds"])
    off_globe = reference.is_degrees and not (
        abs(west) <= 361 and abs(east) <= 361 and abs(south) <= 91 and abs(north) <= 91
    )
    if off_globe:
        raise IntakeError(
            say(
                "{path} says that it holds degrees, and lies at {west:g}, {south:g}: "
                "say which reference system it is in, as EPSG:32643.",
                path=path,
                west=west,
                south=south,
            )
        )
    values = parcel.arrays["values"].reshape(int(plain["rows"]), int(plain["columns"]))
    notes = []
    if int(plain["step"]) > 1:
        notes.append(say("Every {step}th cell was read.", step=plain["step"]))
    if int(plain["bands"]) > 1:
        notes.append(say("The first of {bands} bands was read.", bands=plain["bands"]))
    if not np.isfinite(values).any():
        raise IntakeError(say("{path} holds no value at all: export the raster anew.", path=path))
    return Raster(path.stem, values, (west, south, east, north), reference.title, tuple(notes))
