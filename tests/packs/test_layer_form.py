import geopandas
import pytest
import shapely

from siteselect.packs.layer_form import FORMS, faults_of_form
from siteselect.packs.pack import Pack
from tests.packs.making import TOY


@pytest.mark.parametrize("name", sorted(FORMS.keys() & Pack(TOY).manifest.layers.keys()))
def test_the_layers_of_the_toy_have_their_form(name):
    assert list(faults_of_form(name, Pack(TOY).layer(name))) == []


def test_missing_columns_are_named_together():
    stations = Pack(TOY).layer("power_stations").drop(columns=["mw", "fuel"])
    assert list(faults_of_form("power_stations", stations)) == ["column fuel, mw is missing"]


def test_words_for_numbers_and_lines_for_points_are_faults():
    stations = Pack(TOY).layer("power_stations").assign(mw="many")
    line = shapely.LineString([(0, 0), (1, 1)])
    stations = stations.set_geometry([line] * len(stations), crs=4326)
    assert list(faults_of_form("power_stations", stations)) == [
        "it holds LineString; wanted is Point",
        "column mw holds what is no number",
    ]


def test_a_layer_that_the_program_does_not_know_has_no_form():
    frame = geopandas.GeoDataFrame({"a": [1]}, geometry=[shapely.Point(0, 0)], crs=4326)
    assert list(faults_of_form("springs", frame)) == []


def test_a_town_without_its_land_is_told_before_a_scan_asks_for_it():
    towns = Pack(TOY).layer("places").drop(columns=["jurisdiction"])
    assert list(faults_of_form("places", towns)) == ["column jurisdiction is missing"]
