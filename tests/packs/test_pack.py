import threading

import numpy as np
import pandas as pd
import pyogrio
import pytest

from siteselect.errors import PackError
from siteselect.packs.pack import Pack
from tests.packs.make_toy import write
from tests.packs.making import TOY, copy_of_toy, edit, zip_of


def test_a_folder_and_its_zip_have_one_digest(tmp_path):
    digest = Pack(TOY).digest
    assert len(digest) == 64
    assert Pack(zip_of(TOY, tmp_path / "a.zip")).digest == digest
    assert Pack(zip_of(TOY, tmp_path / "b.zip", "toy/")).digest == digest


def test_any_change_changes_the_digest(tmp_path):
    copy = copy_of_toy(tmp_path)
    edit(copy / "facts/rules.csv", "Mining is banned", "Mining is bannet")
    assert Pack(copy).digest != Pack(TOY).digest
    renamed = copy_of_toy(tmp_path, "renamed")
    (renamed / "README.md").rename(renamed / "READYOU.md")
    assert Pack(renamed).digest != Pack(TOY).digest


@pytest.mark.parametrize("zipped", [False, True])
def test_layers_open_from_folder_and_zip(tmp_path, zipped):
    pack = Pack(zip_of(TOY, tmp_path / "toy.zip") if zipped else TOY)
    stations = pack.layer("power_stations")
    assert list(stations["id"]) == ["S1", "S2", "S3", "S4", "S5", "S6"]
    assert stations.crs.to_epsg() == 4326
    assert stations["mw"].sum() == 400 + 60 + 150 + 90 + 50 + 999
    assert pack.layer("power_stations") is stations  # read once
    assert list(pack.layer("border_crossings")["closed"]) == ["", "2020-12-31"]


def test_a_layer_is_read_once_by_many_threads(monkeypatch):
    pack = Pack(TOY)
    reads = []
    read = pack.store.read
    monkeypatch.setattr(pack.store, "read", lambda name: (reads.append(name), read(name))[1])
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(pack.layer("regions"))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert reads == ["layers/regions.geojson"]
    assert len({id(frame) for frame in found}) == 1


def test_grids_are_read_only_arrays():
    grid = Pack(TOY).grid("climate")
    assert grid["july_c"].shape == (3, 5)
    assert grid["july_c"][1, 2] == 22.0
    assert np.isnan(grid["july_c"][0, 4])
    with pytest.raises(ValueError, match="read-only"):
        grid["july_c"][0, 0] = 1


def test_tables_without_a_reader_are_text_by_column():
    (row,) = Pack(TOY).table("comparators")
    assert (row["name"], row["lon"]) == ("Gamma", "-100.0")


def test_what_is_not_there_is_told_with_what_is():
    pack = Pack(TOY)
    assert pack.has_layer("regions")
    assert not pack.has_layer("substations")
    assert pack.has_grid("climate")
    assert not pack.has_table("machines")
    with pytest.raises(PackError, match=r"toy@1 has no layer called substations. It has: count"):
        pack.layer("substations")
    with pytest.raises(PackError, match="no grid called wind"):
        pack.grid("wind")
    with pytest.raises(PackError, match="no fact table called machines"):
        pack.table("machines")


def test_a_pack_without_tables_has_no_facts(tmp_path):
    (tmp_path / "pack.toml").write_text(
        '[pack]\nformat=1\nname="a"\nversion="1"\ntitle="A"\nbounds=[0,0,1,1]\n'
    )
    facts = Pack(tmp_path).facts
    assert facts.tariffs == facts.rules == facts.fees == facts.rates == facts.indicators == ()


def test_faults_of_tables_are_told_together(tmp_path):
    copy = copy_of_toy(tmp_path)
    edit(copy / "facts/tariffs.csv", ",0.5,", ",-0.5,")
    edit(copy / "facts/rates.csv", "X2,AAD,12.5", "X2,AAD,much")
    edit(copy / "facts/rules.csv", ",effect,", ",result,")
    with pytest.raises(PackError) as caught:
        _ = Pack(copy).facts
    told = str(caught.value)
    assert "facts/tariffs.csv, line 2 (T1): column price is -0.5, below 0." in told
    assert "facts/rates.csv, line 3 (X2): column units_per_usd holds 'much'" in told
    assert "facts/rules.csv, line 1: column effect is missing." in told


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no layer", "is no layer that can be read"),
        (b"", "is no layer that can be read"),
        (b'{"type": "FeatureCollection", "features": [', "is damaged"),
    ],
)
def test_a_damaged_layer_ends_in_a_sentence(tmp_path, content, words):
    copy = copy_of_toy(tmp_path)
    (copy / "layers/lakes.geojson").write_bytes(content)
    with pytest.raises(PackError, match=words) as caught:
        Pack(copy).layer("lakes")
    assert "layers/lakes.geojson" in str(caught.value)


