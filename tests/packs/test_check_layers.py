import json

import numpy as np
import pytest

from siteselect.packs.check_layers import grid_faults, layer_faults
from siteselect.packs.pack import Pack
from tests.packs.making import copy_of_toy, edit


def faults(pack):
    return [str(fault) for fault in layer_faults(Pack(pack), frozenset({"AA-W", "AA-E", "BB-1"}))]


def reshaped(pack, layer, change):
    """Change the features of a layer in place."""
    path = pack / f"layers/{layer}.geojson"
    table = json.loads(path.read_text(encoding="utf-8"))
    change(table["features"])
    path.write_text(json.dumps(table), encoding="utf-8")


def test_a_sound_pack_has_no_fault(tmp_path):
    pack = copy_of_toy(tmp_path)
    assert faults(pack) == []
    assert grid_faults(Pack(pack)) == []


def test_geometry_that_is_missing_empty_or_crossed(tmp_path):
    pack = copy_of_toy(tmp_path)
    bow = [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]

    def change(features):
        features[0]["geometry"] = None
        features[1]["geometry"] = {"type": "Polygon", "coordinates": bow}
        features[2]["geometry"] = {"type": "Point", "coordinates": [0, 0]}

    reshaped(pack, "regions", change)
    assert faults(pack) == [
        "layers/regions.geojson (feature 1, AA-W): it has no geometry.",
        "layers/regions.geojson (feature 2, AA-E): its outline crosses itself: mend the geometry.",
        (
            "layers/regions.geojson (feature 3, BB-1): it is a Point; wanted is MultiPolygon or "
            "Polygon."
        ),
    ]


def test_columns_that_are_missing(tmp_path):
    pack = copy_of_toy(tmp_path)
    for layer, old in (("countries", '"code"'), ("power_stations", '"counts"')):
        path = pack / f"layers/{layer}.geojson"
        path.write_text(path.read_text().replace(old, '"other"'))
    assert faults(pack) == [
        "layers/countries.geojson: column code is missing.",
        "layers/power_stations.geojson: column counts is missing.",
    ]


@pytest.mark.parametrize(
    ("column", "value"),
    [("year", 1700), ("mw", 0), ("jurisdiction", "ZZ"), ("coordinate", "so-so")],
)
def test_cells_that_cannot_be(tmp_path, column, value):
    pack = copy_of_toy(tmp_path)
    reshaped(pack, "power_stations", lambda rows: rows[0]["properties"].update({column: value}))
    (fault,) = faults(pack)
    assert f"(feature 1, S1): its {column} is " in fault
    assert "which cannot be" in fault


def test_years_that_became_text_are_told(tmp_path):
    pack = copy_of_toy(tmp_path)
    reshaped(
        pack,
        "power_stations",
        lambda rows: [row["properties"].update({"year": "<NA>"}) for row in rows],
    )
    assert len(faults(pack)) == 6


def test_a_station_without_source_or_licence(tmp_path):
    pack = copy_of_toy(tmp_path)
    edit(pack / "layers/power_stations.geojson", '"licence": "CC0-1.0"', '"licence": ""')
    edit(pack / "layers/power_stations.geojson", '"source": "invented"', '"source": " "')
    assert faults(pack) == [
        "layers/power_stations.geojson (feature 1, S1): its source is empty.",
        "layers/power_stations.geojson (feature 1, S1): its licence is empty.",
    ]


def test_many_of_one_fault_are_counted(tmp_path):
    pack = copy_of_toy(tmp_path)

    def change(features):
        features[:] = [
            {**features[0], "properties": {**features[0]["properties"], "population": -number}}
            for number in range(1, 16)
        ]

    reshaped(pack, "places", change)
    told = faults(pack)
    assert len(told) == 11
    assert told[-1] == ("layers/places.geojson: 5 more features have the fault of feature 1, A.")


def test_an_empty_layer_and_a_damaged_one(tmp_path):
    pack = copy_of_toy(tmp_path)
    (pack / "layers/lakes.geojson").write_text("nothing")
    reshaped(pack, "disputed", lambda features: features.clear())
    told = faults(pack)
    assert "layers/lakes.geojson" in told[1]
    assert "is damaged" in told[1]
    assert "layers/disputed.geojson" in told[0]


def test_grids_that_are_wrong(tmp_path):
    pack = copy_of_toy(tmp_path)
    axis = np.arange(3.0)
    field = np.zeros((3, 3))
    field[1, 1] = np.inf
    np.savez(pack / "grids/climate.npz", lon=axis + 200, lat=axis[::-1], july_c=field,
             annual_c=field + 1)  # fmt: skip
    np.savez(pack / "grids/elevation.npz", lon=axis, lat=axis, elevation_m=np.full((3, 3), "high"))
    assert [str(fault) for fault in grid_faults(Pack(pack))] == [
        "grids/climate.npz: the array cell_elevation_m is missing.",
        "grids/climate.npz: lon is out of range (±180 degrees).",
        "grids/climate.npz: lat must be two or more ascending cell centres.",
        "grids/climate.npz: the array july_c holds an infinite number.",
        "grids/climate.npz: the array annual_c holds an infinite number.",
        "grids/elevation.npz: the array elevation_m holds no numbers.",
    ]
    (pack / "grids/climate.npz").write_bytes(b"nothing")
    assert "is damaged" in str(grid_faults(Pack(pack))[0])
