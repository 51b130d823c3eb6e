"""In the reading process: one layer out of a file, its geometry made sound, its faults told."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from siteselect.errors import IntakeError
from siteselect.intake._geometry import Shapes, mend, on_the_globe
from siteselect.intake._prepare import prepare
from siteselect.intake.database import feature_tables
from siteselect.intake.limits import LIMITS
from siteselect.intake.parcel import Parcel
from siteselect.intake.sniff import Form
from siteselect.language import say

_KML_DRESS = {
    "tessellate", "extrude", "visibility", "drawOrder", "icon", "altitudeMode", "timestamp",
    "begin", "end",
}  # fmt: skip
"""Columns in which GDAL tells how a KML is drawn."""
_DERIVED = {"route_points", "track_points"}
"""Layers of a GPX whose points its lines hold already."""
_FAMILIES = {"points": (0, 4), "lines": (1, 5), "polygons": (3, 6)}
_MULTI = {"points": 4, "lines": 5, "polygons": 6}


def run(path: Path, room: Path, options: dict[str, Any]) -> Parcel:
    """Return the layer of the file at `path` as a parcel; `options` are form, layer and crs."""
    form = Form(options["form"])
    laid = prepare(path, form, room)
    names = _layer_names(path, laid, form)
    chosen = _chosen(path, names, options.get("layer"), form)
    tables = [_table(path, laid, form, name) for name in chosen]
    crs = next((table.crs for table in tables if table.crs), "")
    shapes = mend(np.concatenate([table.shapes for table in tables]))
    shapes = on_the_globe(path, shapes, str(options.get("crs") or ""), crs)
    columns = _joined(tables)
    if form in (Form.KML, Form.KMZ):
        columns = {name: cells for name, cells in columns.items() if name not in _KML_DRESS}
    plain = {
        "layer": chosen[0] if len(chosen) == 1 else "",
        "layers": names,
        "crs": crs,
        "findings": [*_about(names, chosen, tables), *shapes.findings],
    }
    return parcel_of(shapes, columns, plain)


def parcel_of(shapes: Shapes, columns: Mapping[str, list[Any]], about: dict[str, Any]) -> Parcel:
    """Return geometry and columns as plain arrays and text; `about` holds what else is told."""
    told: list[dict[str, object]] = []
    arrays: dict[str, NDArray[Any]] = _geometry_arrays(shapes.items)  # numbers of three kinds
    filled = {name: cells for name, cells in columns.items() if any(map(_says, cells))}
    for place, (name, cells) in enumerate(filled.items()):
        held = _told(cells)
        told.append({"name": name, "text": held if isinstance(held, list) else None})
        if not isinstance(held, list):
            arrays[f"column{place}"] = held
    return Parcel({**about, "count": len(shapes.items), "columns": told}, arrays)


class _Table:
    """One layer as GDAL gives it."""

    def __init__(self, crs: str, shapes: NDArray[np.object_], cells: dict[str, Any]) -> None:
        self.crs, self.shapes, self.cells = crs, shapes, cells
        self.notes: list[str] = []


def _layer_names(path: Path, laid: Path, form: Form) -> list[str]:
    import pyogrio

    if form is Form.GPKG:
        names = feature_tables(laid)  # GDAL would look into every table and view to list them
    else:
        names = [str(name) for name, kind in pyogrio.list_layers(laid) if kind is not None]
    if not names:
        raise IntakeError(say("{path} holds no layer with points, lines or areas.", path=path))
    return names


def _opening(form: Form) -> dict[str, str]:
    """Return what GDAL is told when it opens a file of this form."""
    if form is Form.GPKG:
        return {"LIST_ALL_TABLES": "NO", "IMMUTABLE": "YES"}
    return {}


def _chosen(path: Path, names: list[str], wanted: object, form: Form) -> list[str]:
    if wanted:
        if wanted not in names:
            raise IntakeError(
                say(
                    "{path} has no layer called {wanted}. It has: {names}.",
                    path=path,
                    wanted=wanted,
                    names=", ".join(names[:12]),
                )
            )
        return [str(wanted)]
    if form in (Form.KML, Form.KMZ):
        return names
    if form is Form.GPX:
        return [name for name in names if name not in _DERIVED] or names
    return names[:1]


def _about(names: list[str], chosen: list[str], tables: list[_Table]) -> list[list[object]]:
    notes = [[note, 0, "", False] for table in tables for note in table.notes]
    left = [name for name in names if name not in chosen and name not in _DERIVED]
    if left:
        told = say(
            "It holds {count} layers; {chosen} was read, {left} not.",
            count=len(names),
            chosen=chosen[0],
            left=", ".join(left[:8]),
        )
        notes.insert(0, [told, 0, "", False])
    return notes


def _table(path: Path, laid: Path, form: Form, name: str) -> _Table:
    import pyogrio
    import pyogrio.raw

    about = pyogrio.read_info(laid, layer=name, force_feature_count=True, **_opening(form))
    said = int(about["features"])
    if said > LIMITS.features:
        raise IntakeError(
            say(
                "{path} has more than {features} features: take a part of it.",
                path=path,
                features=LIMITS.features,
            )
        )
    encoding = _dbf_encoding(laid) if laid.suffix == ".shp" else None
    meta, _, shapes, columns = pyogrio.raw.read(
        laid, layer=name, max_features=max(said, 0) + 1, encoding=encoding,
        datetime_as_string=True, **_opening(form),
    )  # fmt: skip
    count = len(shapes) if shapes is not None else 0
    if count > said:
        raise IntakeError(say("{path} holds more features than it says: save it anew.", path=path))
    if len(columns) > LIMITS.columns:
        raise IntakeError(
            say(
                "{path} has more than {columns} columns: save fewer of them.",
                path=path,
                columns=LIMITS.columns,
            )
        )
    cells = {str(field): column for field, column in zip(meta["fields"], columns, strict=True)}
    bytes_held = np.array([] if shapes is None else shapes, dtype=object)
    table = _Table(str(meta["crs"] or ""), bytes_held, cells)
    if encoding:
        table.notes.append(
            say("The texts of the shapefile were read as {encoding}.", encoding=encoding)
        )
    return table


def _dbf_encoding(laid: Path) -> str | None:
    """Return the encoding of the texts of a shapefile that does not tell it; None where it does."""
    if laid.with_suffix(".cpg").exists():
        return None
    from siteselect.intake.encoding import detect

    data = laid.with_suffix(".dbf").read_bytes()
    if len(data) > 29 and data[29] not in (0, 0x57):  # the driver knows the marks of dBase
        return None
    texts = data[int.from_bytes(data[8:10], "little") :][: 2**20]
    return None if texts.isascii() else detect(texts.replace(b"\0", b" ")).encoding


def _joined(tables: list[_Table]) -> dict[str, list[Any]]:
    """Return the columns of all tables, one below the other; a cell that is not there is None."""
    names = list(dict.fromkeys(name for table in tables for name in table.cells))
    if len(names) > LIMITS.columns:
        names = names[: LIMITS.columns]
    joined: dict[str, list[Any]] = {}  # whatever GDAL makes of a cell
    for name in names:
        cells: list[Any] = []  # as above
        for table in tables:
            held = table.cells.get(name)
            cells += [None] * len(table.shapes) if held is None else list(held)
        joined[name] = cells
    return joined


def _told(cells: list[Any]) -> list[str] | NDArray[Any]:  # a column of GDAL's
    """Return a column as numbers where all of it are, else as text."""
    if all(cell is None or _is_number(cell) for cell in cells):
        return np.array([np.nan if cell is None else float(cell) for cell in cells])
    return [_text(cell) for cell in cells]


def _says(cell: object) -> bool:
    return not (cell is None or (isinstance(cell, float) and np.isnan(cell)) or str(cell) == "")


def _is_number(cell: object) -> bool:
    kinds = int | float | np.integer | np.floating
    return isinstance(cell, kinds) and not isinstance(cell, bool | np.bool_)


def _text(cell: object) -> str:
    if cell is None or (isinstance(cell, float) and np.isnan(cell)):
        return ""
    if isinstance(cell, bool | np.bool_):
        return "yes" if cell else "no"
    if isinstance(cell, bytes | bytearray | memoryview):
        return ""
    text = ", ".join(map(str, cell)) if isinstance(cell, np.ndarray | list) else str(cell)
    return text[: LIMITS.cell_signs].encode(errors="replace").decode()


def _geometry_arrays(items: NDArray[np.object_]) -> dict[str, NDArray[Any]]:  # floats and integers
    """Return points, lines and areas as coordinates and offsets, each with the rows they are of."""
    arrays: dict[str, NDArray[Any]] = {}  # as above
    kinds = shapely.get_type_id(items)
    for family, ids in _FAMILIES.items():
        rows = np.flatnonzero(np.isin(kinds, ids))
        if not rows.size:
            continue
        _, coordinates, offsets = shapely.to_ragged_array(_multi(items[rows], _MULTI[family]))
        arrays[f"{family}_rows"] = rows
        arrays[family] = coordinates
        for place, each in enumerate(offsets):
            arrays[f"{family}_offsets{place}"] = each
    return arrays


def _multi(items: NDArray[np.object_], kind: int) -> NDArray[np.object_]:
    """Return each geometry as a collection of its kind, so that all are alike."""
    makers: dict[int, Any] = {  # of one signature, which their stubs do not share
        4: shapely.multipoints,
        5: shapely.multilinestrings,
        6: shapely.multipolygons,
    }
    make = makers[kind]
    made = [item if shapely.get_type_id(item) == kind else make([item]) for item in items]
    held: NDArray[np.object_] = np.array(made, dtype=object)
    return held
