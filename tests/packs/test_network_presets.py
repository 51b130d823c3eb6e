import csv

import pytest

from siteselect.packs.catalogue import open_pack
from siteselect.packs.network_presets import from_table, network_presets


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
