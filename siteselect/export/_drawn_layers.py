"""The user's own layers as reports draw them: their features, how great each is, who is named."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from siteselect.export.report import Report
from siteselect.language import say
from siteselect.model.arrays import Floats, Ints
from siteselect.model.user_layer import Role, UserLayer
from siteselect.packs.layer_look import (
    COLOURS,
    ranks_of_lines,
    reach_of_lines,
    reach_of_points,
)
from siteselect.packs.layer_room import held_layer
from siteselect.packs.own_layers import read_layer_file

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

POINTS, LINES, AREAS = range(3)


@dataclass(frozen=True, eq=False, slots=True)
class DrawnLayer:
    """One layer with its features, in degrees; substations drawn as areas stand at their middle."""

    layer: UserLayer
    shapes: np.ndarray
    dimension: Ints
    """POINTS, LINES or AREAS."""
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    kv: Floats
    """NaN where nobody says."""
    reach: Floats
    """Metres to a pixel up to which each is drawn: what is small is seen from near alone."""
    weight: Floats
    """How much wider a line is drawn than others of the layer."""

    @property
    def colour(self) -> str:
        """The colour on light ground, as #RRGGBB."""
        return self.layer.colour or COLOURS[self.layer.role][0]

    def rows(self, dimension: int) -> Ints:
        """Return the features of points, lines or areas, the least first."""
        found: Ints = np.flatnonzero(self.dimension == dimension)
        return found[np.argsort(self.reach[found], kind="stable")]


def drawn_layers(report: Report) -> tuple[DrawnLayer, ...]:
    """Return the layers that are visible and here, in their order; the last lies on top."""
    found = []
    for layer in report.layers:
        path = held_layer(layer) if layer.visible else None
        if path is not None:
            found.append(_drawn(layer, read_layer_file(path)))
    return tuple(found)


def credit_of(layer: UserLayer) -> str:
    """Return who must be named beside a layer, with the licence where one is said."""
    named = layer.attribution or layer.source or layer.title
    if layer.role is Role.BORDERS:
        named = say("Borders: {source}", source=named)
    if layer.licence and layer.attribution:
        return say("{attribution} ({licence})", attribution=named, licence=layer.licence)
    return named


def origin_of(layer: UserLayer) -> str:
    """Return all that is known of where a layer comes from."""
    day = layer.observed.isoformat() if layer.observed else ""
    return ", ".join(part for part in (credit_of(layer), layer.source, day) if part)


def _drawn(layer: UserLayer, frame: "GeoDataFrame") -> DrawnLayer:
    held = frame[~(frame.geometry.isna() | frame.geometry.is_empty)]
    shapes = np.asarray(held.geometry, dtype=object)
    if layer.role is Role.BORDERS:  # whichever way the file tells them: a border is a line
        areas = shapely.get_dimensions(shapes) == AREAS
        shapes = np.where(areas, shapely.boundary(shapes), shapes)
    dimension: Ints = shapely.get_dimensions(shapes).astype(np.intp)
    kv = np.asarray(held["kv"], dtype=float)
    kinds = tuple(_text(each) for each in held["kind"])
    if layer.role is Role.SUBSTATIONS:
        areas = dimension == AREAS
        shapes = np.where(areas, shapely.centroid(shapes), shapes)
        dimension = np.where(areas, POINTS, dimension)
    reach, weight = np.full(len(shapes), np.inf), np.ones(len(shapes))
    lines, points = np.flatnonzero(dimension == LINES), np.flatnonzero(dimension == POINTS)
    ranks, weight[lines] = ranks_of_lines(layer.role, [kinds[row] for row in lines], kv[lines])
    reach[lines] = reach_of_lines(ranks)
    reach[points] = reach_of_points(layer.role, kv[points])
    names = tuple(_text(each) for each in held["name"])
    return DrawnLayer(layer, shapes, dimension, names, kinds, kv, reach, weight)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
