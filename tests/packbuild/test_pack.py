"""The built pack itself: what the other rooms and the README rely on."""

import csv
from collections import Counter
from datetime import date

import geopandas as gpd
import numpy as np
import pytest
import shapely

from packbuild.__main__ import LARGEST, PACK
from packbuild.coverage import coverage_table
from siteselect.model.gate import Verdict
from siteselect.packs.catalogue import open_pack
from siteselect.packs.law import legal_status


@pytest.fixture(scope="module")
def layers() -> dict[str, gpd.GeoDataFrame]:
    return {path.stem: gpd.read_file(path) for path in sorted((PACK / "layers").glob("*.fgb"))}


def test_the_pack_is_small_enough():
    size = sum(path.stat().st_size for path in PACK.rglob("*") if path.is_file())
    assert size <= LARGEST / 2


@pytest.mark.parametrize("path", sorted((PACK / "facts").glob("*.csv")), ids=lambda path: path.stem)
def test_every_fact_has_its_own_id_a_source_and_a_confidence(path):
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    twice = [key for key, n in Counter(row["id"] for row in rows).items() if n > 1]
    assert not twice
    assert all(row["source"] for row in rows)
    assert {row["confidence"] for row in rows} <= {"high", "medium", "low"}


def test_regions_tile_their_countries(layers):
    countries, regions = layers["countries"], layers["regions"]
    assert countries["code"].tolist()[:3] == ["KZ", "KG", "CN"]
    assert countries["main"].sum() == 3
    assert shapely.coverage_is_valid(countries.geometry.to_numpy())
    assert shapely.coverage_is_valid(regions.geometry.to_numpy())
    for code in ("KZ", "KG"):
        whole = countries.geometry[countries["code"] == code].iloc[0]
        parts = regions.geometry[regions["jurisdiction"] == code].union_all()
        assert whole.symmetric_difference(parts).area == pytest.approx(0, abs=1e-9)


def test_baikonur_lies_in_kazakhstan_and_in_kyzylorda(layers):
    town = shapely.Point(63.305, 45.96)
    for layer, code in (("countries", "KZ"), ("regions", "KZ-KZY")):
        frame = layers[layer]
        assert frame["code"][frame.contains(town)].tolist() == [code]


def test_every_candidate_lies_in_a_region_of_its_own_jurisdiction(layers):
    with (PACK / "facts" / "candidates.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 37
    regions = layers["regions"]
    for row in rows:
        here = regions[regions.contains(shapely.Point(float(row["lon"]), float(row["lat"])))]
        assert here["jurisdiction"].tolist() == [row["jurisdiction"]], row["name"]


def test_coverage_is_what_the_manifest_says(layers):
    table = coverage_table(layers["power_stations"], PACK / "facts" / "indicators.csv")
    cents = {(row.jurisdiction, row.fuel, row.year): row.per_cent for row in table.itertuples()}
    assert cents["KZ", "all", 2021] == pytest.approx(94.4, abs=0.1)
    assert cents["KZ", "all", 2024] == pytest.approx(90.4, abs=0.1)
    assert cents["KG", "all", 2024] == pytest.approx(99.8, abs=0.1)
    assert cents["CN-XJ", "all", 2021] == pytest.approx(59.0, abs=0.1)


def test_heights_are_those_of_known_places_and_unknown_below_the_sea():
    with np.load(PACK / "grids" / "elevation.npz") as grid:
        lon, lat, height = grid["lon"], grid["lat"], grid["elevation_m"]

    def at(x: float, y: float) -> int:
        return int(height[np.abs(lat - y).argmin(), np.abs(lon - x).argmin()])

    assert at(77.2, 42.4) == pytest.approx(1606, abs=10)  # the level of Issyk-Kul
    assert at(76.9115, 43.2525) == pytest.approx(780, abs=60)  # the middle of Almaty
    assert at(51.88, 47.10) == -32768  # Atyrau, 22 m below the sea
    assert lon[-1] < 90
    assert lat[-1] < 50


def test_the_climate_is_in_celsius_and_its_cells_know_their_height():
    with np.load(PACK / "grids" / "climate.npz") as grid:
        lon, lat = grid["lon"], grid["lat"]
        here = np.abs(lat - 43.25).argmin(), np.abs(lon - 77.0).argmin()
        annual, july, cell = (
            float(grid[key][here]) for key in ("annual_c", "july_c", "cell_elevation_m")
        )
        north = float(grid["cell_elevation_m"][np.abs(lat - 53).argmin(), 0])
    assert annual == pytest.approx(5.8, abs=0.2)
    assert 15 < july < 22
    assert 900 < cell < 1400
    assert np.isnan(north)


LAW = [
    ("2019-06-01", "PASS", "UNKNOWN", "UNKNOWN"),
    ("2021-06-02", "CONDITIONAL", "FAIL", "CONDITIONAL"),
    ("2021-07-01", "CONDITIONAL", "FAIL", "FAIL"),
    ("2022-06-01", "CONDITIONAL", "CONDITIONAL", "FAIL"),
    ("2023-06-01", "CONDITIONAL", "CONDITIONAL", "FAIL"),
    ("2025-12-15", "CONDITIONAL", "FAIL", "FAIL"),
    ("2026-06-01", "CONDITIONAL", "FAIL", "FAIL"),
]


@pytest.mark.parametrize(("day", "kz", "kg", "xinjiang"), LAW, ids=[row[0] for row in LAW])
def test_the_law_of_each_day(day, kz, kg, xinjiang):
    facts = open_pack(PACK).facts
    found = [
        legal_status(facts, code, date.fromisoformat(day)).verdict for code in ("KZ", "KG", "CN-XJ")
    ]
    assert found == [Verdict[kz], Verdict[kg], Verdict[xinjiang]]
