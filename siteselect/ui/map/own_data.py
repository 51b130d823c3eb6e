"""The user's own layers as the map draws them: projected, by rank, made once on any thread."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import shapely

from siteselect.model.arrays import Floats, Ints
from siteselect.model.user_layer import Role, UserLayer
from siteselect.packs.layer_look import ranks_of_lines, reach_of_lines, reach_of_points
from siteselect.packs.layer_room import held_layer
from siteselect.packs.own_layers import read_layer_file
from siteselect.ui.map.levels import Shapes, Window
from siteselect.ui.map.paths import Geometries, projected

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, eq=False, slots=True)
class Tier:
    """Lines or areas of one rank."""

    shapes: Shapes
    farthest: float
    """Metres to a pixel up to which they are drawn."""
    weight: float
    """How much wider they are than others of the layer."""


@dataclass(frozen=True, eq=False, slots=True)
class OwnFeatures:
    """The features of one file, projected; what they are drawn with is the layer's."""

    lines: tuple[Tier, ...]
    areas: Shapes
    x: Floats
    y: Floats
    """Points, and the middles of areas that stand for a substation."""
    signs: Ints
    """The feature of each point."""
    far: Floats
    """For each point, metres to a pixel up to which it is drawn."""
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    kv: Floats
    geometry: Geometries
    tree: shapely.STRtree


@dataclass(frozen=True, eq=False, slots=True)
class OwnDrawn:
    """A layer of the user's with its features."""

    layer: UserLayer
    features: OwnFeatures


def own_data_of(layers: Iterable[UserLayer]) -> tuple[OwnDrawn, ...]:
    """Return those layers that are visible and here, in their order; the last lies on top."""
    found = []
    for layer in layers:
        path = held_layer(layer) if layer.visible else None
        if path is not None:
            found.append(OwnDrawn(layer, _features(path, layer.role)))
    return tuple(found)


def own_shown(own: tuple[OwnDrawn, ...], shown: frozenset[str]) -> tuple[OwnDrawn, ...]:
    """Return those that are drawn with these overlays: borders come and go with "borders"."""
    if "borders" in shown:
        return own
    return tuple(each for each in own if each.layer.role is not Role.BORDERS)


def window_of(layer: UserLayer) -> Window | None:
    """Return the part of the plane that a layer fills; None where it is not here."""
    path = held_layer(layer)
    if path is None:
        return None
    geometry = _features(path, layer.role).geometry
    left, top, right, foot = shapely.total_bounds(geometry).tolist()
    return (left, top, right, foot) if np.isfinite(left) else None


def has_lines(layer: UserLayer) -> bool:
    """Return whether a layer is here and has lines or areas, so that it can tell borders."""
    path = held_layer(layer)
    if path is None:
        return False
    features = _features(path, layer.role)
    return bool(shapely.get_dimensions(features.geometry).max(initial=0) > 0)


@lru_cache(maxsize=16)
def _features(path: "Path", role: Role) -> OwnFeatures:
    frame = read_layer_file(path)
    geometry = projected(np.asarray(frame.geometry, dtype=object))
    if role is Role.BORDERS:  # whichever way the file tells them: a border is a line
        areas = shapely.get_dimensions(geometry) == 2
        geometry = np.where(areas, shapely.boundary(geometry), geometry)
    kinds = tuple(_text(each) for each in frame["kind"])
    kv = np.asarray(frame["kv"], dtype=float)
    dimension = shapely.get_dimensions(geometry)
    stands = (dimension == 0) | ((dimension == 2) & (role is Role.SUBSTATIONS))
    signs = np.flatnonzero(stands)
    middles = shapely.centroid(geometry[signs])
    return OwnFeatures(
        tuple(_tiers(geometry, np.flatnonzero(dimension == 1), kinds, kv, role)),
        Shapes(geometry[dimension == 2]),
        shapely.get_x(middles),
        shapely.get_y(middles),
        signs,
        reach_of_points(role, kv[signs]),
        tuple(_text(each) for each in frame["name"]),
        kinds,
        kv,
        geometry,
        shapely.STRtree(geometry),
    )


def _tiers(
    geometry: Geometries, rows: Ints, kinds: tuple[str, ...], kv: Floats, role: Role
) -> list[Tier]:
    """Return lines by rank, the least first so that the greatest lies on top."""
    ranks, weights = ranks_of_lines(role, [kinds[row] for row in rows], kv[rows])
    reach = reach_of_lines(ranks)
    return [
        Tier(Shapes(geometry[rows[ranks == rank]]), float(reach[ranks == rank][0]),
             float(weights[ranks == rank][0]))
        for rank in sorted(set(ranks.tolist()))
    ]  # fmt: skip


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
