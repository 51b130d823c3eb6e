from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from siteselect.criteria._terms import GIVEN, cooling, fleet_of, hours, terms
from siteselect.criteria.july_temperature import MEASURE as JULY
from siteselect.errors import StudyError
from siteselect.model.figures import FIGURES, Figure
from siteselect.model.fleet import Fleet, Lot, Machine
from siteselect.model.money import Cut, Money
from siteselect.model.sites import Site, Sites
from siteselect.model.study import Context
from siteselect.progress import silent
from tests.criteria.toy import DAY, GAMMA, SITES, WEST, central_asia, toy
from tests.criteria.toy_money import money

KZ = Site("Almaty", "KZ", 76.95, 43.25)
KG = Site("Bishkek", "KG", 74.59, 42.87)
PAIR = Sites((KZ, KG))


def test_a_figure_is_read_from_the_site_the_study_the_pack_and_the_program_in_that_order():
    pack, day = central_asia(), date(2026, 6, 1)
    own = replace(KZ, name="Own", values=(("import_tax_share", 0.0), ("noise", 3.0)))
    chosen = Money().with_figure("opex_usd_mwh", Figure(7.0, "yours"))
    found = terms(Sites((own, KZ, KG)), pack, chosen, day)
    assert found.column("import_tax_share").tolist() == [0.0, 0.16, 0.12]
    assert found.by_site[0]["import_tax_share"].source == GIVEN
    assert found.by_site[1]["import_tax_share"].source.startswith("Q18: R18")
    assert found.by_site[2]["import_tax_share"] == FIGURES["import_tax_share"].default
    assert found.column("opex_usd_mwh").tolist() == [7.0] * 3
    assert found.whole["building_usd_mw"].value == 430_000
    assert found.whole["loan_share"].assumed


def test_a_figure_typed_with_a_site_is_checked():
    wrong = replace(WEST, values=(("pool_fee", 7.0),))
    with pytest.raises(StudyError, match="Fee of the pool is 7"):
        terms(Sites((wrong,)), toy(), Money(), DAY)


def test_machines_without_a_price_are_valued_by_hash_rate():
    bare = Fleet((Lot(Machine("X", 100.0, 30.0), 2), Lot(Machine("Y", 50.0, 30.0, 700.0), 1)))
    found = fleet_of(toy(), Money(fleet=bare), DAY, Figure(20.0, "Q5: a shop"))
    assert found.usd == pytest.approx(2 * 2000 + 700)
    assert found.lots[0].machine.usd_source == "20 USD/TH/s; Q5: a shop"
    assert fleet_of(toy(), Money(), DAY, Figure(20.0)) is None
    assert fleet_of(central_asia(), Money(), date(2021, 6, 2), Figure(20.0)).lots[0].count == 1


def test_cooling_grows_with_july_and_is_assumed_where_the_climate_is_not_known():
    july = JULY.measure(SITES, toy(), Context(DAY), silent)
    own = terms(SITES, toy(), money(pue_base=1.04, pue_per_degree=0.01, pue_from_c=21), DAY)
    pue, notes = cooling(SITES, july, own)
    assert pue[0] == pytest.approx(1.04)  # 20.8 °C: below the threshold
    assert pue[1] == pytest.approx(1.04 + 0.01 * (july.value[1] - 21))
    assert pue[3] == 1.0
    assert notes[3].startswith("the climate is not known")
    typed = Sites((replace(GAMMA, values=(("pue", 1.3),)),))
    july = JULY.measure(typed, toy(), Context(DAY), silent)
    assert cooling(typed, july, terms(typed, toy(), money(), DAY)) == (
        pytest.approx([1.3]),
        (GIVEN,),
    )


def test_hours_follow_the_calendar_of_the_pack():
    own = terms(PAIR, central_asia(), money(), date(2024, 6, 1))
    table, notes = hours(PAIR, central_asia(), Money(), date(2024, 6, 1), own, 12)
    assert table.shape == (2, 12)
    assert table[1].tolist() == [1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1]  # from June on
    assert table[0][7:9] == pytest.approx([1 - 17 / 31, 0.0])
    assert "cut from 12-01 to 02-28 (U01: R26" in notes[1]


def test_cuts_of_the_study_take_the_place_of_the_packs():
    cut = Cut("KZ", "01-01", "12-31", 18, 6, 0.5)
    own = terms(PAIR, central_asia(), money(planned_outage=0.02), date(2024, 1, 1))
    day = date(2024, 1, 1)
    table, notes = hours(PAIR, central_asia(), Money(cuts=(cut,)), day, own, 2)
    assert table[0] == pytest.approx([0.75 - 0.02] * 2)
    assert table[1] == pytest.approx([0.98] * 2)
    assert notes == (
        "50 % cut from 01-01 to 12-31, 18-6 h (assumption)",
        "no cuts are counted with",
    )


def test_a_quota_takes_its_part_of_the_hours():
    own = terms(PAIR, central_asia(), money(quota_share=0.29), date(2021, 6, 2))
    table, _ = hours(PAIR, central_asia(), Money(), date(2021, 6, 2), own, 3)
    assert np.unique(table) == pytest.approx([0.29])
