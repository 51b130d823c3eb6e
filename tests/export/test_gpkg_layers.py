import sqlite3
from dataclasses import replace

import pyogrio
import pytest
import shapely

from siteselect.export._gpkg_layers import own_tables
from siteselect.export.geopackage import make
from siteselect.model.user_layer import Role
from tests.export.layers import layer_of, report_with_layers
from tests.export.making import made_report

TABLES = {"own_avoided", "own_roads", "own_rail", "own_lines", "own_stations"}


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "map.gpkg"
    path.write_bytes(make(report_with_layers(tmp_path)))
    return path


def test_a_map_program_finds_the_users_layers_with_their_features(path):
    layers = {str(name): str(kind) for name, kind in pyogrio.list_layers(path)}
    assert set(layers) >= TABLES
    assert layers["own_stations"] == "Point"
    lines = pyogrio.read_dataframe(path, layer="own_lines")
    assert sorted(lines["kv"].tolist()) == [110.0, 500.0]
    assert lines.crs.to_epsg() == 4326
    roads = pyogrio.read_dataframe(path, layer="own_roads")
    assert sorted(roads["kind"]) == ["motorway", "tertiary"]


def test_each_has_a_style_and_says_who_must_be_named(path):
    held = sqlite3.connect(path)
    styles = dict(held.execute("SELECT f_table_name, styleQML FROM layer_styles"))
    told = dict(held.execute("SELECT table_name, description FROM gpkg_contents"))
    stamp = dict(held.execute("SELECT key, value FROM stamp"))
    held.close()
    assert set(styles) >= TABLES
    assert "142,36,170,255" in styles["own_lines"]  # the purple of the grid
    assert 'line_style" v="dash"' in styles["own_rail"]
    assert "© OpenStreetMap contributors (ODbL 1.0)" in told["own_lines"]
    assert "© OpenStreetMap contributors (ODbL 1.0)" in stamp["layers.own_lines"]
    assert "own.kml" in told["own_avoided"]


def test_a_layer_of_several_kinds_of_shape_becomes_several_tables(tmp_path):
    layer = layer_of(tmp_path, "mixed", Role.OTHER,
                     [shapely.Point(0, 0), shapely.box(0, 0, 1, 1)])  # fmt: skip
    tables = own_tables(replace(made_report(), layers=(layer,)))
    assert list(tables) == ["own_mixed_areas", "own_mixed_points"]
    assert own_tables(made_report()) == {}


def test_two_runs_write_the_same(tmp_path):
    report = report_with_layers(tmp_path)
    assert make(report) == make(report)
