"""A layer that was read from a file of the user's, on its way into the study."""

import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import shapely
from numpy.typing import NDArray

from siteselect.drivers import bound_drivers
from siteselect.errors import IntakeError
from siteselect.intake.osm_tags import voltage_kv
from siteselect.intake.vector import Layer
from siteselect.language import say
from siteselect.model.arrays import Floats
from siteselect.model.study import Study
from siteselect.model.user_layer import Role, UserLayer, free_name
from siteselect.packs.layer_room import keep_layer
from siteselect.packs.own_layers import KINDS

VOLTAGE_COLUMNS = ("voltage", "kv", "volt", "voltage_kv", "напряжение", "кернеу", "电压")
_LOWEST_V = 1000.0


@dataclass(frozen=True, eq=False, slots=True)
class TakenLayer:
    """Features with what the program keeps of them."""

    title: str
    role: Role
    geometry: NDArray[np.object_]
    """Shapely geometry in longitude and latitude."""
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    """Class of each feature: trunk, primary; empty where there is none."""
    kv: Floats
    """Highest voltage of each, in kV; NaN where it is not known."""
    source: str
    licence: str = ""
    attribution: str = ""
    observed: date | None = None

    def __len__(self) -> int:
        return len(self.geometry)


def role_that_fits(layer: Layer) -> Role:
    """Return what a layer may be, by its columns and shapes; a person has the last word."""
    if voltage_column(layer) and not layer.of_kind("lines").size:
        return Role.SUBSTATIONS
    return Role.OTHER


def voltage_column(layer: Layer) -> str:
    """Return the column that looks like a voltage; empty where none does."""
    low = {name.casefold(): name for name in (*layer.texts, *layer.numbers)}
    return next((low[name] for name in VOLTAGE_COLUMNS if name in low), "")


def taken_of(layer: Layer, title: str, role: Role, source: str, voltage: str = "") -> TakenLayer:
    """Return a layer as a person wants it taken in; features that its role cannot use are left.

    Raises
    ------
    IntakeError
        If no feature fits the role.
    """
    fit = KINDS.get(role.value)
    kinds = np.array([each.geom_type for each in layer.geometry])
    rows = np.flatnonzero(np.isin(kinds, sorted(fit))) if fit else np.arange(len(layer))
    if not len(rows):
        raise IntakeError(
            say(
                "{title} holds no feature that can be {role}: choose another role.",
                title=title,
                role=say(role.value.replace("_", " ")),
            )
        )
    names = layer.names if layer.name_column else ("",) * len(layer)
    kv = kv_of(layer, voltage)
    return TakenLayer(
        title,
        role,
        layer.geometry[rows],
        tuple(names[row] for row in rows),
        ("",) * len(rows),
        kv[rows],
        source,
    )


def kv_of(layer: Layer, column: str) -> Floats:
    """Return the voltages of a column in kV; thousands are volts."""
    if column in layer.numbers:
        values = np.asarray(layer.numbers[column], dtype=float)
        return np.where(values > 0, np.where(values >= _LOWEST_V, values / 1000, values), np.nan)
    if column in layer.texts:
        return np.array([voltage_kv(text) for text in layer.texts[column]])
    return np.full(len(layer), np.nan)


def kept(taken: TakenLayer, others: Iterable[str]) -> UserLayer:
    """Put the features into the room, and return the layer that a study names.

    Parameters
    ----------
    taken
        What was read.
    others
        Names of layers that the study has already.
    """
    return UserLayer(
        free_name(taken.role.value if taken.attribution else taken.title, others),
        taken.title,
        taken.role,
        keep_layer(flatgeobuf(taken)),
        taken.source,
        taken.licence,
        taken.attribution,
        taken.observed,
        len(taken),
    )


def flatgeobuf(taken: TakenLayer) -> bytes:
    """Return the features as the bytes of a FlatGeobuf."""
    bound_drivers()
    import pyogrio.raw

    columns = {"name": taken.names, "kind": taken.kinds}
    data = [np.array(each, dtype=object) for each in columns.values()]
    held = io.BytesIO()
    pyogrio.raw.write(
        held,
        shapely.to_wkb(taken.geometry),
        [*data, taken.kv.astype(float)],
        np.array([*columns, "kv"], dtype=object),
        driver="FlatGeobuf",
        layer="layer",
        geometry_type="Unknown",
        crs="EPSG:4326",
    )
    return held.getvalue()


def with_taken(study: Study, taken: TakenLayer) -> Study:
    """Return the study with a layer that was read; one of the same file and role is replaced."""
    same = next(
        (
            each
            for each in study.layers
            if (each.role, each.source, each.title) == (taken.role, taken.source, taken.title)
        ),
        None,
    )
    layer = kept(taken, {each.name for each in study.layers})
    if same is not None:
        layer = replace(layer, name=same.name, colour=same.colour, visible=same.visible)
    return study.with_layer(layer)
