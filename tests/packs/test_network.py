from datetime import date

import pytest

from siteselect.packs.catalogue import open_pack
from siteselect.packs.money_rows import money_rows
from siteselect.packs.network import network_on


@pytest.fixture(scope="module")
def rows():
    return money_rows(open_pack("central-asia")).network


def test_the_month_that_holds_the_day(rows):
    found = network_on(rows, date(2021, 6, 2))
    network = found.network
    assert (network.btc_usd.value, network.difficulty.value) == (35801.68, 20408892737090)
    assert (network.subsidy.value, network.fee_share.value) == (6.25, 0.0527)
    assert network.btc_usd.source.startswith("N-2021-06: ")
    assert found.notes == ()
    assert found.halved_on == date(2020, 6, 1)


def test_what_the_month_lacks_is_the_last_known_with_its_age(rows):
    found = network_on(rows, date(2022, 6, 1))
    assert found.network.fee_share.value == 0.01389
    assert found.notes == ("fee share of 2021-12, 152 days old",)
    later = network_on(rows, date(2026, 5, 15))
    assert later.network.btc_usd.value == 77976.01
    assert later.network.difficulty.value == 125.86e12
    assert [note.split(" of ")[0] for note in later.notes] == ["difficulty", "fee share"]


def test_a_single_day_serves_the_days_after_it(rows):
    found = network_on(rows, date(2026, 11, 20))
    assert found.network.btc_usd.value == 82826
    assert "BTC price of 2026-10-10, 41 days old" in found.notes


def test_nothing_later_than_the_day_is_read(rows):
    for day in (date(2019, 1, 1), date(2020, 3, 3), date(2024, 4, 30)):
        network = network_on(rows, day).network
        for figure in (network.btc_usd, network.difficulty, network.subsidy, network.fee_share):
            assert figure.source[2:9] <= f"{day:%Y-%m}"


def test_before_the_first_month_the_network_is_unknown(rows):
    found = network_on(rows, date(2018, 12, 31))
    assert found.network is None
    assert found.why_unknown == "The pack knows no BTC price of 2018-12-31 or before."


def test_no_halving_was_seen_before_2020_and_two_by_2025(rows):
    assert network_on(rows, date(2019, 6, 1)).halved_on is None
    assert network_on(rows, date(2025, 6, 1)).halved_on == date(2024, 5, 1)
