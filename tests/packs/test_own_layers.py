from dataclasses import replace
from datetime import date
from functools import cache

import geopandas
import pytest
import shapely

from siteselect.errors import PackError
from siteselect.model.user_layer import Role, UserLayer
from siteselect.packs.catalogue import open_pack
from siteselect.packs.layer_room import MAGIC, keep_layer, layer_room
from siteselect.packs.own_layers import (
    lacking_layers,
    lay_layers_over,
    layers_read,
    name_of,
    read_layer_file,
    source_of,
)
from tests.packs.making import TOY


@cache
def toy():
    return open_pack(TOY)


def layer_of(shapes, role, tmp_path, name="mine", **columns):
    frame = geopandas.GeoDataFrame(columns, geometry=shapes, crs="EPSG:4326")
    path = tmp_path / "made.fgb"
    frame.to_file(path, driver="FlatGeobuf")
    digest = keep_layer(path.read_bytes())
    return UserLayer(
        name, name.title(), role, digest, "survey.gpkg", "ODbL 1.0", "© Surveyors",
        date(2026, 11, 1),
    )  # fmt: skip


def test_a_layer_takes_the_name_of_its_role_and_the_pack_stays_as_it_was(tmp_path):
    layer = layer_of([shapely.Point(10, 1)], Role.SUBSTATIONS, tmp_path, kv=[220.0], name_=["x"])
    laid = lay_layers_over(toy(), (layer,))
    assert laid.layer("substations")["kv"].tolist() == [220.0]
    assert laid.layer("substations")["name"].tolist() == [""]
    assert not toy().has_layer("substations")
    assert laid.layer("regions") is toy().layer("regions")
    assert laid.digest == toy().digest
    assert (laid.base, laid.opened) == (laid, toy())
    entry = laid.manifest.sources["own:mine"]
    assert (entry.attribution, entry.retrieved) == ("© Surveyors", date(2026, 11, 1))
    assert laid.manifest.layers["substations"].sources == ("own:mine",)


def test_the_same_layers_give_the_same_pack(tmp_path):
    layer = layer_of([shapely.Point(10, 1)], Role.OTHER, tmp_path)
    assert lay_layers_over(toy(), (layer,)) is lay_layers_over(toy(), (layer,))
    assert lay_layers_over(toy(), ()) is toy()


def test_two_layers_of_one_role_are_one_and_only_what_fits_is_kept(tmp_path):
    line = shapely.LineString([(0, 0), (1, 1)])
    first = layer_of([line, shapely.Point(5, 5)], Role.ROADS, tmp_path, "first")
    second = layer_of([line], Role.ROADS, tmp_path, "second", kind=["trunk"])
    laid = lay_layers_over(toy(), (first, second))
    frame = laid.layer("roads")
    assert frame.geometry.geom_type.tolist() == ["LineString", "LineString"]
    assert frame["kind"].tolist() == ["", "trunk"]
    assert laid.manifest.layers["roads"].title == "First, Second"


def test_a_layer_whose_file_is_missing_is_left_out(tmp_path):
    layer = layer_of([shapely.Point(10, 1)], Role.OTHER, tmp_path)
    gone = replace(layer, name="gone", digest="0" * 64)
    assert lacking_layers((layer, gone)) == (gone,)
    assert lay_layers_over(toy(), (gone,)) is toy()
    assert lay_layers_over(toy(), (gone, layer)).has_layer(name_of(layer))


def test_what_is_read_knows_no_colour(tmp_path):
    layer = layer_of([shapely.Point(10, 1)], Role.SUBSTATIONS, tmp_path)
    dressed = replace(layer, visible=False, colour="#112233", width=3.0)
    assert layers_read((dressed,), ("substations",)) == (layer,)
    assert layers_read((dressed,), ("roads",)) == ()


def test_a_damaged_file_of_the_room_is_told():
    digest = keep_layer(MAGIC + b"no features at all")
    with pytest.raises(PackError, match="add it again"):
        read_layer_file(layer_room() / f"{digest}.fgb")


def test_a_source_names_title_file_licence_and_day(tmp_path):
    entry = source_of(layer_of([shapely.Point(10, 1)], Role.OTHER, tmp_path))
    assert entry.title == "Mine, survey.gpkg"
    assert (entry.licence, entry.retrieved) == ("ODbL 1.0", date(2026, 11, 1))
