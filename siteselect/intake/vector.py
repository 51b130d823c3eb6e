"""A layer of a person's own out of any file of points, lines or areas, read apart and made plain.

`read_layer` is what maps and imports use: geometry in longitude and latitude of WGS 84, columns of
numbers or text, and a report of what was mended or left out.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from siteselect.errors import IntakeError
from siteselect.intake.limits import LIMITS, Limits
from siteselect.intake.parcel import Parcel
from siteselect.intake.reader import Reader, ask_once
from siteselect.intake.report import Finding, IntakeReport
from siteselect.intake.sniff import DRIVERS, Form, checked_path, sniff
from siteselect.language import say
from siteselect.model.arrays import Floats

_NAMES = (
    "name",
    "title",
    "site",
    "label",
    "название",
    "имя",
    "атауы",
    "аталышы",
    "名称",
    "name_en",
)
_FAMILIES = {"points": 4, "lines": 5, "polygons": 6}
_DEPTH = {"points": 1, "lines": 2, "polygons": 3}


@dataclass(frozen=True, eq=False, slots=True)
class Layer:
    """Features of one file; geometry and columns have one entry a feature."""

    name: str
    form: Form
    geometry: NDArray[np.object_]
    """Shapely geometry in EPSG:4326: points, lines and areas, single or in collections."""
    numbers: Mapping[str, Floats] = field(default_factory=dict)
    """Columns of numbers; NaN where a cell is empty."""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Columns of text; empty where a cell is."""
    rows: tuple[int, ...] = ()
    """Which feature of the file each one is, counted from 1."""
    report: IntakeReport = field(default_factory=lambda: IntakeReport("", 0))
    crs: str = ""
    """The reference system that the file names; empty where it names none."""

    def __len__(self) -> int:
        return len(self.geometry)

    @property
    def names(self) -> tuple[str, ...]:
        """What the features are called: the column that looks like a name, else numbers."""
        column = self.name_column
        if not column:
            return tuple(f"{self.name} {row}" for row in self.rows)
        return tuple(
            text or f"{self.name} {row}"
            for text, row in zip(self.texts[column], self.rows, strict=True)
        )

    @property
    def name_column(self) -> str:
        """The column of names; empty where none looks like one."""
        low = {column.casefold(): column for column in self.texts}
        return next((low[name] for name in _NAMES if name in low), "")

    def of_kind(self, kind: str) -> NDArray[np.intp]:
        """Return which features are points, lines or polygons."""
        ids = {"points": (0, 4), "lines": (1, 2, 5), "polygons": (3, 6)}[kind]
        return np.flatnonzero(np.isin(shapely.get_type_id(self.geometry), ids))


def read_layer(path: Path | str, layer: str = "", crs: str = "", limits: Limits = LIMITS) -> Layer:
    """Return a layer of the file at `path`.

    Parameters
    ----------
    path
        GeoJSON, GeoPackage, KML, KMZ, shapefile (.shp with its companions, or a zip), GPX,
        FlatGeobuf.
    layer
        Which layer of several; the first one where none is named. All folders of a KML are one.
    crs
        The reference system, where the file names none or a wrong one: EPSG:32643.
    limits
        Bounds of size and time.

    Raises
    ------
    IntakeError
        If the file is of another form, damaged, refused, or holds no feature that can be used.
    """
    path = checked_path(path)
    form = layer_form(path, limits)
    options = {"form": form.value, "layer": layer, "crs": crs}
    return layer_of(path, form, ask_once(DRIVERS[form], "layer", path, options, limits))


def read_layer_with(reader: Reader, path: Path, form: Form, crs: str = "") -> Layer:
    """Return a layer that a reader at work reads: for many files of one form."""
    options = {"form": form.value, "layer": "", "crs": crs}
    return layer_of(path, form, reader.ask("layer", path, options))


