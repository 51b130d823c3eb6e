"""The second pack: built by its script, sound, and honest about what it does not know."""

from datetime import date

import geopandas as gpd
import numpy as np
import pytest
import shapely

from packbuild.uz_tj import AREA, PACK, build_stations
from siteselect.cli.choices import evaluated
from siteselect.export import EXPORTERS
from siteselect.export.compose import make_report
from siteselect.model.gate import Verdict
from siteselect.packs.catalogue import open_pack
from siteselect.packs.check import check_pack
from siteselect.packs.coverage import coverage_of
from siteselect.project.new import new_study


@pytest.fixture(scope="module")
def judged():
    pack = open_pack(PACK)
    study = new_study("Second region", pack, date(2026, 6, 1))
    return pack, evaluated(study, pack)


def test_it_has_no_fault_and_is_small():
    assert check_pack(PACK) == ()
    size = sum(path.stat().st_size for path in PACK.rglob("*") if path.is_file())
    assert size < 2_000_000


def test_regions_tile_the_two_countries():
    countries, regions = (
        gpd.read_file(PACK / "layers" / f"{name}.fgb") for name in ("countries", "regions")
    )
    assert countries["code"][countries["main"]].tolist() == ["UZ", "TJ"]
    assert set(regions["code"]) == {code for code, _ in AREA.regions.values()}
    for code in ("UZ", "TJ"):
        whole = countries.geometry[countries["code"] == code].iloc[0]
        parts = regions.geometry[regions["jurisdiction"] == code].union_all()
        assert whole.symmetric_difference(parts).area == pytest.approx(0, abs=1e-9)


def test_the_stations_are_those_of_the_neighbours_table():
    regions = gpd.read_file(PACK / "layers" / "regions.fgb")
    stations = build_stations(regions)
    capacity = stations.groupby("jurisdiction")["mw"].sum()
    assert capacity["UZ"] == 12_640
    assert capacity["TJ"] == pytest.approx(5062.9)
    assert stations["id"].is_unique
    span = stations[stations["name"] == "Navoi"].iloc[0]
    assert span["year"] == 1963
    held = shapely.dwithin(
        regions.set_index("code").geometry.loc[stations["region"]].to_numpy(),
        stations.geometry.to_numpy(),
        0.2,
    )
    assert held.all()


def test_the_great_towns_bear_their_names_in_three_alphabets():
    towns = gpd.read_file(PACK / "layers" / "places.fgb").set_index("name")
    assert towns.loc["Bukhara", ["name_ru", "name_zh"]].tolist() == ["Бухара", "布哈拉"]
    assert towns.loc["Bishkek", "name_ru"] == "Бишкек"
    home = towns[towns["jurisdiction"].isin(["UZ", "TJ"]) & (towns["population"] >= 100_000)]
    assert (home["name_ru"] != "").all()
    assert not any(name.endswith(" Shahri") for name in towns.index)


def test_prices_and_law_are_unknown_and_each_says_why(judged):
    _, evaluation = judged
    price = evaluation.matrix.column("power_price")
    assert np.isnan(price.value).all()
    assert all(place.source for place in price.provenance)
    assert set(evaluation.verdicts) == {Verdict.UNKNOWN}
    assert all("No rule of the pack" in evaluation.reasons(row)[0] for row in range(12))


def test_what_needs_no_price_is_known(judged):
    _, evaluation = judged
    for key in ("station_distance", "capacity_50km", "july_temperature", "xinjiang_distance"):
        assert evaluation.matrix.column(key).known == 12, key
    assert (evaluation.ranks > 0).all()


def test_coverage_names_no_official_figure():
    lines = coverage_of(open_pack(PACK)).capacity
    assert {line.jurisdiction for line in lines} == {"UZ", "TJ"}
    assert all(np.isnan(line.official_mw) for line in lines)


def test_every_exporter_writes_it(judged):
    pack, evaluation = judged
    report = make_report(evaluation, pack, "Second region")
    for exporter in EXPORTERS.values():
        assert exporter.make(report)
