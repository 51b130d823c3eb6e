from math import isnan, nan

import pytest

from siteselect.errors import StudyError
from siteselect.model.fleet import Fleet, Lot, Machine

S19 = Machine("S19 Pro", 110.0, 29.55, 2407.0, "catalogue")
M30 = Machine("M30S+", 100.0, 34.0, 1580.0, "catalogue")


def test_a_fleet_adds_up():
    fleet = Fleet((Lot(S19, 1000), Lot(M30, 500)), fills_load=False)
    assert fleet.machines == 1500
    assert fleet.ph_s == pytest.approx(160.0)
    assert fleet.it_mw == pytest.approx((1000 * 3250.5 + 500 * 3400) / 1e6)
    assert fleet.j_per_th == pytest.approx((110 * 29.55 + 50 * 34.0) / 160)
    assert fleet.usd == pytest.approx(1000 * 2407 + 500 * 1580)


def test_one_machine_without_a_price_makes_the_value_unknown():
    assert isnan(Fleet((Lot(S19, 10), Lot(Machine("S17", 56.0, 45.0), 1))).usd)


def test_a_counted_fleet_is_cut_down_to_the_load_and_never_grows():
    fleet = Fleet((Lot(S19, 1000),), fills_load=False)
    assert fleet.running(50.0, 1.05) == 1.0
    assert fleet.running(1.05 * fleet.it_mw / 2, 1.05) == pytest.approx(0.5)


def test_a_fleet_that_fills_the_load_takes_all_of_it():
    fleet = Fleet((Lot(S19, 2), Lot(M30, 1)))
    times = fleet.running(50.0, 1.05)
    assert times * fleet.it_mw * 1.05 == pytest.approx(50.0)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Machine("a", 0.0, 30.0),
        lambda: Machine("a", 100.0, nan),
        lambda: Machine("a", 100.0, 30.0, -1.0),
        lambda: Lot(S19, 0),
        lambda: Fleet(()),
    ],
)
def test_what_cannot_run_is_refused(make):
    with pytest.raises(StudyError, match="machine"):
        make()