def layer_form(path: Path, limits: Limits = LIMITS) -> Form:
    """Return the form of a file that holds a layer; IntakeError for a table, book or picture."""
    form = sniff(path, limits)
    if form not in DRIVERS or form is Form.XLSX:
        raise IntakeError(
            say(
                "{path} is a {form} and holds no layer: choose GeoJSON, GeoPackage, "
                "KML, KMZ, a shapefile, GPX or FlatGeobuf.",
                path=path,
                form=form.told,
            )
        )
    return form


def layer_of(path: Path, form: Form, parcel: Parcel) -> Layer:
    """Return the layer that a parcel holds; what does not fit together is refused."""
    plain = parcel.plain
    try:
        geometry = _geometry(parcel)
        numbers, texts = _columns(parcel, len(geometry))
        found = [
            Finding(str(text), int(row), str(column), bool(out))
            for text, row, column, out in plain["findings"]
        ]
        name = str(plain["layer"]) or path.stem
    except (KeyError, TypeError, ValueError, IndexError, shapely.errors.GEOSException) as error:
        raise IntakeError(
            say(
                "{path} cannot be read: what its reader handed back does not fit "
                "together. Save it anew.",
                path=path,
            )
        ) from error
    there = np.array([item is not None for item in geometry], dtype=bool)
    kept = np.flatnonzero(there)
    if not kept.size:
        why = f" {found[0].text}" if found else ""
        raise IntakeError(
            say("{path} holds no feature that can be used.{why} Save it anew.", path=path, why=why)
        )
    return Layer(
        path.stem if name == "layer" else name,
        form,
        geometry[kept],
        {column: values[kept] for column, values in numbers.items()},
        {column: tuple(cells[row] for row in kept) for column, cells in texts.items()},
        tuple(int(row) + 1 for row in kept),
        IntakeReport(
            path.name, len(kept), tuple(sorted(found, key=lambda each: each.row)), "feature"
        ),
        str(plain["crs"])[:200],
    )


def _geometry(parcel: Parcel) -> NDArray[np.object_]:
    count = int(parcel.plain["count"])
    items: NDArray[np.object_] = np.full(count, None, dtype=object)
    for family, kind in _FAMILIES.items():
        if family not in parcel.arrays:
            continue
        coordinates = parcel.arrays[family].reshape(-1, 2)
        if not np.isfinite(coordinates).all():
            raise ValueError("a coordinate is not finite")
        offsets = [parcel.arrays[f"{family}_offsets{place}"] for place in range(_DEPTH[family])]
        _check_offsets(offsets, len(coordinates))
        made = shapely.from_ragged_array(shapely.GeometryType(kind), coordinates, tuple(offsets))
        single = shapely.get_num_geometries(made) == 1
        made[single] = shapely.get_geometry(made[single], 0)
        items[parcel.arrays[f"{family}_rows"]] = made
    return items


def _check_offsets(offsets: list[NDArray[Any]], ends: int) -> None:  # integers
    """Raise ValueError unless each list of offsets climbs from 0 to the length of the next one."""
    for place, each in enumerate(offsets):
        last = ends if place == 0 else len(offsets[place - 1]) - 1
        if len(each) < 1 or each[0] != 0 or each[-1] != last or (np.diff(each) < 0).any():
            raise ValueError("offsets do not climb")


def _columns(parcel: Parcel, count: int) -> tuple[dict[str, Floats], dict[str, tuple[str, ...]]]:
    numbers: dict[str, Floats] = {}
    texts: dict[str, tuple[str, ...]] = {}
    for place, column in enumerate(parcel.plain["columns"]):
        name = " ".join(str(column["name"]).split())[:200] or f"column {place + 1}"
        held = column["text"]
        if held is None:
            numbers[name] = parcel.arrays[f"column{place}"]
            length = len(numbers[name])
        else:
            texts[name] = tuple(str(cell) for cell in held)
            length = len(held)
        if length != count:
            raise ValueError("a column is longer or shorter than the layer")
    return numbers, texts


def shown_number(value: float) -> str:
    """Return a number of a layer as the text of a cell."""
    return "" if math.isnan(value) else format(value, ".15g")
