import sqlite3
from dataclasses import replace

import pyogrio
import pytest

from siteselect.export.geopackage import make
from siteselect.packs.catalogue import open_pack
from tests.export.making import EVIL, TOY, made_report


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "map.gpkg"
    path.write_bytes(make(made_report()))
    return path


def test_a_map_program_finds_the_layers(path):
    layers = {str(name): str(kind) for name, kind in pyogrio.list_layers(path)}
    assert layers["sites"] == "Point"
    assert set(layers) == {"sites", "stations", "borders", "regions", "layer_styles", "stamp"}
    sites = pyogrio.read_dataframe(path, layer="sites")
    assert sites.crs.to_epsg() == 4326
    assert sites["name"].tolist() == ["Alpha", "Beta", EVIL, "Gone", "=1+1"]
    assert sites["rank"].tolist()[:3] == [1, 2, 3]
    assert sites["power_price"].tolist()[:2] == [40, 60]
    assert sites["power_price"].isna().tolist() == [False, False, True, False, False]
    assert sites["nobody"].dtype == float  # a number that is known to nobody stays one
    assert sites.geometry.iloc[3].x == -60


def test_regions_bear_price_and_law_of_the_day_and_borders_their_kind(path):
    regions = pyogrio.read_dataframe(path, layer="regions").set_index("code")
    assert regions.loc["AA-W", "price"] == 50
    assert regions.loc["AA-E", "verdict"] == "FAIL"
    assert regions.loc["AA-E", "price"] != regions.loc["AA-E", "price"]  # unknown
    borders = pyogrio.read_dataframe(path, layer="borders")
    assert set(borders["kind"]) == {"border", "disputed"}
    assert set(borders.geometry.geom_type) <= {"LineString", "MultiLineString"}
    assert "Borders as Alphaland draws them." in set(borders["note"])


def test_every_layer_has_its_style_and_the_stamp_is_within(path):
    styles = pyogrio.read_dataframe(path, layer="layer_styles", read_geometry=False)
    assert set(styles["f_table_name"]) == {"sites", "stations", "borders", "regions"}
    assert set(styles["f_geometry_column"]) == {"geom"}
    assert all(text.startswith("<!DOCTYPE qgis") for text in styles["styleQML"])
    assert styles["useAsDefault"].astype(bool).all()
    stamp = pyogrio.read_dataframe(path, layer="stamp", read_geometry=False)
    told = dict(zip(stamp["key"], stamp["value"], strict=True))
    assert told["pack"] == "toy@1"
    assert told["weights.power_price"] == "30.0"
    held = sqlite3.connect(path)
    assert held.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert held.execute("SELECT count(*) FROM gpkg_contents").fetchone() == (6,)
    held.close()


def test_same_report_same_bytes():
    assert make(made_report()) == make(made_report())


class Bare:
    """A pack without a single layer."""

    manifest = open_pack(TOY).manifest

    def has_layer(self, name):
        return False


def test_a_pack_without_layers_and_a_list_without_sites_are_written_too(tmp_path):
    path = tmp_path / "bare.gpkg"
    path.write_bytes(make(replace(made_report(), pack=Bare(), rows=())))
    assert [str(name) for name, _ in pyogrio.list_layers(path)] == [
        "sites",
        "layer_styles",
        "stamp",
    ]
    assert len(pyogrio.read_dataframe(path, layer="sites")) == 0
