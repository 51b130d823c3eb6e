import json

import pytest
import shapely

from siteselect.errors import IntakeError
from siteselect.intake._overpass import run
from siteselect.intake.own_layer import Layer
from siteselect.intake.sniff import Form
from siteselect.intake.vector import layer_of


def answer(tmp_path, *elements):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"osm3s": {}, "elements": list(elements)}))
    return path


def read(path) -> Layer:
    return layer_of(path, Form.GEOJSON, run(path, path.parent, {}))


def at(*pairs):
    return [{"lon": lon, "lat": lat} for lon, lat in pairs]


def test_geometry_within_is_taken_and_a_ring_of_a_substation_is_an_area(tmp_path):
    ring = at((1, 1), (2, 1), (2, 2), (1, 1))
    way = {"type": "way", "id": 1, "geometry": ring, "tags": {"power": "substation"}}
    road = {"type": "way", "id": 2, "geometry": ring, "tags": {"highway": "trunk"}}
    layer = read(answer(tmp_path, way, road))
    assert [each.geom_type for each in layer.geometry] == ["Polygon", "LineString"]
    assert layer.geometry[0].area == pytest.approx(0.5)


def test_a_relation_is_the_area_of_its_outer_ways(tmp_path):
    outer = [
        {"type": "way", "role": "outer", "geometry": at((0, 0), (2, 0), (2, 2))},
        {"type": "way", "role": "outer", "geometry": at((2, 2), (0, 2), (0, 0))},
    ]
    each = {"type": "relation", "id": 3, "members": outer, "tags": {"power": "substation"}}
    (shape,) = read(answer(tmp_path, each)).geometry
    assert shapely.equals(shape, shapely.box(0, 0, 2, 2))


def test_what_has_no_place_is_told(tmp_path):
    lost = {"type": "way", "id": 1, "nodes": [5, 6], "tags": {"highway": "trunk"}}
    with pytest.raises(IntakeError, match="out geom"):
        read(answer(tmp_path, lost))
    there = {"type": "node", "id": 9, "lon": 3, "lat": 4, "tags": {"power": "substation"}}
    layer = read(answer(tmp_path, lost, there))
    assert layer.report.findings[0].text == "1 features have no place and were left out."
