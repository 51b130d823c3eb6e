"""Writes layers and grids so that the same input gives the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import shapely
from numpy.typing import NDArray

DIGITS = 5
"""Decimals of a degree kept in layers: about one metre."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def rounded(geometries: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return the geometries with coordinates rounded: shared corners stay shared."""
    result: NDArray[np.object_] = shapely.transform(
        geometries, lambda points: np.round(points, DIGITS) + 0.0
    )
    return result


def write_layer(frame: gpd.GeoDataFrame, path: Path) -> None:
    """Write `frame` as FlatGeobuf in its own order.

    Without a spatial index: an index sorts features along a curve, and the layers are small
    enough to be read whole. The order of rows is the caller's, and so are the bytes.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    frame = frame.set_geometry(rounded(frame.geometry.to_numpy()), crs="EPSG:4326")
    pyogrio.write_dataframe(
        frame, path, layer=path.stem, driver="FlatGeobuf", layer_options={"SPATIAL_INDEX": "NO"}
    )


def write_grid(arrays: Mapping[str, NDArray[np.generic]], path: Path) -> None:
    """Write named arrays as a compressed npz whose members bear no time of writing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, values in sorted(arrays.items()):
            content = io.BytesIO()
            np.lib.format.write_array(content, np.ascontiguousarray(values), allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content.getvalue(), compresslevel=9)
