from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siteselect.economics.amount import Amount
from siteselect.economics.tariff import (
    Step,
    all_in,
    fee_at,
    usd_per_mwh,
    with_fee,
    with_vat,
    without_vat,
)

FEE_2023 = (Step(price_to=1, fee=25), Step(1, 24), Step(price_from=24, fee=1))
BOUNDED = (Step(price_to=1, fee=25), Step(1, 24, fee=1, fee_high=24), Step(price_from=24, fee=1))


def cents(stack, rate):
    return stack.times(usd_per_mwh(rate)).total.value / 10


@pytest.mark.parametrize(
    ("energy", "steps", "tax", "rate", "expected"),
    [
        (32.97, FEE_2023, 0.0, 456.2, 7.45),  # Kostanay, November 2023
        (30.08, FEE_2023, 0.0, 469.0, 6.63),  # Almaty, December 2024: 31.08 with the fee
        (5.04, (), 0.0, 84.6, 5.96),  # Kyrgyzstan, November 2021
        (5.04, (), 0.15, 84.6, 6.85),
        (6.06, (), 0.0, 87.2, 6.95),  # Kyrgyzstan, June 2025
        (6.06, (), 0.10, 87.2, 7.64),
    ],
)
def test_prices_worked_by_hand(energy, steps, tax, rate, expected):
    stack = all_in(Amount.exactly(energy), steps=steps, tax_share=Amount.exactly(tax))
    assert round(cents(stack, rate), 2) == expected
    assert stack.total.certain


def test_value_added_tax_falls_on_energy_and_not_on_the_fee():
    stack = all_in(Amount.exactly(32.97), steps=FEE_2023)
    assert stack.total.value == pytest.approx(33.97)
    assert with_vat(stack, 0.12).value == pytest.approx(32.97 * 1.12 + 1.0)
    assert round(with_vat(stack, 0.12).times(usd_per_mwh(456.2)).value / 10, 2) == 8.31


def test_value_added_tax_is_taken_out():
    assert without_vat(Amount.exactly(36.93), 0.12).value == pytest.approx(32.97, abs=0.005)


@pytest.mark.parametrize(("price", "fee"), [(0.99, 25.0), (24.0, 1.0), (100.0, 1.0), (0.0, 25.0)])
def test_the_steps_seen(price, fee):
    assert fee_at(price, FEE_2023) == Amount.exactly(fee)


def test_an_unseen_step_is_unknown_and_no_straight_line():
    fee, total = with_fee(Amount.exactly(18.0), FEE_2023)
    assert isnan(fee.value)
    assert (fee.low, total.low) == (0.0, 18.0)
    assert isnan(total.value)
    assert isnan(total.high)


def test_an_unseen_step_with_a_sourced_interval_widens_the_price():
    fee, total = with_fee(Amount.exactly(18.0), BOUNDED)
    assert (fee.low, fee.high) == (1.0, 24.0)
    assert (total.value, total.low, total.high) == (18.0 + 12.5, 19.0, 42.0)


def test_a_price_across_two_steps_takes_both():
    fee, total = with_fee(Amount.between(23.0, 26.0), BOUNDED)
    assert (fee.value, fee.low, fee.high) == (1.0, 1.0, 24.0)
    assert total.value == 25.5
    assert (total.low, total.high) == (24.0, 48.0)


def test_a_price_across_an_unseen_step_has_a_known_value_only_where_its_own_step_is_seen():
    fee, total = with_fee(Amount.between(23.0, 26.0), FEE_2023)
    assert isnan(total.value)
    assert total.low == 23.0
    assert isnan(total.high)
    assert isnan(fee.value)


def test_a_price_beyond_every_step_is_unknown():
    fee, total = with_fee(Amount.exactly(5.0), [Step(price_from=24, fee=1)])
    assert isnan(fee.value)
    assert total.low == 5.0


def test_an_unknown_price_keeps_its_floor():
    fee, total = with_fee(Amount.at_least(8.6), [Step(fee=1)])
    assert (fee.low, total.low) == (0.0, 9.6)
    assert isnan(total.value)
    assert isnan(total.high)


def test_no_steps_mean_no_fee():
    fee, total = with_fee(Amount.between(2.0, 3.0), ())
    assert fee == Amount.exactly(0.0)
    assert total == Amount.between(2.0, 3.0)


def test_taxes_in_conflict_give_an_interval():
    share = Amount(0.10, 0.10, 0.15)
    stack = all_in(Amount.exactly(5.04), tax_share=share)
    assert stack.total.value == pytest.approx(5.04 * 1.10)
    assert stack.total.high == pytest.approx(5.04 * 1.15)


def test_grid_counts_before_the_fee_is_read():
    stack = all_in(Amount.exactly(20.0), Amount.exactly(4.0), FEE_2023)
    assert stack.fee == Amount.exactly(1.0)
    assert stack.total == Amount.exactly(25.0)


@given(
    low=st.floats(0, 60),
    width=st.floats(0, 20),
    share=st.floats(0, 0.5),
    at=st.floats(0, 1),
)
def test_every_price_within_the_interval_costs_a_total_within_the_interval(low, width, share, at):
    price = Amount.between(low, low + width)
    tax = Amount.exactly(share)
    whole = all_in(price, steps=BOUNDED, tax_share=tax).total
    one = all_in(Amount.exactly(low + at * width), steps=BOUNDED, tax_share=tax).total
    assert whole.low - 1e-9 <= one.low
    assert one.high <= whole.high + 1e-9


@given(st.floats(0, 200), st.floats(0, 50), st.sampled_from([(), FEE_2023, BOUNDED]))
def test_a_fee_is_never_negative_and_never_lowers_a_price(low, width, steps):
    fee, total = with_fee(Amount.between(low, low + width), steps)
    assert fee.low >= 0.0
    assert isnan(fee.value) or fee.value >= 0.0
    assert total.low >= low
    assert isnan(total.value) or total.low <= total.value <= total.high
