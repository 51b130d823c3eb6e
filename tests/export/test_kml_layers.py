import xml.etree.ElementTree as ET
from dataclasses import replace

import pyogrio
import shapely

from siteselect.export import _kml_layers
from siteselect.export.kml import make
from siteselect.model.user_layer import Role
from tests.export.layers import layer_of, report_with_layers
from tests.export.making import made_report

NS = "{http://www.opengis.net/kml/2.2}"


def folders(report):
    tree = ET.fromstring(make(report))  # noqa: S314 - our own text
    return {each.findtext(f"{NS}name"): each for each in tree.iter(f"{NS}Folder")}


def test_a_globe_gets_a_folder_for_each_layer_that_names_who_made_it(tmp_path):
    held = folders(report_with_layers(tmp_path))
    assert {"Avoided", "Roads", "Rail", "Lines", "Stations"} <= set(held)
    assert "© OpenStreetMap contributors (ODbL 1.0)" in held["Roads"].findtext(f"{NS}description")
    names = [each.findtext(f"{NS}name") for each in held["Stations"].iter(f"{NS}Placemark")]
    assert sorted(names) == ["High & far", "Low"]
    assert len(list(held["Avoided"].iter(f"{NS}Polygon"))) == 1
    assert len(list(held["Roads"].iter(f"{NS}LineString"))) == 2


def test_a_foreign_reader_reads_them(tmp_path):
    path = tmp_path / "list.kml"
    path.write_bytes(make(report_with_layers(tmp_path)))
    assert "Lines" in [str(name) for name, _ in pyogrio.list_layers(path)]
    frame = pyogrio.read_dataframe(path, layer="Lines")
    shapes = {each.wkt for each in shapely.force_2d(frame.geometry)}
    assert shapes == {f"LINESTRING (0 {y}, 3 {y})" for y in (0.6, 0.7)}


def test_styles_have_the_colours_of_the_map(tmp_path):
    tree = ET.fromstring(make(report_with_layers(tmp_path)))  # noqa: S314 - our own text
    styles = {each.get("id"): each for each in tree.iter(f"{NS}Style")}
    colour = styles["own3"].find(f"{NS}LineStyle/{NS}color").text
    assert colour == "ffaa248e"  # #8E24AA as globes write it: alpha, blue, green, red
    assert styles["own0"].find(f"{NS}PolyStyle/{NS}color").text == "381e26b3"


def test_of_very_many_features_the_greatest_are_taken_and_it_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(_kml_layers, "MOST", 3)
    shapes = [shapely.Point(0.1 * at, 0) for at in range(100)]
    layer = layer_of(tmp_path, "many", Role.SUBSTATIONS, shapes,
                     kv=[500.0 if at % 40 == 5 else 35.0 for at in range(100)])  # fmt: skip
    held = folders(replace(made_report(), layers=(layer,)))["Many"]
    assert "The greatest 3 of 100 features." in held.findtext(f"{NS}description")
    told = [each.findtext(f"{NS}description") for each in held.iter(f"{NS}Placemark")]
    assert told == ["500 kV"] * 3


def test_a_polygon_with_a_hole_and_parts_stays_one(tmp_path):
    hole = shapely.Polygon([(0, 0), (4, 0), (4, 4), (0, 4)], [[(1, 1), (2, 1), (2, 2), (1, 2)]])
    shape = shapely.MultiPolygon([hole, shapely.box(5, 5, 6, 6)])
    layer = layer_of(tmp_path, "lake", Role.OTHER, [shape])
    held = folders(replace(made_report(), layers=(layer,)))["Lake"]
    assert len(list(held.iter(f"{NS}MultiGeometry"))) == 1
    assert len(list(held.iter(f"{NS}innerBoundaryIs"))) == 1
