from datetime import date
from math import isnan

import pytest

from siteselect.criteria._charges import charges_on, fee_words, in_dollars, rate_words
from siteselect.economics.amount import Amount
from siteselect.model.fact import Confidence
from tests.criteria.toy import central_asia, toy


def test_steps_come_in_dollars_at_the_rate_of_the_day():
    charges = charges_on(toy().facts, "AA", date(2022, 6, 2))
    assert [step.price_to for step in charges.steps] == pytest.approx([20.0, 30.0, float("inf")])
    assert charges.steps[0].fee == pytest.approx(15.0)
    assert isnan(charges.steps[1].fee)


def test_a_fee_without_a_rate_cannot_be_turned():
    charges = charges_on(toy().facts, "AA", date(2020, 6, 2))
    assert charges.steps == ()  # there is no fee yet
    assert charges.missing_rate == ""


def test_taxes_of_the_land():
    charges = charges_on(toy().facts, "AA", date(2021, 6, 2))
    assert charges.vat == pytest.approx(0.10)
    assert charges.tax == Amount.exactly(0.0)
    assert charges_on(central_asia().facts, "KZ", date(2026, 6, 1)).vat == pytest.approx(0.16)


def test_the_newer_of_two_taxes_leads_and_the_older_widens():
    charges = charges_on(central_asia().facts, "KG", date(2023, 6, 15))
    assert (charges.tax.value, charges.tax.high) == (pytest.approx(0.10), pytest.approx(0.15))
    assert charges_on(central_asia().facts, "KG", date(2025, 6, 15)).tax == Amount.exactly(0.10)


def test_announced_taxes_are_never_charged():
    assert charges_on(central_asia().facts, "KZ", date(2021, 6, 2)).tax == Amount.exactly(0.0)


def test_the_rule_that_closes_the_routes():
    facts = central_asia().facts
    assert charges_on(facts, "KZ", date(2023, 6, 30)).auction is None
    assert charges_on(facts, "KZ", date(2023, 7, 1)).auction.id == "R11"


def test_words_on_the_fee_name_the_steps_that_the_price_touches():
    charges = charges_on(central_asia().facts, "KZ", date(2023, 3, 1))
    factor = 1000 / 456.2
    note, source, trust = fee_words(charges, Amount.between(18.0, 20.0).times(factor))
    assert "step not seen" in note
    assert "F06-18" in source
    assert trust is Confidence.LOW
    note, source, trust = fee_words(charges, Amount.exactly(32.97 * factor))
    assert (note, trust) == ("", Confidence.HIGH)
    assert source.startswith("F07:")


def test_dollars_need_no_rate():
    amount, rate = in_dollars(toy().facts, Amount.exactly(0.05), "USD", date(1999, 1, 1))
    assert amount.value == pytest.approx(50.0)
    assert rate_words(rate) == ""


def test_an_unknown_currency_has_no_rate():
    assert in_dollars(toy().facts, Amount.exactly(1.0), "XYZ", date(2021, 6, 2)) is None


def test_the_fee_goes_by_the_case():
    facts = central_asia().facts
    factor = 1000 / 456.2
    fees = {
        case: charges_on(facts, "KZ", date(2023, 11, 15), case).steps[0].fee
        for case in ("own plant", "own renewable")
    }
    assert fees == {
        "own plant": pytest.approx(10 * factor),
        "own renewable": pytest.approx(factor),
    }


def test_a_case_without_a_step_is_unknown_while_power_bought_bears_a_fee():
    charges = charges_on(central_asia().facts, "KZ", date(2026, 6, 1), "own plant")
    assert isnan(charges.steps[0].fee)
    assert "own plant" in charges.fee_rows[0].note
    assert charges_on(central_asia().facts, "KZ", date(2021, 6, 2), "own plant").steps == ()