def test_a_layer_in_another_projection_is_refused(tmp_path):
    copy = copy_of_toy(tmp_path)
    frame = Pack(TOY).layer("lakes").to_crs(3857)
    frame.to_file(copy / "layers/lakes.fgb", driver="FlatGeobuf", engine="pyogrio")
    edit(copy / "pack.toml", "layers/lakes.geojson", "layers/lakes.fgb")
    with pytest.raises(PackError, match="not in longitude and latitude"):
        Pack(copy).layer("lakes")


def test_a_flatgeobuf_layer_reads_as_geojson_does(tmp_path):
    copy = copy_of_toy(tmp_path)
    frame = Pack(TOY).layer("places")
    frame.to_file(copy / "layers/places.fgb", driver="FlatGeobuf", engine="pyogrio")
    edit(copy / "pack.toml", "layers/places.geojson", "layers/places.fgb")
    read = Pack(copy).layer("places").sort_values("id", ignore_index=True)
    assert read.geometry.geom_equals_exact(frame.geometry, 1e-9).all()
    assert read.drop(columns="geometry").equals(frame.drop(columns="geometry"))


def test_a_layer_without_geometry_is_refused(tmp_path):
    copy = copy_of_toy(tmp_path)
    table = pd.DataFrame({"name": ["a"]})
    pyogrio.write_dataframe(table, copy / "layers/lakes.fgb", SPATIAL_INDEX="NO")
    edit(copy / "pack.toml", "layers/lakes.geojson", "layers/lakes.fgb")
    with pytest.raises(PackError, match="holds no geometry"):
        Pack(copy).layer("lakes")


def test_a_layer_of_another_kind_is_refused(tmp_path):
    copy = copy_of_toy(tmp_path)
    edit(copy / "pack.toml", "layers/lakes.geojson", "facts/rules.csv")
    with pytest.raises(PackError, match=r"ends in \.fgb or \.geojson"):
        Pack(copy).layer("lakes")


def test_damaged_grids_end_in_sentences(tmp_path):
    copy = copy_of_toy(tmp_path)
    axis = np.arange(3.0)
    (copy / "grids/climate.npz").write_bytes(b"no grid")
    np.savez(copy / "grids/elevation.npz", lon=axis, lat=axis, elevation_m=np.zeros((2, 3)))
    with pytest.raises(PackError, match=r"grids/climate\.npz .* is damaged"):
        Pack(copy).grid("climate")
    with pytest.raises(PackError, match="elevation_m has the shape"):
        Pack(copy).grid("elevation")
    np.savez(copy / "grids/elevation.npz", lon=axis, elevation_m=np.zeros((3, 3)))
    with pytest.raises(PackError, match="no arrays lon and lat"):
        Pack(copy).grid("elevation")
    np.savez(copy / "grids/elevation.npz", lon=axis, lat=np.array([object()] * 3))
    with pytest.raises(PackError, match="is damaged"):
        Pack(copy).grid("elevation")


def test_the_committed_geometry_is_what_the_script_writes(tmp_path):
    write(tmp_path)
    for path in sorted((TOY / "layers").iterdir()):
        assert (tmp_path / "layers" / path.name).read_text() == path.read_text(), path.name
    for path in sorted((TOY / "grids").iterdir()):
        with np.load(path) as ours, np.load(tmp_path / "grids" / path.name) as made:
            assert ours.files == made.files
            for name in ours.files:
                np.testing.assert_array_equal(ours[name], made[name])


def test_a_layer_on_which_nothing_can_be_measured_is_refused_and_still_checked(tmp_path):
    copy = copy_of_toy(tmp_path)
    text = (copy / "layers/power_stations.geojson").read_text(encoding="utf-8")
    (copy / "layers/power_stations.geojson").write_text(text.replace('"mw"', '"power"'))
    with pytest.raises(PackError, match=r"power_stations\.geojson .* column mw is missing"):
        Pack(copy).layer("power_stations")
    assert "power" in Pack(copy).layer_as_it_is("power_stations")
