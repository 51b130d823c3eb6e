"""The user's own layers as tables of a GeoPackage, one for each kind of shape, with its style."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from siteselect.export import _qgis_style
from siteselect.export._drawn_layers import (
    AREAS,
    LINES,
    POINTS,
    DrawnLayer,
    drawn_layers,
    origin_of,
)
from siteselect.export.report import Report

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

_KINDS = {AREAS: "areas", LINES: "lines", POINTS: "points"}
"""Areas beneath lines beneath points."""


@dataclass(frozen=True, eq=False, slots=True)
class OwnTable:
    """Features of one kind of shape, how QGIS draws them, and who must be named."""

    frame: "GeoDataFrame"
    style: str
    about: str


def own_tables(report: Report) -> dict[str, OwnTable]:
    """Return the tables by name: own_roads, or own_roads_lines where a layer has several kinds."""
    drawn = drawn_layers(report)
    found = {}
    for dimension, word in _KINDS.items():
        for each in drawn:
            rows = np.sort(each.rows(dimension))
            if len(rows):
                whole = len(rows) == len(each.shapes)
                name = f"own_{each.layer.name}" if whole else f"own_{each.layer.name}_{word}"
                found[name] = _table(each, rows, dimension)
    return found


def _table(drawn: DrawnLayer, rows: np.ndarray, dimension: int) -> OwnTable:
    import geopandas

    held = {
        "name": [drawn.names[row] for row in rows.tolist()],
        "kind": [drawn.kinds[row] for row in rows.tolist()],
        "kv": drawn.kv[rows],
        "width": drawn.weight[rows],
    }
    frame = geopandas.GeoDataFrame(held, geometry=drawn.shapes[rows], crs="EPSG:4326")
    style = {
        POINTS: _qgis_style.own_points,
        LINES: _qgis_style.own_lines,
        AREAS: _qgis_style.own_areas,
    }[dimension](drawn)
    return OwnTable(frame, style, f"{drawn.layer.title}. {origin_of(drawn.layer)}")
