"""The keys by which a GeoTIFF says where its cells lie (OGC 19-008r4, annex B)."""

from dataclasses import dataclass

from pyproj import CRS

from siteselect.errors import ExportError
from siteselect.geo.grid import Grid
from siteselect.language import say

_USER_DEFINED = 32767
_METHODS = {
    "Lambert Azimuthal Equal Area": (
        10,
        {"Latitude of natural origin": 3089, "Longitude of natural origin": 3088},
    ),
    "Lambert Cylindrical Equal Area": (
        28,
        {"Latitude of 1st standard parallel": 3078, "Longitude of natural origin": 3080},
    ),
}
"""Name in EPSG to code of the transformation and the keys of its parameters."""
_OFFSETS = {"False easting": 3082, "False northing": 3083}


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of a TIFF file: number, type, count and values, as tifffile takes them."""

    number: int
    kind: int
    values: tuple[float, ...] | tuple[int, ...] | str

    def as_extra(self) -> tuple[int, int, int, object, bool]:
        """Return what `extratags` wants."""
        count = len(self.values) + (1 if isinstance(self.values, str) else 0)
        return self.number, self.kind, count, self.values, True


def geo_tags(grid: Grid) -> tuple[Tag, ...]:
    """Return pixel scale, tie point and projection of a grid.

    Raises
    ------
    ExportError
        If GeoTIFF has no keys for the projection.
    """
    crs = CRS.from_user_input(grid.crs)
    doubles: list[float] = []
    keys: list[tuple[int, int, int, int]] = [(1024, 0, 1, 1), (1025, 0, 1, 1)]
    name = f"siteselect grid: {grid.crs}|"
    code = crs.to_epsg()
    if code is not None:
        keys.append((3072, 0, 1, code))
    else:
        keys += [(1026, 34737, len(name), 0), (2048, 0, 1, 4326), (3072, 0, 1, _USER_DEFINED),
                 (3074, 0, 1, _USER_DEFINED)]  # fmt: skip
        keys += _projection(crs, grid, doubles)
        keys.append((3076, 0, 1, 9001))
    keys.sort()
    directory = [1, 1, 1, len(keys)] + [number for key in keys for number in key]
    tags = [
        Tag(33550, 12, (grid.cell_m, grid.cell_m, 0.0)),
        Tag(33922, 12, (0.0, 0.0, 0.0, grid.left, grid.top, 0.0)),
        Tag(34735, 3, tuple(directory)),
    ]
    if doubles:
        tags.append(Tag(34736, 12, tuple(doubles)))
    if code is None:
        tags.append(Tag(34737, 2, name))
    return tuple(tags)


def _projection(crs: CRS, grid: Grid, doubles: list[float]) -> list[tuple[int, int, int, int]]:
    operation = crs.coordinate_operation
    method = operation.method_name if operation is not None else ""
    if operation is None or method not in _METHODS:
        raise ExportError(
            say(
                "A GeoTIFF cannot say where cells lie in {crs}: name a Lambert azimuthal or "
                "cylindrical equal-area projection in the pack, or write .parquet or .zarr.",
                crs=grid.crs,
            )
        )
    transformation, named = _METHODS[method]
    keys = [(3075, 0, 1, transformation)]
    for each in operation.params:
        number = named.get(each.name) or _OFFSETS.get(each.name)
        if number is not None:
            keys.append((number, 34736, 1, len(doubles)))
            doubles.append(float(each.value))
    return keys
