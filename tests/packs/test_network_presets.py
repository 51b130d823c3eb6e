import csv
from dataclasses import replace
from datetime import date

import pytest

from siteselect.model.figures import Figure
from siteselect.packs.catalogue import open_pack
from siteselect.packs.money_rows import money_rows
from siteselect.packs.network import network_on
from siteselect.packs.network_presets import chosen_network, from_table, network_presets


@pytest.fixture(scope="module")
def pack():
    return open_pack("central-asia")


@pytest.fixture(scope="module")
def presets(pack):
    return {each.name: each for each in network_presets(pack)}


def test_every_row_with_price_difficulty_and_subsidy_is_a_preset_as_written(pack, presets):
    text = pack.store.read(pack.manifest.facts["network"].file).decode()
    written = {
        row["id"].removeprefix("N-"): row
        for row in csv.DictReader(text.splitlines())
        if row["btc_usd"] and row["difficulty"] and row["subsidy_btc"]
    }
    assert len(presets) > 80
    assert set(presets) - set(written) == {"2026-10-10"}
    assert set(written) - set(presets) == {"2026-10"}
    for name in set(written) & set(presets):
        row, network = written[name], presets[name].network
        assert network.btc_usd.value == float(row["btc_usd"])
        assert network.difficulty.value == float(row["difficulty"])
        assert network.subsidy.value == float(row["subsidy_btc"])
        if row["fee_share"]:
            assert network.fee_share.value == float(row["fee_share"])


def test_the_source_names_the_month_and_its_row(presets):
    price = presets["2022-11"].network.btc_usd
    assert price.source.startswith("month 2022-11 of the pack's table, N-2022-11: ")
    assert from_table(price)
    day = presets["2026-10-10"].network.btc_usd
    assert day.source.startswith("day 2026-10-10 of the pack's table, N-2026-10: ")


def test_a_fee_share_that_the_month_lacks_is_the_last_known_and_says_so(presets):
    fees = presets["2022-11"].network.fee_share
    told = "month 2022-11 of the pack's table lacks it; the last known is N-2021-12: "
    assert fees.value == 0.01389
    assert fees.source.startswith(told)


def test_a_month_without_a_difficulty_of_its_own_is_not_offered(presets):
    assert "2026-03" not in presets
    assert list(presets) == sorted(presets)


def test_a_chosen_month_stands_before_its_own_next_halving(pack, presets):
    known = network_on(money_rows(pack).network, date(2026, 6, 1))
    chosen = presets["2021-11"].network
    found = chosen_network(pack, chosen, known)
    assert (found.halved_on, found.counted_from) == (date(2020, 6, 1), date(2021, 11, 1))
    tuned = replace(chosen, btc_usd=Figure(100_000, "yours"))
    assert chosen_network(pack, tuned, known).counted_from == date(2021, 11, 1)


def test_a_typed_subsidy_counts_from_the_as_of_day(pack, presets):
    known = network_on(money_rows(pack).network, date(2026, 6, 1))
    typed = replace(presets["2021-11"].network, subsidy=Figure(3.125, "yours"))
    found = chosen_network(pack, typed, known)
    assert (found.halved_on, found.counted_from) == (known.halved_on, None)
