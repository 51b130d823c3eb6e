from datetime import date
from math import isnan

import pytest

from siteselect.errors import PackError
from siteselect.packs.catalogue import open_pack
from siteselect.packs.money_defaults import cuts_on, default_fleet, figure_on, machine_of
from siteselect.packs.money_rows import MoneyRows, money_rows
from tests.packs.making import TOY
from tests.packs.making_money import sound_money

FIGURES = sound_money(
    "figures",
    """id,key,jurisdiction,value,valid_from
    Q1,transformer_weeks,,50,2021-01-01
    Q2,transformer_weeks,,130,2024-01-01
    Q3,transformer_weeks,KZ,80,2022-01-01
    Q4,transformer_weeks,KZ,90,2025-01-01""",
)


@pytest.mark.parametrize(
    ("lineage", "day", "expected"),
    [
        (("KG",), "2021-06-02", 50),
        (("KG",), "2024-06-02", 130),
        (("KG",), "2019-06-01", 50),  # observed later
        (("KZ",), "2024-06-02", 80),
        (("KZ",), "2019-06-02", 80),
        (("KZ-X", "KZ"), "2026-06-02", 90),
    ],
)
def test_the_last_row_that_has_begun_speaks_its_own_place_first(lineage, day, expected):
    found = figure_on(FIGURES, "transformer_weeks", lineage, date.fromisoformat(day))
    assert found.value == expected


def test_a_figure_of_later_says_so():
    found = figure_on(FIGURES, "transformer_weeks", ("KG",), date(2019, 6, 1))
    assert found.source == "Q1: a source, observed later: 2021-01-01"


def test_a_figure_that_the_pack_lacks_is_none():
    assert figure_on(FIGURES, "discount", ("KZ",), date(2021, 6, 2)) is None


@pytest.fixture(scope="module")
def shipped():
    return money_rows(open_pack("central-asia"))


@pytest.mark.parametrize(
    ("place", "day", "seasons"),
    [
        ("KZ", "2021-06-02", []),
        ("KZ", "2022-06-01", ["01-24"]),
        ("KZ", "2023-06-01", []),
        ("KZ", "2024-06-01", ["01-15"]),
        ("KG", "2023-06-01", []),
        ("KG", "2024-06-01", ["12-01"]),
    ],
)
def test_the_calendar_of_cuts_on_the_days_that_matter(shipped, place, day, seasons):
    cuts = cuts_on(shipped.cuts, (place,), date.fromisoformat(day))
    assert [cut.first for cut in cuts] == seasons


@pytest.mark.parametrize(
    ("day", "model", "usd"),
    [("2019-01-15", "Antminer S17", None), ("2021-06-02", "Antminer S19 Pro", 2407),
     ("2023-06-01", "Antminer S21", None), ("2026-06-01", "Antminer S21 Pro", 4900)],
)  # fmt: skip
def test_the_machine_of_the_day_and_its_price_if_one_was_known(shipped, day, model, usd):
    fleet = default_fleet(shipped, date.fromisoformat(day))
    (lot,) = fleet.lots
    assert (lot.machine.model, lot.machine.usd) == (model, usd)
    assert fleet.fills_load
    assert isnan(fleet.usd) == (usd is None)


def test_a_price_by_hash_rate_is_turned_and_one_of_the_future_is_not_read(shipped):
    text = """id,model,th_s,j_per_th,price,price_unit,price_date
    A1,X,100,30,,,
    A2,X,,,20,USD per TH/s,2022-02
    A3,X,,,9999,USD per machine,2024"""
    rows = sound_money("machines", text)
    found = machine_of(rows[0], rows, date(2022, 6, 1))
    assert found.usd == 2000
    assert found.usd_source == "A2: a source, 2022-02"
    assert machine_of(rows[0], rows, date(2021, 6, 1)).usd is None


def test_a_machine_without_hash_rate_is_refused(shipped):
    row = next(each for each in shipped.machines if each.id == "A26")
    with pytest.raises(PackError, match="no hash rate and efficiency of CleanSpark"):
        machine_of(row, shipped.machines, date(2026, 1, 1))


def test_a_pack_without_figures_proposes_no_fleet_and_a_wrong_one_is_told(shipped):
    assert default_fleet(money_rows(open_pack(TOY)), date(2021, 6, 2)) is None
    wrong = sound_money("figures", "id,key,text,valid_from\nQ,machine,A99,2020-01-01")
    with pytest.raises(PackError, match="names the machine 'A99'"):
        default_fleet(MoneyRows(shipped.machines, (), (), wrong, ()), date(2021, 6, 2))
