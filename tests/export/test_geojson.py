import json

import geopandas

from siteselect.export.geojson import make
from tests.export.making import made_report


def test_points_in_longitude_and_latitude_with_flat_properties():
    document = json.loads(make(made_report()))
    assert document["type"] == "FeatureCollection"
    assert document["stamp"]["pack"] == "toy@1"
    first = document["features"][0]
    assert first["geometry"] == {"type": "Point", "coordinates": [0.5, 0.0]}
    properties = first["properties"]
    assert properties["rank"] == 1
    assert properties["power_price"] == 40.0
    assert properties["power_price_unit"] == "USD/MWh"
    assert not any(isinstance(value, dict | list) for value in properties.values())


def test_a_map_program_reads_it(tmp_path):
    path = tmp_path / "sites.geojson"
    path.write_bytes(make(made_report()))
    frame = geopandas.read_file(path)
    assert len(frame) == 5
    assert frame.crs.to_epsg() == 4326
    assert frame["name"].tolist()[0] == "Alpha"
    assert frame["verdict"].tolist()[-1] == "FAIL"
    assert frame.geometry.iloc[3].x == -60.0


def test_same_input_same_bytes():
    assert make(made_report()) == make(made_report())
