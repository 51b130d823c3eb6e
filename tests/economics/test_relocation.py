import numpy as np
import pytest

from siteselect.economics.relocation import containers, freight, relocation


def test_machines_fill_whole_containers():
    assert containers(np.array([1, 800, 801, np.nan]), 800)[:3].tolist() == [1, 1, 2]
    assert np.isnan(containers(np.nan, 800))


def test_freight_has_a_fixed_part_and_one_by_distance():
    assert float(freight(1480, 19, 1500, 2.0)) == 19 * (1500 + 2960)


def test_the_parts_of_a_move():
    moved = relocation(
        50_000, 2600, 2_000_000, packing_usd=8, insurance=0.01, duty=0.05, import_tax=0.12,
        breakage=0.02, downtime_days=12, revenue_a_day=30_000,
    )  # fmt: skip
    assert float(moved.freight) == 50_000
    assert float(moved.packing) == 20_800
    assert float(moved.insurance) == 20_000
    assert float(moved.duty) == pytest.approx(100_000 + 2_100_000 * 0.12)  # tax on value and duty
    assert float(moved.breakage) == 40_000
    assert float(moved.downtime) == 360_000
    assert float(moved.total) == pytest.approx(
        50_000 + 20_800 + 20_000 + 352_000 + 40_000 + 360_000
    )


def test_an_unknown_part_makes_the_whole_unknown_and_only_there():
    moved = relocation(np.array([1.0, np.nan]), 10, 100.0)
    assert moved.total[0] == 1.0
    assert np.isnan(moved.total[1])
