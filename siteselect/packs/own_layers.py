"""The user's own layers laid over those of a pack; the pack itself is never changed.

A layer whose role a measure reads takes that name (roads, substations ...), beside what the pack
may have of it; any other is called own:NAME. One whose file is missing is left out: what it would
tell is then unknown.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from siteselect.drivers import bound_drivers
from siteselect.errors import PackError
from siteselect.language import say
from siteselect.model.user_layer import MEASURED, Role, UserLayer
from siteselect.packs.layer_form import FORMS
from siteselect.packs.layer_room import held_layer, used
from siteselect.packs.manifest import Manifest, PackFile, SourceEntry
from siteselect.packs.own_facts import lay_over
from siteselect.packs.pack import Pack

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from siteselect.model.study import Study

OWN = "own:"
"""What the names of layers begin with that no measure reads."""
COLUMNS = ("name", "kind", "kv")
"""What a layer may tell of a feature: its name, its class, the highest voltage in kV."""


def laid_over(pack: Pack, study: "Study") -> Pack:
    """Return the pack with all that the user laid over it: layers, then facts.

    Raises
    ------
    StudyError
        If a fact of the user has faults.
    """
    return lay_over(lay_layers_over(pack, study.layers), study.facts)


def lay_layers_over(pack: Pack, layers: Iterable[UserLayer]) -> Pack:
    """Return the pack with those layers over it whose files are here; the same one where none is.

    Two studies with the same layers are given the same pack, so that what is kept by it stays.
    """
    there = tuple((each, path) for each in layers if (path := held_layer(each)) is not None)
    return _laid(pack, there) if there else pack


def layers_read(layers: Iterable[UserLayer], names: Iterable[str]) -> tuple[UserLayer, ...]:
    """Return those of the layers that are read under one of these names and are here, undressed.

    Neither colour nor visibility is part of them, so that what was measured outlasts a new colour.
    """
    wanted = frozenset(names)
    return tuple(
        replace(each, visible=True, colour="", width=0.0)
        for each in layers
        if name_of(each) in wanted and held_layer(each)
    )


def name_of(layer: UserLayer) -> str:
    """Return under which name a pack has a layer of the user's."""
    return layer.role.value if layer.role in MEASURED else f"{OWN}{layer.name}"


def redraws_borders(layers: Iterable[UserLayer]) -> bool:
    """Return whether any of these layers is drawn in place of the pack's borders."""
    return any(each.role is Role.BORDERS for each in layers)


def credit_of(layer: UserLayer) -> str:
    """Return who is named on a map for a layer; empty where nobody must be."""
    if layer.role is not Role.BORDERS:
        return layer.attribution
    return say("Borders: {source}", source=layer.attribution or layer.source or layer.title)


def lacking_layers(layers: Iterable[UserLayer]) -> tuple[UserLayer, ...]:
    """Return the layers whose files are not here."""
    return tuple(each for each in layers if held_layer(each) is None)


def source_of(layer: UserLayer) -> SourceEntry:
    """Return who made a layer, as reports tell it."""
    title = ", ".join(part for part in (layer.title, layer.source) if part)
    return SourceEntry(title, layer.licence, layer.attribution, retrieved=layer.observed)


def read_layer_file(path: Path) -> "GeoDataFrame":
    """Return the features of a file of the room, kept for all who ask; never to be changed.

    Raises
    ------
    PackError
        If it is damaged.
    """
    used(path)
    return _read(path)


@lru_cache(maxsize=16)
def _read(path: Path) -> "GeoDataFrame":
    bound_drivers()
    import pyogrio

    try:
        frame: GeoDataFrame = pyogrio.read_dataframe(path)
    except (
        pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.FeatureError,
        ValueError, IndexError,
    ) as error:  # fmt: skip
        raise PackError(
            say("The layer {path} is damaged: add it again from its file.", path=path)
        ) from error
    for column in COLUMNS:
        if column not in frame:
            frame[column] = float("nan") if column == "kv" else ""
    return frame


@lru_cache(maxsize=16)
def _laid(pack: Pack, there: tuple[tuple[UserLayer, Path], ...]) -> Pack:
    held: dict[str, list[tuple[UserLayer, Path]]] = {}
    for layer, path in there:
        held.setdefault(name_of(layer), []).append((layer, path))
    readers = {name: _reader(pack, name, parts) for name, parts in held.items()}
    return pack.with_layers(_manifest(pack, held), readers)


def _manifest(pack: Pack, held: dict[str, list[tuple[UserLayer, Path]]]) -> Manifest:
    """Return what the pack says of itself, with these layers and their sources."""
    sources, layers = dict(pack.manifest.sources), dict(pack.manifest.layers)
    for name, parts in held.items():
        keys = [f"{OWN}{layer.name}" for layer, _ in parts]
        sources |= {key: source_of(layer) for key, (layer, _) in zip(keys, parts, strict=True)}
        known = layers.get(name)
        first = parts[0][0]
        layers[name] = PackFile(
            known.file if known else first.file,
            known.title if known else ", ".join(layer.title for layer, _ in parts),
            (*(known.sources if known else ()), *keys),
            known.note if known else "",
        )
    return replace(pack.manifest, sources=sources, layers=layers)


def _reader(
    pack: Pack, name: str, parts: Sequence[tuple[UserLayer, Path]]
) -> Callable[[], "GeoDataFrame"]:
    kept: list[GeoDataFrame] = []

    def read() -> "GeoDataFrame":
        if not kept:
            frames = [read_layer_file(path) for _, path in parts]
            if pack.has_layer(name):
                frames.insert(0, pack.layer(name))
            kept.append(_joined(name, frames))
        frame: GeoDataFrame = kept[0]
        return frame

    return read


def _joined(name: str, frames: "Sequence[GeoDataFrame]") -> "GeoDataFrame":
    """Return the features of all tables that the measures of this name can measure to."""
    import geopandas
    import pandas as pd

    rows = pd.concat([frame[[*_told(frame), "geometry"]] for frame in frames], ignore_index=True)
    frame = geopandas.GeoDataFrame(rows, geometry="geometry", crs="EPSG:4326")
    fit = KINDS.get(name)
    return frame if fit is None else frame[frame.geometry.geom_type.isin(fit)]


def _told(frame: "GeoDataFrame") -> list[str]:
    return [column for column in COLUMNS if column in frame]


KINDS: dict[str, frozenset[str]] = {
    Role.SUBSTATIONS.value: FORMS["substations"].geometry | {"MultiPoint", "MultiPolygon"},
    Role.ROADS.value: FORMS["roads"].geometry,
    Role.RAILWAYS.value: FORMS["railways"].geometry,
    Role.AVOIDED.value: frozenset({"Polygon", "MultiPolygon"}),
    Role.POWER_LINES.value: FORMS["roads"].geometry,
    Role.BORDERS.value: FORMS["roads"].geometry | {"Polygon", "MultiPolygon"},
}
"""The kinds of geometry that a role is about; other roles take any."""
