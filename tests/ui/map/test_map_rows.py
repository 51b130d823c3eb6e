from types import SimpleNamespace

import numpy as np

from siteselect.language import speaking
from siteselect.packs.layer_form import FORMS
from siteselect.ui.map.map_rows import (
    Crossing,
    Place,
    airport_of,
    crossing_of,
    place_of,
    station_of,
    text_of,
)
from tests.ui.map.small_pack import make_data


def station(**values):
    row = {
        "name": "A",
        "fuel": "Coal",
        "technology": None,
        "mw": 12,
        "year": np.nan,
        "status": "",
        "coordinate": "as given",
        "source": "list",
    }
    return station_of(SimpleNamespace(**(row | values)))


def test_a_year_may_come_as_number_or_text_or_not_at_all():
    years = [station(year=year).year for year in (1980, "1980", 1980.0, np.int64(1980))]
    assert years == [1980] * 4
    assert [station(year=year).year for year in (None, np.nan, "", "<NA>")] == [None] * 4


def test_fuels_without_a_symbol_are_other():
    assert station().fuel == "coal"
    assert station(fuel="oil").fuel == "other"
    assert station(fuel="oil").technology == "oil"
    assert station(coordinate="placeholder").suspect


def test_a_town_of_unknown_size_is_of_unknown_size():
    row = SimpleNamespace(name="B", population=np.nan, jurisdiction="KZ")
    assert place_of({"KZ"}, row).population is None
    assert place_of({"KG"}, row).abroad
    assert text_of(np.nan) == ""


def test_crossings_are_open_or_closed_on_a_day():
    gate, hill = make_data().crossings.rows
    assert gate.is_open("2021-06-02") is False
    assert gate.is_open("2019-06-01") is None
    assert hill.is_open("2021-06-02") is True
    assert hill.is_open("1990-01-01") is False
    assert (gate.ways, hill.ways) == ("road", "road")
    again = Crossing("a", "KZ-CN", "", "2023-05-01", "2020-12-31", "")
    assert again.is_open("2022-01-01") is False
    assert again.is_open("2024-01-01") is True


def test_a_town_bears_the_name_that_the_reader_can_read():
    town = Place("Almaty", 2_000_000, abroad=False, russian="Алматы", chinese="阿拉木图")
    with speaking("zh_CN"):
        assert town.told == "阿拉木图"
    with speaking("kk"):
        assert town.told == "Алматы"
    assert town.told == "Almaty"


def test_the_columns_that_a_pack_must_have_suffice():
    def bare(layer, **values):
        return SimpleNamespace(**(dict.fromkeys(FORMS[layer].columns, "") | values))

    assert station_of(bare("power_stations", fuel="gas", mw=3.0)).technology == "gas"
    assert place_of(set(), bare("places", name="B")).russian == ""
    assert np.isnan(airport_of(bare("airports")).elevation_m)
    crossing = crossing_of(bare("border_crossings", opened="2020-01-01"))
    assert (crossing.ways, crossing.status) == ("", "")
