from datetime import date

import pytest

from siteselect.model.fact import Confidence
from siteselect.packs.catalogue import open_pack
from siteselect.packs.prices import fees_on, tariffs_on
from siteselect.packs.rows import Route
from tests.packs.making import TOY, make_facts

HEADER = "id,jurisdiction,region,supplier,route,component,price,currency,vat,valid_from,valid_to"


def found(rows, day, route=None):
    facts = make_facts(tariffs=f"{HEADER}\n{rows}")
    return tariffs_on(facts, "AA", date.fromisoformat(day), route)


def ids(tariffs):
    return [each.tariff.id for each in tariffs]


def test_validity_is_strict_at_both_ends():
    rows = "T1,AA,,S,supplier,all,1,AAD,,2021-01-01,2021-12-31"
    assert found(rows, "2020-12-31") == ()
    for day in ("2021-01-01", "2021-12-31"):
        (each,) = found(rows, day)
        assert (each.carried, each.stale, each.age_days, each.badge) == (False, False, 0, "")


def test_a_gap_is_bridged_for_twelve_months_with_a_mark():
    rows = "T1,AA,,S,supplier,all,1,AAD,,2020-01-01,2020-12-31"
    (each,) = found(rows, "2021-06-02")
    assert each.carried
    assert each.note == "carried from 2020-12-31"
    assert each.badge == "carried"
    assert each.age_days == 153
    assert found(rows, "2021-12-31") != ()
    assert found(rows, "2022-01-01") == ()


def test_a_row_is_not_carried_where_another_holds():
    rows = """T1,AA,,old firm,supplier,all,1,AAD,,2020-01-01,2020-12-31
    T2,AA,,new firm,supplier,all,2,AAD,,2021-01-01,2021-12-31
    T3,AA,AA-W,old firm,supplier,all,3,AAD,,2020-01-01,2020-12-31
    T4,AA,,old firm,grid,transmission,4,AAD,,2020-01-01,2020-12-31"""
    assert ids(found(rows, "2021-06-02")) == ["T2", "T3", "T4"]


def test_only_the_last_row_is_carried():
    rows = """T1,AA,,S,grid,transmission,1,AAD,,2020-01-01,2020-06-30
    T2,AA,,S,grid,transmission,2,AAD,,2020-07-01,2020-12-31"""
    assert ids(found(rows, "2021-03-01")) == ["T2"]


def test_without_an_end_it_was_last_seen_and_grows_stale():
    rows = "T1,AA,,S,supplier,all,1,AAD,,2020-01-01,"
    (fresh,) = found(rows, "2021-07-01")
    assert (fresh.stale, fresh.confidence, fresh.age_days) == (False, Confidence.HIGH, 547)
    (stale,) = found(rows, "2021-07-02")
    assert stale.stale
    assert stale.confidence is Confidence.LOW
    assert (stale.badge, stale.note) == ("stale", "last seen 2020-01-01")


def test_a_newer_row_of_the_same_series_takes_its_place():
    rows = """T1,AA,,S,supplier,all,1,AAD,,2020-01-01,
    T2,AA,,S,supplier,all,2,AAD,,2020-06-01,
    T3,AA,,other,supplier,all,3,AAD,,2020-03-01,"""
    assert ids(found(rows, "2020-05-31")) == ["T3", "T1"]
    assert ids(found(rows, "2020-07-01")) == ["T2", "T3"]


def test_a_stale_row_hides_no_younger_one_that_has_ended():
    rows = """T1,AA,,S,supplier,all,1,AAD,,2015-01-01,
    T2,AA,,other,supplier,all,2,AAD,,2020-01-01,2020-12-31"""
    assert ids(found(rows, "2021-03-01")) == ["T2", "T1"]


def test_two_sources_that_differ_are_both_shown():
    rows = """T1,AA,,S,supplier,all,1,AAD,,2021-01-01,2021-12-31
    T2,AA,,S,supplier,all,2,AAD,,2021-01-01,2021-12-31"""
    assert ids(found(rows, "2021-06-02")) == ["T1", "T2"]


def test_routes_are_kept_apart():
    rows = """T1,AA,,S,supplier,all,1,AAD,,2021-01-01,2021-12-31
    T2,AA,,S,scale,household,2,AAD,,2021-01-01,2021-12-31"""
    assert ids(found(rows, "2021-06-02", Route.SUPPLIER)) == ["T1"]
    assert ids(found(rows, "2021-06-02", "scale")) == ["T2"]
    assert found(rows, "2021-06-02", "import") == ()


def test_a_row_without_a_start_holds_on_no_day():
    assert found("T1,AA,,S,supplier,all,1,AAD,,,2021-12-31", "2021-06-02") == ()


@pytest.mark.parametrize(
    ("case", "day", "steps"),
    [
        ("grid", "2022-06-01", ["F1", "F2", "F3"]),
        ("own plant", "2022-06-01", ["F4"]),
        ("own renewable", "2022-06-01", []),
        ("grid", "2021-06-02", ["F5"]),  # F6 is a draft
        ("own plant", "2021-06-02", ["F5"]),  # its case is "any"
        ("grid", "2023-01-01", []),
    ],
)
def test_steps_of_the_fee(case, day, steps):
    facts = open_pack(TOY).facts
    found = fees_on(facts, "AA", date.fromisoformat(day), case)
    assert [step.id for step in found] == steps
