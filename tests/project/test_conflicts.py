from datetime import date

from siteselect.project.conflicts import conflicts
from tests.criteria.toy import central_asia, toy


def rows(pack, day):
    return {each.rows: each for each in conflicts(pack, day)}


def test_two_taxes_in_force_are_a_conflict_the_newer_one_first():
    found = rows(central_asia(), date(2023, 6, 15))
    conflict = found["R25", "R20"]
    assert conflict.jurisdiction == "KG"
    assert conflict.subject == "tax, % of the power bill incl. VAT and sales tax"
    assert conflict.text.startswith("10 % of the power bill")
    assert "15 % of the power bill" in conflict.text
    assert not any("R20" in each for each in rows(central_asia(), date(2024, 6, 15)))


def test_prices_that_differ_are_a_conflict():
    conflict = rows(central_asia(), date(2021, 8, 15))["T071", "T072"]
    assert conflict.subject == "supplier in KZ"
    assert "0.05 USD/kWh" in conflict.text
    assert "0.04 to 0.05 USD/kWh" in conflict.text


def test_the_fee_of_2026_is_told_as_not_known():
    conflict = rows(central_asia(), date(2026, 6, 1))["R16",]
    assert conflict.text.startswith("not known: ")
    assert "sources in conflict" in conflict.text


def test_rates_of_one_period_that_differ_are_a_conflict():
    conflict = rows(toy(), date(2021, 7, 1))["X5", "X6"]
    assert conflict.text.startswith("2 (X5")
    assert "2.2 (X6" in conflict.text


def test_conditions_that_hold_together_are_none():
    assert not any({"R03", "R09"} & set(each) for each in rows(central_asia(), date(2023, 5, 1)))
