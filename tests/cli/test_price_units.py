from math import nan

import pytest

from siteselect.cli.price_units import decimals, span
from siteselect.economics.price_unit import Per, PriceUnit
from tests.cli.running import failed, run

CENTS, TENGE = PriceUnit(per=Per.CENTS), PriceUnit("KZT", Per.KWH, 425.9)


def test_decimals_follow_what_a_cent_is_worth_in_the_unit():
    assert decimals(CENTS) == 2
    assert decimals(PriceUnit()) == 1
    assert decimals(TENGE) == 2
    assert decimals(PriceUnit("CNY", Per.KWH, 6.4)) == 3
    assert decimals(PriceUnit("KZT", Per.MWH, 425.9)) == 0


def test_a_price_in_words():
    assert span(CENTS, 44.61, 42.26, 46.96) == "4.46 (4.23 to 4.70)"
    assert span(TENGE, 44.61, 44.61, 44.61) == "19.00"
    assert span(CENTS, nan, 20.0, nan) == "unknown, at least 2.00"
    assert span(CENTS, 20.0, 20.0, nan) == "at least 2.00"
    assert span(CENTS, nan, nan, nan) == "unknown"
    assert span(PriceUnit("RUB", Per.KWH, nan), 44.61, 40.0, 50.0) == "no rate of RUB"
    assert span(PriceUnit("RUB", Per.KWH, nan), nan, nan, nan) == "unknown"


@pytest.mark.parametrize(
    ("words", "unit", "price"),
    [
        (("--unit", "kWh", "--currency", "local"), "KZT/kWh", 33.97),
        (("--unit", "cents"), "US cents/kWh", 33.97 / 4.562),
        (("--unit", "mwh", "--currency", "kzt"), "KZT/MWh", 33970),
    ],
)
def test_a_price_in_the_unit_that_is_wanted(capsys, words, unit, price):
    told = run(capsys, "price", "--site", "Kostanay", "--as-of", "2023-11-15", "--json", *words)
    first = told.json["routes"][0]
    assert told.json["unit"] == unit
    assert first["value"] == pytest.approx(price, rel=1e-3)
    assert sum(part["value"] for part in first["parts"]) == pytest.approx(first["value"])


def test_a_missing_rate_is_said_and_nothing_is_guessed(capsys):
    words = ("price", "--site", "Kostanay", "--as-of", "2023-11-15", "--currency", "RUB")
    told = run(capsys, *words, "--json").json
    assert {each["value"] for each in told["routes"]} == {None}
    assert told["rate"]["told"].startswith("No exchange rate of RUB is known for 2023-11-15")
    shown = run(capsys, *words).out
    assert "No exchange rate of RUB is known for 2023-11-15" in shown
    assert "no rate of RUB" in shown


def test_a_money_that_no_land_of_the_pack_has(capsys):
    told = failed(capsys, "finance", "--currency", "EUR")
    assert "EUR is no money of the pack's lands: choose local, USD, KZT" in told


def test_finance_in_local_money_names_the_unit_of_each_site(capsys):
    words = ("finance", "--as-of", "2021-06-02", "--unit", "kWh", "--currency", "local")
    sites = {each["name"]: each for each in run(capsys, *words, "--json").json["sites"]}
    figure = sites["Karaganda"]["figures"]["price"]
    assert figure["unit"] == "KZT/kWh"
    assert figure["value"] == pytest.approx(19.0)
    assert sites["Karaganda"]["figures"]["npv"]["unit"] == "USD"
    assert sites["Rockdale (Texas)"]["figures"]["price"]["unit"] == "USD/kWh"
    shown = run(capsys, *words).out
    assert "425.9 KZT a US dollar" in shown
    assert "KZT/kWh" in shown
