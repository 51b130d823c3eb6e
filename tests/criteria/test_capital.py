from dataclasses import replace

import numpy as np
import pytest

from siteselect.model.money import Origin
from siteselect.model.sites import Offer, Site
from tests.criteria.toy import GAMMA, WEST
from tests.criteria.toy_money import money, reckoned
from tests.packs.make_toy import at

MOVE = {
    "freight_usd": 1500, "freight_usd_km": 2, "freight_far_usd": 9000, "detour": 1.5,
    "container_machines": 400, "packing_usd": 8, "insurance_share": 0.01, "duty_share": 0.05,
    "import_tax_share": 0.12, "breakage_share": 0.02, "days_to_move": 10,
}  # fmt: skip


def test_the_parts_of_a_move_by_hand():
    spent = reckoned([WEST], money(**MOVE)).spent
    assert spent.km[0] == pytest.approx(210 * 1.5, abs=0.01)
    assert spent.move.freight[0] == pytest.approx(3 * (1500 + 2 * 315), abs=0.1)  # 3 containers
    assert spent.move.packing[0] == 8000
    assert spent.move.duty[0] == pytest.approx(50_000 + 1_050_000 * 0.12)
    assert spent.move.downtime[0] == pytest.approx(50_000)
    assert spent.building[0] == 300_000
    assert spent.machines[0] == 0.0
    assert spent.total[0] == pytest.approx(300_000 + float(spent.move.total[0]))


def test_machines_count_when_they_are_bought():
    assert reckoned([WEST], money(buys_machines=True)).spent.machines[0] == pytest.approx(1e6)


def test_beyond_the_region_a_rate_for_the_sea_stands_in():
    spent = reckoned([GAMMA], money(**MOVE)).spent
    assert spent.move.freight[0] == 27_000
    assert spent.way_notes == ("by the rate beyond the region",)
    assert np.isfinite(spent.total[0])


def test_without_an_open_crossing_the_capital_is_unknown():
    found = reckoned([Site("Union", "UN", *at(90, 0))], money(**MOVE))
    assert np.isnan(found.spent.total[0])
    assert found.estimates["capital"].why[0].startswith("No crossing between The Union")


def test_a_line_is_priced_where_the_substation_is_known():
    near = replace(WEST, values=(("substation_distance", 10.0),))
    offered = replace(near, name="35 kV", offer=Offer(voltage_kv=35))
    odd = replace(near, name="6 kV", offer=Offer(voltage_kv=6))
    chosen = money(line_10_usd_km=60_000, line_35_usd_km=110_000, bay_usd_mw=30_000)
    spent = reckoned([WEST, replace(near, name="near"), offered, odd], chosen).spent
    assert spent.line.tolist() == [0.0, 690_000.0, 1_190_000.0, 690_000.0]
    assert spent.line_notes[0].endswith("a line is in the building's price")
    assert spent.line_notes[1] == (
        "10.0 km of line of 10 kV, the lowest that carries the load; the voltage of the substation "
        "is not known"
    )
    assert spent.line_notes[2] == "10.0 km of line of 35 kV, the voltage offered"


def test_a_load_beyond_every_line_is_told():
    near = replace(WEST, values=(("substation_distance", 10.0),))
    found = reckoned([near], load=900.0)
    assert found.estimates["capital"].why == ("No line is priced that carries so large a load.",)


def test_the_place_of_the_machines_lengthens_the_way():
    spent = reckoned([WEST], money(**MOVE, origin=Origin("Yard", *at(410, 0)))).spent
    assert spent.km[0] == pytest.approx(320 * 1.5, abs=0.01)
