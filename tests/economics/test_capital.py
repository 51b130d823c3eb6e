import numpy as np
import pytest

from siteselect.economics.capital import (
    LineClass,
    capital_recovery_factor,
    connection_cost,
    loan_payment,
    voltage_for,
)

CLASSES = (
    LineClass(110, 120, 200_000, 30_000),
    LineClass(10, 8, 60_000),
    LineClass(35, 25, 110_000, 20_000),
)


@pytest.mark.parametrize(("rate", "years"), [(0.1, 10), (0.15, 4), (0.03, 30)])
def test_payments_of_the_recovery_factor_are_worth_the_capital(rate, years):
    factor = float(capital_recovery_factor(rate, years))
    assert sum(factor / (1 + rate) ** year for year in range(1, years + 1)) == pytest.approx(1)


def test_without_interest_capital_is_spread_evenly():
    assert capital_recovery_factor([0.0, 0.1], 4).tolist() == [0.25, pytest.approx(0.315471)]


@pytest.mark.parametrize(("load", "kv"), [(5, 10), (8, 10), (8.1, 35), (50, 110)])
def test_the_lowest_voltage_that_carries_the_load(load, kv):
    assert voltage_for(load, CLASSES).kv == kv


def test_a_load_beyond_every_voltage_has_no_price():
    assert voltage_for(500, CLASSES) is None
    assert np.isnan(connection_cost(5.0, 500, CLASSES))
    assert np.isnan(connection_cost(5.0, 5, CLASSES, kv=220)).all()


def test_a_line_costs_by_distance_and_voltage():
    assert float(connection_cost(12.0, 50, CLASSES)) == 12 * 200_000 + 50 * 30_000
    assert float(connection_cost(12.0, 5, CLASSES, kv=35)) == 12 * 110_000 + 5 * 20_000
    found = connection_cost(np.array([1.0, np.nan]), 5, CLASSES)
    assert found[0] == 60_000
    assert np.isnan(found[1])


def test_a_loan_is_paid_back_by_its_payments():
    payment = float(loan_payment(1e6, 0.12, 36))
    rest = 1e6
    for _ in range(36):
        rest = rest * 1.01 - payment
    assert rest == pytest.approx(0, abs=1e-4)
    assert float(loan_payment(1200, 0.0, 12)) == 100
