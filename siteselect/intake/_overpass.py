"""In the reading process: features out of an answer of Overpass, with or without geometry."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from siteselect.errors import IntakeError
from siteselect.intake._geometry import Shapes, on_the_globe
from siteselect.intake._layers import _geometry_arrays
from siteselect.intake.nesting import check_json
from siteselect.intake.osm_tags import SUBSTATIONS, TAGS
from siteselect.intake.parcel import Parcel
from siteselect.language import say

Element = dict[str, Any]
"""One element of the answer: JSON of strangers."""
Pair = tuple[float, float]


def run(path: Path, room: Path, options: dict[str, Any]) -> Parcel:
    """Return all features of an answer that have a place."""
    del room, options
    data = path.read_bytes()
    check_json(path, data)
    answer = json.loads(data)
    elements = [each for each in answer["elements"] if isinstance(each, dict)]
    nodes = {each.get("id"): (float(each["lon"]), float(each["lat"])) for each in elements
             if each.get("type") == "node" and "lon" in each and "lat" in each}  # fmt: skip
    shapes: list[shapely.Geometry] = []
    cells: dict[str, list[str]] = {tag: [] for tag in TAGS}
    lost = 0
    for each in elements:
        tags = each.get("tags")
        if not isinstance(tags, dict) or not {"power", "highway", "railway"} & set(tags):
            continue
        shape = _shape(each, tags, nodes)
        if shape is None:
            lost += 1
            continue
        shapes.append(shape)
        for tag, column in cells.items():
            column.append(str(tags.get(tag, ""))[:1000])
    if lost and not shapes:
        raise IntakeError(
            say(
                "{path} names {lost} features without places: ask Overpass for “out geom”.",
                path=path,
                lost=lost,
            )
        )
    items: Any = np.empty(len(shapes), dtype=object)
    items[:] = shapes
    made = on_the_globe(path, Shapes(items), "", "EPSG:4326")
    left = (
        [[say("{lost} features have no place and were left out.", lost=lost), 0, "", False]]
        if lost
        else []
    )
    base = answer.get("osm3s")
    plain = {
        "layer": "elements", "layers": ["elements"], "crs": "EPSG:4326", "count": len(items),
        "findings": [*left, *made.findings],
        "columns": [{"name": tag, "text": column} for tag, column in cells.items()],
        "observed": str(base.get("timestamp_osm_base", ""))[:10] if isinstance(base, dict) else "",
    }  # fmt: skip
    return Parcel(plain, _geometry_arrays(made.items))


def _shape(each: Element, tags: Element, nodes: dict[object, Pair]) -> shapely.Geometry | None:
    kind = each.get("type")
    if kind == "node":
        place = nodes.get(each.get("id"))
        return None if place is None else shapely.Point(place)
    if kind == "way":
        return _way(_points(each, nodes), areal=tags.get("power") in SUBSTATIONS)
    if kind == "relation":
        return _relation(each)
    return None


def _points(each: Element, nodes: dict[object, Pair]) -> list[Pair]:
    geometry = each.get("geometry")
    if isinstance(geometry, list):
        return [(float(at["lon"]), float(at["lat"])) for at in geometry if at]
    refs = each.get("nodes")
    return [nodes[ref] for ref in refs if ref in nodes] if isinstance(refs, list) else []


def _way(points: list[Pair], *, areal: bool) -> shapely.Geometry | None:
    if len(points) < 2:
        return None
    if areal and len(points) > 3 and points[0] == points[-1]:
        return shapely.make_valid(shapely.Polygon(points))
    return shapely.LineString(points)


def _relation(each: Element) -> shapely.Geometry | None:
    """Return the area that the outer ways of a relation enclose; holes do not matter to us."""
    lines = [shapely.LineString(points) for points in _outer(each) if len(points) > 1]
    areas = list(shapely.polygonize(lines).geoms) if lines else []
    return shapely.union_all(areas) if areas else None


def _outer(each: Element) -> Iterator[list[Pair]]:
    for member in each.get("members") or ():
        if isinstance(member, dict) and member.get("role") in ("outer", ""):
            yield _points(member, {})
