from datetime import date

import pytest

from siteselect.economics.price_unit import LOCAL, PLAIN, Per
from siteselect.model.own_fact import OwnFact
from siteselect.packs.own_facts import lay_over
from siteselect.project.prices_told import currencies, prices_told
from tests.criteria.toy import central_asia

DAY = date(2021, 6, 2)


def test_without_a_choice_prices_are_us_cents():
    assert not PLAIN.local
    assert PLAIN.of("KZ").title == "US cents/kWh"
    assert PLAIN.of("KZ").of(44.61) == pytest.approx(4.461)
    assert (PLAIN.missing, PLAIN.rates) == ("", "")


def test_each_land_in_its_own_money_at_the_rate_of_the_day():
    told = prices_told(central_asia(), LOCAL, Per.CENTS, DAY)
    assert told.local
    assert told.of("KZ").title == "KZT/kWh"
    assert told.of("KZ").of(44.61) == pytest.approx(44.61 * 425.9 / 1000)
    assert told.of("KG").of(1000.0) == pytest.approx(84.6)
    assert told.of("CN-XJ").title == "CNY/kWh"
    assert told.of("US-TX").title == told.whole.title == "US cents/kWh"
    assert "425.9 KZT a US dollar" in told.rates


def test_one_money_for_all_per_mwh():
    told = prices_told(central_asia(), "KGS", Per.MWH, DAY)
    assert told.of("KZ") is told.of("") is told.whole
    assert told.whole.title == "KGS/MWh"
    assert told.whole.of(10.0) == pytest.approx(846)


def test_a_missing_rate_is_a_sentence_and_no_price():
    told = prices_told(central_asia(), "RUB", Per.KWH, DAY)
    assert told.missing.startswith("No exchange rate of RUB is known for 2021-06-02")
    assert told.whole.of(44.61) != told.whole.of(44.61)  # NaN
    assert told.rates == ""


def test_a_rate_that_the_user_typed_is_read():
    own = OwnFact.of("rates", {"id": "MY", "currency": "RUB", "units_per_usd": "73.5",
                               "start": "2021-06-01", "end": "2021-06-30"})  # fmt: skip
    told = prices_told(lay_over(central_asia(), (own,)), "RUB", Per.KWH, DAY)
    assert told.whole.of(100.0) == pytest.approx(7.35)


def test_the_money_of_the_packs_lands():
    assert currencies(central_asia()) == ("USD", "KZT", "KGS", "CNY", "CAD", "RUB")
