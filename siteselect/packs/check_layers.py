"""Faults of layers and grids: geometry, columns, codes, numbers that are none."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np

from siteselect.errors import PackError
from siteselect.packs.layer_form import FORMS, LINES, POINTS, POLYGONS, LayerForm
from siteselect.packs.pack import Grid, Pack
from siteselect.packs.table import Fault, as_day

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

TOLD = 10
"""Of one fault in one column so many features are named."""
COORDINATES = frozenset({"as given", "suspect", "placeholder"})


GRIDS: Mapping[str, tuple[str, ...]] = {
    "climate": ("annual_c", "july_c", "cell_elevation_m"),
    "elevation": ("elevation_m",),
}


def layer_faults(pack: Pack, regions: frozenset[str] | None) -> list[Fault]:
    """Return the faults of all layers; `regions` are the codes that have a polygon."""
    faults: list[Fault] = []
    names = set(pack.store.names())
    for name, entry in pack.manifest.layers.items():
        if entry.file not in names:
            continue  # told as a missing file
        try:
            frame = pack.layer_as_it_is(name)
        except PackError as error:
            faults.append(Fault(entry.file, str(error)))
            continue
        form = FORMS.get(name, LayerForm(POLYGONS | LINES | POINTS, ()))
        faults += _geometry(entry.file, frame, form)
        faults += _columns(entry.file, frame, form)
        faults += _shortened(list(_cells(entry.file, frame, form, pack, regions)))
    return faults


def _shortened(faults: list[Fault]) -> list[Fault]:
    """Return the first faults of each column, and how many more there are of its kind."""
    kept: list[Fault] = []
    for _, group in groupby(faults, key=lambda fault: fault.text.split(" is ", 1)[0]):
        same = list(group)
        kept += same[:TOLD]
        if len(same) > TOLD:
            rest = f"{len(same) - TOLD} more features have the fault of {same[0].row}."
            kept.append(Fault(same[0].file, rest))
    return kept


def grid_faults(pack: Pack) -> list[Fault]:
    """Return the faults of all grids."""
    faults: list[Fault] = []
    names = set(pack.store.names())
    for name, entry in pack.manifest.grids.items():
        if entry.file in names:
            try:
                faults += _grid(entry.file, pack.grid(name), GRIDS.get(name, ()))
            except PackError as error:
                faults.append(Fault(entry.file, str(error)))
    return faults


def _row(frame: "GeoDataFrame", place: int) -> str:
    """Return how a feature is called in a message."""
    for column in ("id", "code", "name"):
        if column in frame:
            return f"feature {place + 1}, {frame[column].iloc[place]}"
    return f"feature {place + 1}"


def _geometry(file: str, frame: "GeoDataFrame", form: LayerForm) -> Iterator[Fault]:
    if frame.empty:
        yield Fault(file, "the layer holds no feature.")
        return
    kinds = frame.geometry.geom_type
    empty = (frame.geometry.is_empty | frame.geometry.isna()).to_numpy()
    sound = frame.geometry.is_valid.to_numpy()
    bounds = frame.geometry.bounds.to_numpy()
    low, high = np.array([-180.0, -90.0, -180.0, -90.0]), np.array([180.0, 90.0, 180.0, 90.0])
    out = ((bounds < low) | (bounds > high) | ~np.isfinite(bounds)).any(axis=1)
    wanted = " or ".join(sorted(form.geometry))
    for place in range(len(frame)):
        row = _row(frame, place)
        if empty[place]:
            yield Fault(file, "it has no geometry.", row=row)
        elif kinds.iloc[place] not in form.geometry:
            yield Fault(file, f"it is a {kinds.iloc[place]}; wanted is {wanted}.", row=row)
        elif out[place]:
            yield Fault(file, "its coordinates are out of range (±180, ±90 degrees).", row=row)
        elif not sound[place]:
            yield Fault(file, "its outline crosses itself: mend the geometry.", row=row)


def _columns(file: str, frame: "GeoDataFrame", form: LayerForm) -> Iterator[Fault]:
    for column in form.columns:
        if column not in frame:
            yield Fault(file, f"column {column} is missing.")
    if form.key and form.key in frame:
        for twice in np.flatnonzero(frame[form.key].duplicated().to_numpy()):
            yield Fault(file, f"its {form.key} stands there twice.", row=_row(frame, int(twice)))


def _cells(
    file: str,
    frame: "GeoDataFrame",
    form: LayerForm,
    pack: Pack,
    regions: frozenset[str] | None,
) -> Iterator[Fault]:
    """Find cells of known columns that cannot be true."""
    known = pack.manifest.jurisdictions.keys()
    tests = {
        "jurisdiction": lambda value: not form.lawful or value in known,
        "region": lambda value: regions is None or value in regions,
        "coordinate": lambda value: value in COORDINATES,
        "opened": lambda value: as_day(value) is not None,
        "closed": lambda value: as_day(value) is not None,
        "mw": lambda value: np.isfinite(value) and value > 0,
        "population": lambda value: np.isfinite(value) and value >= 0,
        "year": lambda value: np.isnan(value) or (value == int(value) and 1850 < value < 2100),
        "elevation_m": lambda value: np.isnan(value) or -500 < value < 9000,
    }
    for column, test in tests.items():
        if column in frame:
            for place, value in enumerate(frame[column]):
                if not _holds(value, test):
                    told = f"its {column} is {value!r}, which cannot be."
                    yield Fault(file, told, row=_row(frame, place))
    for column in ("source", "licence"):
        if column in frame:
            empty = frame[column].fillna("").astype(str).str.strip() == ""
            for blank in np.flatnonzero(empty.to_numpy()):
                yield Fault(file, f"its {column} is empty.", row=_row(frame, int(blank)))


def _holds(value: Any, test: Any) -> bool:  # Any: a cell of any type, and a test of it
    """Return whether a cell passes; an empty text is unknown, and unknown is no fault."""
    if value is None or value == "" or (isinstance(value, float) and np.isnan(value)):
        return True
    try:
        return bool(test(value))
    except (TypeError, ValueError):
        return False


def _grid(file: str, grid: Grid, wanted: tuple[str, ...]) -> Iterator[Fault]:
    for name in wanted:
        if name not in grid:
            yield Fault(file, f"the array {name} is missing.")
    for name, limit in (("lon", 180.0), ("lat", 90.0)):
        axis = grid[name]
        if axis.ndim != 1 or axis.size < 2 or not np.all(np.diff(axis) > 0):
            yield Fault(file, f"{name} must be two or more ascending cell centres.")
        elif abs(axis).max() > limit:
            yield Fault(file, f"{name} is out of range (±{limit:g} degrees).")
    for name, array in grid.items():
        if np.issubdtype(array.dtype, np.floating) and np.isinf(array).any():
            yield Fault(file, f"the array {name} holds an infinite number.")
        if name in wanted and not np.issubdtype(array.dtype, np.number):
            yield Fault(file, f"the array {name} holds no numbers.")
