"""The surface as a table, one row a cell of land: place, standing, score and every measure."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from siteselect.scan.extra import cluster_module
from siteselect.scan.scan import Scanned, Stretch
from siteselect.scan.stamp import ScanStamp

STANDINGS = ("open", "unknown", "closed", "not asked for")


def write_parquet(
    path: Path, scanned: Scanned, stretches: Iterable[Stretch], stamp: ScanStamp
) -> None:
    """Write the file at `path`, a group of rows for each block; OSError where the disk fails.

    Raises
    ------
    ExportError
        If pyarrow is not installed.
    """
    arrow = cluster_module("pyarrow")
    table_file = cluster_module("pyarrow.parquet")
    region = scanned.region
    schema = _schema(arrow, scanned).with_metadata({"siteselect": json.dumps(stamp.as_dict())})
    with table_file.ParquetWriter(path, schema, compression="zstd") as file:
        for each in stretches:
            for number in range(each.first, each.after):
                cells = region.stretch(number)
                part = slice(cells.start - each.cells.start, cells.stop - each.cells.start)
                columns = _columns(arrow, scanned, number, each.scores[part], each.standing[part])
                file.write_table(arrow.table(columns, schema=schema))


def _schema(arrow: Any, scanned: Scanned) -> Any:  # Any: pyarrow has no types
    words = arrow.dictionary(arrow.int8(), arrow.string())
    fields = [
        ("lon", arrow.float64()),
        ("lat", arrow.float64()),
        ("row", arrow.int32()),
        ("column", arrow.int32()),
        ("country", words),
        ("standing", words),
        ("score", arrow.float32()),
    ]
    fields += [(key, arrow.float32()) for key in scanned.measured.columns]
    return arrow.schema(fields)


def _columns(
    arrow: Any, scanned: Scanned, number: int, scores: np.ndarray, standing: np.ndarray
) -> list[Any]:  # Any: pyarrow has no types
    region = scanned.region
    cells, places = region.stretch(number), region.places(number)
    rows, columns = region.rows_columns(number)
    from_names = arrow.DictionaryArray.from_arrays
    found = [
        arrow.array(places.lon),
        arrow.array(places.lat),
        arrow.array(rows.astype(np.int32)),
        arrow.array(columns.astype(np.int32)),
        from_names(arrow.array(places.country.astype(np.int8)), arrow.array(region.codes)),
        from_names(arrow.array(standing.astype(np.int8)), arrow.array(STANDINGS)),
        arrow.array(np.float32(100.0) * scores, from_pandas=True),
    ]
    found += [
        arrow.array(np.asarray(each.value[cells]), from_pandas=True)
        for each in scanned.measured.columns.values()
    ]
    return found
