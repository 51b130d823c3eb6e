from datetime import date
from math import isnan

import pytest

from siteselect.model.sites import Site
from siteselect.project.differences import differences
from tests.criteria.toy import WEST, central_asia, toy

BISHKEK = Site("Bishkek", "KG", 74.59, 42.87)
KARAGANDA = Site("Karaganda", "KZ", 73.10211, 49.80187)
HAMI = Site("Hami", "CN-XJ", 93.50601, 42.83393)
STORY = date(2021, 6, 2)


def found(site, before, after):
    return {each.subject: each for each in differences(central_asia(), site, before, after)}


def test_kyrgyzstan_before_and_after_its_mining_tariff_by_hand():
    differ = differences(central_asia(), BISHKEK, STORY, date(2022, 6, 1))
    assert [each.subject for each in differ] == ["law", "price", "exchange rate"]
    law, price, rate = differ  # the tax follows from the price: its rule is the same
    assert law.text.startswith("FAIL becomes CONDITIONAL: “Special tariff class for mining")
    assert price.text == "T001 (2.24 KGS/kWh) gives way to T003 (5.04 KGS/kWh)"
    assert price.change == pytest.approx((5.04 - 2.24) / 84.1 * 1000)
    assert rate.change == pytest.approx(2.24 * (1 / 84.1 - 1 / 84.6) * 1000)
    assert price.change + rate.change == pytest.approx((5.04 / 84.1 - 2.24 / 84.6) * 1000)


def test_a_tax_that_gives_way_to_another():
    tax = found(BISHKEK, date(2022, 6, 1), date(2024, 1, 15))["tax"]
    assert tax.rows == ("R20", "R25")
    assert tax.change < 0


def test_a_fee_that_begins():
    differ = found(KARAGANDA, STORY, date(2022, 6, 1))
    assert differ["mining fee"].change == pytest.approx(1 / 460.2 * 1000)
    assert differ["mining fee"].rows == ("F01",)
    assert differ["exchange rate"].change == pytest.approx(19 * (1 / 460.2 - 1 / 425.9) * 1000)
    assert "law" not in differ


def test_a_route_that_is_closed_gives_way():
    differ = found(KARAGANDA, date(2023, 6, 30), date(2023, 7, 1))
    assert differ["route"].text.startswith("supplier gives way to import: 103.0 USD/MWh (T023")
    assert differ["route"].change == pytest.approx((47 - 24.5) / 456.2 * 1000)
    assert "R11" in differ["law"].rows


def test_a_price_that_becomes_unknown_says_why():
    differ = differences(central_asia(), HAMI, date(2019, 6, 1), STORY)
    assert differ[0].text.startswith("UNKNOWN becomes CONDITIONAL")
    assert differ[1].text.startswith("the price is no longer known: Only the lower end")
    assert isnan(differ[1].change)


def test_nothing_differs_between_a_day_and_itself():
    assert differences(central_asia(), BISHKEK, STORY, STORY) == ()
    assert differences(toy(), WEST, date(2021, 7, 1), date(2021, 7, 2)) == ()


def test_a_price_that_only_changes_its_row_is_no_difference():
    differ = found(BISHKEK, date(2023, 4, 30), date(2023, 5, 1))  # T003 to T006, both 5.04
    assert "price" not in differ
