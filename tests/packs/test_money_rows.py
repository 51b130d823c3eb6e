from math import isnan

import pytest

from siteselect.errors import PackError
from siteselect.model.money import Cut
from siteselect.packs.catalogue import open_pack
from siteselect.packs.check import check_pack
from siteselect.packs.money_rows import money_rows
from tests.packs.making import TOY, copy_of_toy
from tests.packs.making_money import read_money, sound_money


@pytest.fixture(scope="module")
def shipped():
    return money_rows(open_pack("central-asia"))


def test_the_shipped_tables_are_read_whole(shipped):
    assert len(shipped.machines) == 27
    assert len(shipped.network) == 91
    assert len(shipped.costs) == 10
    assert {row.key for row in shipped.figures} >= {"machine", "building_usd_mw", "opex_usd_mwh"}
    assert [row.cut.jurisdiction for row in shipped.cuts] == ["KG", "KZ", "KZ"]


def test_a_row_of_the_catalogue_and_one_of_the_network(shipped):
    pro = next(row for row in shipped.machines if row.id == "A05")
    assert (pro.model, pro.th_s, pro.j_per_th) == ("Antminer S19 Pro", 110, 29.55)
    assert pro.available_from == "2020-05"
    assert pro.runs
    price_only = next(row for row in shipped.machines if row.id == "A26")
    assert not price_only.runs
    june = next(row for row in shipped.network if row.id == "N-2021-06")
    assert (june.btc_usd, june.fee_share, june.subsidy) == (35801.68, 0.0527, 6.25)
    lead = next(row for row in shipped.costs if row.id == "B04")
    assert isnan(lead.value)
    assert "50 weeks" in lead.told


def test_prices_by_hash_rate_become_prices_of_a_machine():
    header = "id,model,th_s,watts,j_per_th,price,price_unit"
    rows = sound_money("machines", f"{header}\nA,X,59,,45,45,USD per TH/s\nB,X,59,,45,900,")
    assert [row.usd for row in rows] == [45 * 59, 900]


def test_a_pack_without_tables_of_money_has_none():
    rows = money_rows(open_pack(TOY))
    assert rows.machines == rows.network == rows.figures == rows.cuts == ()


def test_a_figure_keeps_its_interval_and_its_source():
    (row,) = sound_money(
        "figures", "id,key,value,low,high,valid_from\nQ1,discount,0.15,0.1,,2020-01-01"
    )
    assert (row.figure.value, row.figure.low, row.figure.high) == (0.15, 0.1, None)
    assert row.figure.source == "Q1: a source"
    assert not row.figure.assumed


def test_a_cut_without_hours_is_the_whole_day():
    (row,) = sound_money(
        "cuts", "id,jurisdiction,first,last,valid_from\nU1,KG,12-01,02-28,2023-07-01"
    )
    assert row.cut == Cut("KG", "12-01", "02-28", 0, 24, 1.0, "U1: a source")


@pytest.mark.parametrize(
    ("table", "text", "words"),
    [
        ("machines", "id,model,price_unit\nA,X,EUR", "column price_unit holds 'EUR'"),
        ("network", "id,start,end,btc_usd\nN,2021-06-30,2021-06-01,1", "ends on 2021-06-01"),
        ("network", "id,start,end,btc_usd\nN,2021-06-01,2021-06-30,-1", "btc_usd is -1, below 0"),
        ("network", "id,start,end\nN,,2021-06-30", "column start is empty"),
        ("figures", "id,key,value,valid_from\nQ,luck,1,2020-01-01", "'luck', which is no figure"),
        ("figures", "id,key,value,valid_from\nQ,pool_fee,7,2020-01-01", "Fee of the pool is 7"),
        ("figures", "id,key,value,low,valid_from\nQ,months,48,50,2020-01-01", "must lie between"),
        ("figures", "id,key,valid_from\nQ,machine,2020-01-01", "column text is empty"),
        ("figures", "id,key,value\nQ,months,48", "column valid_from is empty"),
        ("cuts", "id,jurisdiction,first,last\nU,KG,12-40,02-28", "'12-40' is no day of the year"),
        ("cuts", "id,jurisdiction,first,last,share\nU,KG,12-01,02-28,3", "a share of 0 to 1"),
        ("move_and_build", "id,item,value\nB,,3", "column item is empty"),
    ],
)
def test_a_bad_row_is_told_with_its_reason(table, text, words):
    _, faults = read_money(table, text)
    assert any(words in str(fault) for fault in faults), [str(fault) for fault in faults]


def test_faults_of_money_are_found_by_the_check_and_refused_when_read(tmp_path):
    folder = copy_of_toy(tmp_path)
    (folder / "facts" / "cuts.csv").write_text(
        "id,jurisdiction,first,last,hour_from,hour_to,share,valid_from,valid_to,confidence,source\n"
        "U1,AA,12-01,99-99,,,,2020-01-01,,high,toy\n"
    )
    with (folder / "pack.toml").open("a") as manifest:
        manifest.write('\n[facts.cuts]\nfile = "facts/cuts.csv"\nsources = ["invented"]\n')
    told = [str(fault) for fault in check_pack(folder)]
    assert any("'99-99' is no day of the year" in text for text in told)
    with pytest.raises(PackError, match="99-99"):
        money_rows(open_pack(folder))


@pytest.mark.parametrize(
    ("table", "header", "rows", "told"),
    [
        (
            "figures",
            "id,key,jurisdiction,value,low,high,text,valid_from,confidence,source",
            ("Q1,discount,AA,0.1,,,,2020-01-01,high,toy",
             "Q2,discount,AA,0.2,,,,2020-01-01,high,toy"),
            "(Q2): it says the same thing as Q1 for 2020-01-01",
        ),
        (
            "network",
            "id,start,end,btc_usd,difficulty,fee_share,subsidy_btc,confidence,source",
            ("N1,2020-01-01,2020-01-31,9000,1e13,0,6.25,high,toy",
             "N2,2020-01-15,2020-02-15,9100,1e13,0,6.25,high,toy"),
            "(N2): it says the same thing as N1 for 2020-01-15 to 2020-01-31",
        ),
        (
            "cuts",
            "id,jurisdiction,first,last,hour_from,hour_to,share,valid_from,valid_to,confidence,source",
            ("U1,AA,12-01,02-28,0,24,1,2020-01-01,,high,toy",
             "U2,AA,12-01,02-28,0,24,0.5,2021-01-01,,high,toy"),
            "(U2): it says the same thing as U1 for 2021-01-01",
        ),
    ],
)  # fmt: skip
def test_one_figure_month_or_cut_is_not_told_twice_for_one_day(tmp_path, table, header, rows, told):
    folder = copy_of_toy(tmp_path)
    (folder / "facts" / f"{table}.csv").write_text("\n".join([header, *rows]) + "\n")
    with (folder / "pack.toml").open("a") as manifest:
        manifest.write(f'\n[facts.{table}]\nfile = "facts/{table}.csv"\nsources = ["invented"]\n')
    faults = [str(fault) for fault in check_pack(folder)]
    assert any(told in fault for fault in faults), faults
    one = "\n".join([header, rows[0], rows[1].replace("AA", "")]) + "\n"
    if table != "network":
        (folder / "facts" / f"{table}.csv").write_text(one)
        assert not any("same thing" in str(fault) for fault in check_pack(folder))
