from math import nan

from siteselect.economics.price_unit import CENTS, PLAIN, Per, PricesTold, PriceUnit
from siteselect.ui import price_words as words

TENGE = PriceUnit("KZT", Per.KWH, 425.9, "at 425.9 KZT a US dollar (annual average 2021)")
YUAN = PriceUnit("CNY", Per.KWH, 6.4)
LOST = PriceUnit("RUB", Per.KWH, nan, "No exchange rate of RUB is known for 2021-06-02.")
LOCAL = PricesTold(CENTS, {"KZ": TENGE, "RU-IRK": LOST})


def test_units_as_they_stand_beside_a_number():
    assert words.symbol(CENTS) == "¢/kWh"
    assert words.symbol(TENGE) == "KZT/kWh"
    assert (words.heading(PLAIN), words.heading(LOCAL)) == ("¢/kWh", "local/kWh")
    assert words.unit_words(LOCAL) == "local money per kWh, one scale"


def test_decimals_follow_the_worth_of_a_cent():
    assert [words.decimals(each) for each in (CENTS, PriceUnit(), TENGE, YUAN, LOST)] == [
        2, 1, 2, 3, 1,
    ]  # fmt: skip


def test_a_price_with_and_without_its_interval():
    assert words.price(CENTS, 44.61, 44.61, 44.61) == "4.46"
    assert words.price(CENTS, 44.61, 42.3, 46.9) == "4.2–4.7"
    assert words.whole_price(TENGE, 44.61, 44.61, 44.61) == "19.00 KZT/kWh"
    assert words.in_local(YUAN, 46.0, 46.0, 46.0) == "0.294 CNY"
    assert words.price(CENTS, 44.61, nan, nan) == "4.46"


def test_unknown_prices_and_unknown_rates_are_two_things():
    assert words.price(TENGE, nan, nan, nan) == "—"
    assert words.whole_price(CENTS, nan, 20.0, nan) == "unknown"
    assert words.whole_price(LOST, 44.61, 44.61, 44.61) == "no rate of RUB"
    assert words.in_local(LOST, 44.61, 44.61, 44.61) == "no rate of RUB"
    assert words.amount(LOST, nan) == "—"
