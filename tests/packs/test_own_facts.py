from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from siteselect.errors import StudyError
from siteselect.model.fact import Confidence
from siteselect.model.gate import Verdict
from siteselect.model.own_fact import FactTable, OwnFact
from siteselect.packs.catalogue import open_pack
from siteselect.packs.law import legal_status
from siteselect.packs.own_facts import SOURCE, columns_of, lay_over, own_fact_faults, pack_row
from siteselect.packs.prices import fees_on
from siteselect.packs.rates import rate_on
from siteselect.packs.rows import Route
from tests.packs.making import TOY

DAY = date(2021, 7, 1)
TARIFF = {
    "id": "U1",
    "jurisdiction": "AA",
    "region": "AA-W",
    "route": "supplier",
    "component": "delivered price",
    "price": "0.42",
    "currency": "AAD",
    "valid_from": "2021-03-01",
    "valid_to": "2021-12-31",
}


@cache
def toy():
    return open_pack(TOY)


def own(table="tariffs", **cells):
    return OwnFact.of(table, {**(TARIFF if table == "tariffs" else {}), **cells})


def told(*facts):
    return [str(fault) for fault in own_fact_faults(toy(), facts)]


def test_a_row_is_added_and_marked_and_the_pack_stays_as_it_was():
    laid = lay_over(toy(), (own(),))
    row = next(each for each in laid.facts.tariffs_of("AA", Route.SUPPLIER) if each.id == "U1")
    assert (row.price, row.confidence) == (0.42, Confidence.USER)
    assert row.source.text == SOURCE
    assert len(laid.facts.tariffs) == len(toy().facts.tariffs) + 1
    assert not any(each.id == "U1" for each in toy().facts.tariffs)
    assert laid.layer("regions") is toy().layer("regions")
    assert (laid.digest, laid.base) == (toy().digest, toy())


def test_a_row_with_the_id_of_the_packs_corrects_the_cells_given():
    laid = lay_over(toy(), (OwnFact.of("tariffs", {"id": "T1", "price": "0.55"}),))
    row = next(each for each in laid.facts.tariffs if each.id == "T1")
    pack = next(each for each in toy().facts.tariffs if each.id == "T1")
    assert row.price == 0.55
    assert (
        row.source.text == f"{SOURCE}; it corrects the pack's row, which has it from toy gazette 1"
    )
    restored = replace(row, price=0.5, confidence=pack.confidence, source=pack.source)
    assert repr(restored) == repr(pack)  # NaN equals nothing, its own kind in later Pythons too
    assert len(laid.facts.tariffs) == len(toy().facts.tariffs)


def test_a_step_of_the_fee_that_was_not_seen_can_be_typed():
    laid = lay_over(toy(), (OwnFact.of("mining_fee", {"id": "F2", "fee": "0.1"}),))
    steps = {step.id: step.fee for step in fees_on(laid.facts, "AA", date(2022, 6, 2))}
    assert steps == {"F1": 0.3, "F2": 0.1, "F3": 0.05}


def test_an_own_rate_beats_a_narrower_one_of_the_pack():
    cells = {"id": "U9", "currency": "AAD", "units_per_usd": "11",
             "start": "2021-01-01", "end": "2021-12-31"}  # fmt: skip
    laid = lay_over(toy(), (OwnFact.of("rates", cells),))
    assert rate_on(toy().facts, "AAD", date(2021, 6, 2)).units_per_usd == 12.0
    assert rate_on(laid.facts, "AAD", date(2021, 6, 2)).units_per_usd == 11.0


def test_an_own_rule_speaks_in_the_law():
    rule = own(
        "rules", id="U5", jurisdiction="AA", kind="status", status="in force", effect="fail",
        valid_from="2021-06-10", text="No more mining",
    )  # fmt: skip
    assert legal_status(toy().facts, "AA", DAY).verdict is Verdict.CONDITIONAL
    status = legal_status(lay_over(toy(), (rule,)).facts, "AA", DAY)
    assert status.verdict is Verdict.FAIL
    assert "No more mining" in status.text


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"price": "-3"}, "Your tariffs, line 1 (U1): column price is -3, below 0."),
        ({"currency": "XYZ"}, "the currency 'XYZ' belongs to no jurisdiction of the pack."),
        ({"valid_to": "2020-12-31"}, "it ends on 2020-12-31, before it starts on 2021-03-01."),
        ({"jurisdiction": "ZZ"}, "the jurisdiction 'ZZ' is not in pack.toml."),
        ({"region": "AA-X"}, "the region 'AA-X' has no polygon in the layer of regions."),
        ({"price": "cheap"}, "column price holds 'cheap', which is not a number."),
        ({"colour": "red"}, "there is no column 'colour'"),
        ({"price": ""}, "column price is empty."),
    ],
)
def test_a_bad_row_is_refused_with_its_row_and_reason(cells, reason):
    found = told(own(**cells))
    assert len(found) == 1
    assert reason in found[0]
    with pytest.raises(StudyError, match=r"\(U1\)"):
        lay_over(toy(), (own(**cells),))


def test_rows_of_one_series_may_not_hold_on_one_day():
    (found,) = told(own(), own(id="U2", price="0.4", valid_from="2021-06-01"))
    assert found.startswith(
        "Your tariffs, line 2 (U2): it says the same thing as U1 for 2021-06-01"
    )
    assert found.endswith("to 2021-12-31: end one of them.")


def test_a_step_over_the_packs_own_is_refused_until_that_is_ended():
    step = own(
        "mining_fee", id="U3", jurisdiction="AA", case="grid", price_from="0.5", fee="0.2",
        currency="AAD", status="in force", valid_from="2022-07-01", valid_to="2022-12-31",
    )  # fmt: skip
    assert ["(U3)" in each for each in told(step)] == [True, True]  # F2 and F3
    ended = [
        OwnFact.of("mining_fee", {"id": id_, "valid_to": "2022-06-30"}) for id_ in ("F2", "F3")
    ]
    assert told(step, *ended) == []


def test_what_another_source_says_is_no_fault_but_a_conflict():
    assert told(own(id="U4", supplier="West Power", consumer_class="industry")) == []


def test_columns_and_rows_of_the_pack_are_told_for_editing():
    columns = columns_of(toy(), FactTable.TARIFFS)
    assert {"id", "region", "price", "note", "valid_from"} <= set(columns)
    assert pack_row(toy(), FactTable.RATES, "X3")["units_per_usd"] == "12"
    assert pack_row(toy(), FactTable.RATES, "nothing") is None


def test_without_own_facts_the_pack_is_itself():
    assert lay_over(toy(), ()) is toy()
    assert lay_over(toy(), (own(),)) is lay_over(toy(), (own(),))
