"""The user's own layers as the map draws them: projected, by rank, made once on any thread."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import shapely

from siteselect.model.arrays import Floats, Ints
from siteselect.model.user_layer import Role, UserLayer
from siteselect.packs.layer_room import held_layer
from siteselect.packs.own_layers import read_layer_file
from siteselect.ui.map.levels import Shapes, Window
from siteselect.ui.map.paths import Geometries, projected

if TYPE_CHECKING:
    from pathlib import Path

FARTHEST = np.inf
_FAR, _MIDDLE = 4_000.0, 1_200.0
"""Metres to a pixel from which on only what is great is drawn, and what is middling."""
_GREAT = {"motorway": _MIDDLE * 100, "trunk": _MIDDLE * 100, "primary": _FAR * 2,
          "secondary": _MIDDLE, "tertiary": _MIDDLE / 3}  # fmt: skip
"""By class of road, how far away it is still drawn."""
_HIGH_KV, _MIDDLE_KV = 200.0, 100.0


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


def window_of(layer: UserLayer) -> Window | None:
    """Return the part of the plane that a layer fills; None where it is not here."""
    path = held_layer(layer)
    if path is None:
        return None
    geometry = _features(path, layer.role).geometry
    left, top, right, foot = shapely.total_bounds(geometry).tolist()
    return (left, top, right, foot) if np.isfinite(left) else None


@lru_cache(maxsize=16)
def _features(path: "Path", role: Role) -> OwnFeatures:
    frame = read_layer_file(path)
    geometry = projected(np.asarray(frame.geometry, dtype=object))
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
        _far_of(kv[signs]) if role is Role.SUBSTATIONS else np.full(len(signs), FARTHEST),
        tuple(_text(each) for each in frame["name"]),
        kinds,
        kv,
        geometry,
        shapely.STRtree(geometry),
    )


def _far_of(kv: Floats) -> Floats:
    """Return how far away a substation is still drawn; where few are high, all may be."""
    far = np.where(kv >= _HIGH_KV, FARTHEST, np.where(kv >= _MIDDLE_KV, _FAR, _MIDDLE))
    return far if len(kv) > 60 else np.full(len(kv), FARTHEST)


def _tiers(
    geometry: Geometries, rows: Ints, kinds: tuple[str, ...], kv: Floats, role: Role
) -> list[Tier]:
    """Return lines by rank, the least first so that the greatest lies on top."""
    if role is Role.ROADS:
        ranks = np.array([_GREAT.get(kinds[row], _MIDDLE) for row in rows])
        weights = {each: 1.5 if each > _FAR * 2 else 1.0 for each in set(ranks.tolist())}
    elif role is Role.POWER_LINES:
        high = kv[rows] >= _HIGH_KV
        middle = (kv[rows] >= _MIDDLE_KV) & ~high
        ranks = np.where(high, FARTHEST, np.where(middle, _FAR, _MIDDLE))
        weights = {FARTHEST: 1.5, _FAR: 1.0, _MIDDLE: 0.7}
    else:
        ranks, weights = np.full(len(rows), FARTHEST), {FARTHEST: 1.0}
    if len(rows) <= 500:  # a handful may always be seen
        return [
            Tier(Shapes(geometry[rows[ranks == rank]]), FARTHEST, weights[rank])
            for rank in sorted(set(ranks.tolist()))
        ]
    return [
        Tier(Shapes(geometry[rows[ranks == rank]]), rank, weights[rank])
        for rank in sorted(set(ranks.tolist()))
    ]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
