import json
import math
from dataclasses import replace
from datetime import date

import pytest

from siteselect.errors import IntakeError
from siteselect.intake.osm import OSM_LIMITS, Extract, extract_form, fields, is_of_osm, read_osm
from siteselect.intake.vector import read_layer
from siteselect.model.user_layer import Role
from siteselect.progress import Cancelled
from tests.intake.osm_made import NODES, WAYS, write_town

XML = """<?xml version='1.0' encoding='UTF-8'?>
<osm version="0.6" generator="made"><meta osm_base="2026-10-05T00:00:00Z"/>
<node id="1" lat="43.2" lon="76.9" version="1"><tag k="power" v="substation"/></node>
<node id="2" lat="43.3" lon="77.0" version="1"/>
<way id="5" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="trunk"/></way>
</osm>"""


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return read_osm(write_town(tmp_path_factory.mktemp("osm") / "town.osm.pbf"))


def by_role(taken):
    return {each.role: each for each in taken.layers}


def test_a_real_extract_gives_a_layer_a_role(town):
    found = by_role(town)
    assert {role: len(each) for role, each in found.items()} == {
        Role.SUBSTATIONS: 3,
        Role.POWER_LINES: 1,
        Role.ROADS: 2,
        Role.RAILWAYS: 1,
    }
    assert town.observed == date(2026, 11, 1)
    for layer in town.layers:
        assert layer.attribution == "© OpenStreetMap contributors"
        assert (layer.licence, layer.source) == ("ODbL 1.0", "town.osm.pbf")


def test_substations_are_points_and_areas_with_their_voltages(town):
    layer = by_role(town)[Role.SUBSTATIONS]
    held = dict(zip(layer.kv.tolist(), layer.geometry, strict=True))
    assert sorted(held) == [35, 110, 500]
    assert held[110].coords[0] == pytest.approx(NODES[30])
    assert held[500].geom_type in ("Polygon", "MultiPolygon")
    assert held[500].area == pytest.approx(1e-4, rel=1e-6)  # 0.01 by 0.01 degrees
    assert held[35].area == pytest.approx(1e-2, rel=1e-6)  # a relation of two ways
    assert "Подстанция №7" in layer.names


def test_lines_keep_class_and_voltage_and_what_nobody_asks_for_is_left(town):
    found = by_role(town)
    assert found[Role.POWER_LINES].kv.tolist() == [220]
    assert sorted(found[Role.ROADS].kinds) == ["primary", "trunk"]
    assert "A-2" in found[Role.ROADS].names
    assert found[Role.RAILWAYS].kinds == ("rail",)
    assert math.isnan(found[Role.RAILWAYS].kv[0])


def test_the_xml_form_is_read_too(tmp_path):
    path = tmp_path / "some.osm"
    path.write_text(XML, encoding="utf-8")
    assert extract_form(path) is Extract.XML
    taken = read_osm(path)
    assert {each.role: len(each) for each in taken.layers} == {Role.SUBSTATIONS: 1, Role.ROADS: 1}
    assert taken.observed == date(2026, 10, 5)


def test_an_answer_of_overpass_is_read(tmp_path):
    path = tmp_path / "answer.json"
    nodes = [{"type": "node", "id": key, "lon": at[0], "lat": at[1]} for key, at in NODES.items()]
    ways = [{"type": "way", "id": way.id, "nodes": list(way.nodes), "tags": dict(way.tags)}
            for way in WAYS]  # fmt: skip
    base = {"timestamp_osm_base": "2026-09-30T10:00:00Z"}
    path.write_text(json.dumps({"version": 0.6, "osm3s": base, "elements": nodes + ways}))
    assert extract_form(path) is Extract.OVERPASS
    found = read_osm(path)
    counts = {each.role: len(each) for each in found.layers}
    assert counts == {Role.SUBSTATIONS: 1, Role.POWER_LINES: 1, Role.ROADS: 2, Role.RAILWAYS: 1}
    assert found.observed == date(2026, 9, 30)


def test_geojson_out_of_overpass_turbo_is_known(tmp_path):
    line = {"type": "LineString", "coordinates": [[70, 50], [71, 50]]}
    told = {"@id": "way/1", "highway": "trunk", "name": "M-36"}
    feature = {"type": "Feature", "properties": told, "geometry": line}
    path = tmp_path / "turbo.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert extract_form(path) is None
    assert is_of_osm(read_layer(path))


def test_what_is_no_extract_or_empty_or_too_large_or_damaged_is_told(tmp_path):
    other = tmp_path / "table.csv"
    other.write_text("a,b\n")
    with pytest.raises(IntakeError, match="no extract"):
        read_osm(other)
    town = write_town(tmp_path / "town.osm.pbf")
    with pytest.raises(IntakeError, match="larger than 0 MB"):
        read_osm(town, limits=replace(OSM_LIMITS, file_bytes=10))
    cut = tmp_path / "cut.osm.pbf"
    cut.write_bytes(town.read_bytes()[:-40])
    with pytest.raises(IntakeError):
        read_osm(cut)
    bare = tmp_path / "bare.osm"
    bare.write_text("<osm version='0.6'><node id='1' lat='1' lon='1' version='1'/></osm>")
    with pytest.raises(IntakeError, match="no substation"):
        read_osm(bare)


def test_a_reading_is_cancelled_and_its_room_is_gone(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "rooms"))
    (tmp_path / "rooms").mkdir()

    def stop(part, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        read_osm(write_town(tmp_path / "town.osm.pbf"), stop)
    assert list((tmp_path / "rooms").iterdir()) == []


def test_a_head_that_is_no_protobuf_tells_no_day():
    assert fields(b"\x08\x96\x01\x12\x02ab") == {1: 150, 2: b"ab"}
    with pytest.raises(ValueError, match="another kind"):
        fields(b"\x0d\x00")
