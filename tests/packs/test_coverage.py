import math

import pytest

from siteselect.packs.catalogue import open_pack
from siteselect.packs.coverage import capacity_in_brief, coverage_of
from siteselect.packs.pack import Pack
from tests.packs.making import TOY, copy_of_toy, edit


def test_counted_capacity_against_official_figures():
    """By hand: S1 + S2 + S3 + S5 = 400 + 60 + 150 + 50 = 660 MW of 825; S6 does not count."""
    capacity = coverage_of(Pack(TOY)).capacity
    lines = {(each.jurisdiction, each.fuel): each for each in capacity}
    whole = lines["AA", "all"]
    assert (whole.stations, whole.counted_mw, whole.official_mw) == (4, 660.0, 825.0)
    assert whole.share == pytest.approx(0.8)
    assert whole.source == "I8: toy bank"
    assert lines["BB", "all"].share == pytest.approx(0.9)
    assert lines["AA", "coal"].counted_mw == 400.0
    assert math.isnan(lines["AA", "coal"].share)
    assert [each.fuel for each in capacity if each.jurisdiction == "AA"] == [
        "all",
        "coal",
        "gas",
        "hydro",
        "solar",
    ]


def test_an_official_figure_of_one_fuel_and_of_two_years(tmp_path):
    copy = copy_of_toy(tmp_path)
    edit(copy / "facts/indicators.csv", ",source,note", ",source,note,detail")
    path = copy / "facts/indicators.csv"
    header, *rows = path.read_text().splitlines()
    rows = [f"{row}," for row in rows]
    rows.append("I10,installed_capacity_mw,AA,2021,100,MW,high,toy bank,,hydro")
    rows.append("I11,installed_capacity_mw,AA,2019,660,MW,high,toy bank,,")
    path.write_text("\n".join([header, *rows]) + "\n")
    found = [each for each in coverage_of(Pack(copy)).capacity if each.jurisdiction == "AA"]
    assert [(each.fuel, each.observed, each.share) for each in found[:2]] == [
        ("all", "2019", 1.0),
        ("all", "2021", 0.8),
    ]
    assert next(each for each in found if each.fuel == "hydro").share == 0.6


def test_rows_by_kind_and_year_and_the_newest_day():
    found = coverage_of(Pack(TOY))
    tables = {each.name: each for each in found.tables}
    assert found.reference == "toy@1"
    assert tables["tariffs"].rows == 9
    assert tables["tariffs"].kinds["supplier"] == 4
    assert tables["tariffs"].years == {2020: 2, 2021: 7}
    assert tables["tariffs"].newest == "2021-06-01"
    assert tables["rates"].newest == "2022-12-31"
    assert tables["indicators"].newest == "2022"
    assert tables["comparators"].newest == "fetched 2026-11-01"
    layers = {each.name: each for each in found.layers}
    assert layers["power_stations"].rows == 6
    assert layers["power_stations"].newest == "2022"
    assert layers["power_stations"].years == {2000: 2, 2010: 1, 2015: 1, 2022: 1}
    assert layers["regions"].kinds == {"AA": 2, "BB": 1}


def test_a_pack_without_stations_has_no_capacity(tmp_path):
    (tmp_path / "pack.toml").write_text(
        '[pack]\nformat=1\nname="a"\nversion="1"\ntitle="A"\nbounds=[0,0,1,1]\n'
    )
    found = coverage_of(Pack(tmp_path))
    assert found.capacity == found.tables == found.layers == ()


def test_the_shipped_pack_in_brief():
    told = capacity_in_brief(open_pack("central-asia"))
    assert told == "stations: KZ 90 %, KG 100 %, CN-XJ 59 % of official MW"


def test_a_pack_without_official_figures_says_nothing(tmp_path):
    pack = copy_of_toy(tmp_path)
    table = pack / "facts/indicators.csv"
    kept = [line for line in table.read_text().splitlines() if "installed_capacity_mw" not in line]
    table.write_text("\n".join(kept) + "\n")
    assert capacity_in_brief(open_pack(str(pack))) == ""
