import time
from dataclasses import replace
from datetime import date, timedelta

from siteselect.packs.catalogue import open_pack
from siteselect.packs.law import legal_status
from siteselect.packs.prices import tariffs_on
from siteselect.packs.rates import rate_on
from siteselect.packs.rows import Route
from tests.packs.making import TOY


def test_rows_are_found_by_jurisdiction_currency_and_name():
    facts = open_pack(TOY).facts
    assert [row.id for row in facts.tariffs_of("AA", Route.GRID)] == ["T4", "T5"]
    assert {row.id for row in facts.tariffs_of("BB")} == {"T6", "T7"}
    assert [row.id for row in facts.rules_of("UN")] == ["R6", "R7", "R8"]
    assert len(facts.fees_of("AA")) == 6
    assert [row.id for row in facts.rates_of("BBD")] == ["X5", "X6"]
    assert [row.id for row in facts.indicators_of("rule_of_law", "BB")] == ["I5"]
    assert facts.tariffs_of("nowhere") == facts.rules_of("nowhere") == ()


def test_the_lineage_is_the_manifests():
    facts = open_pack(TOY).facts
    assert facts.lineage("AA") == ("AA", "UN")
    assert facts.lineage("BB") == ("BB",)
    assert facts.lineage("nowhere") == ("nowhere",)


def test_a_day_is_read_within_a_drag_of_the_time_line():
    """Law, prices and rates of a new day for 42 sites: about a millisecond, 10 allowed here."""
    facts = open_pack(TOY).facts
    places = ("AA", "BB", "CC") * 14

    def read(day):
        start = time.perf_counter()
        for place in places:
            legal_status(facts, place, day)
            for route in Route:
                tariffs_on(facts, place, day, route)
            rate_on(facts, "AAD", day)
        return time.perf_counter() - start

    days = [date(2021, 1, 1) + timedelta(days=step) for step in range(40)]
    assert sorted(read(day) for day in days)[20] < 0.010


def test_rows_laid_over_take_the_place_of_their_ids():
    facts = open_pack(TOY).facts
    row = replace(facts.tariffs[0], price=0.9)
    laid = facts.with_rows(tariffs=[row, replace(row, id="U1")])
    assert [each.price for each in laid.tariffs_of("AA", Route.SUPPLIER)] == [0.9, 0.6, 0.9]
    assert laid.rules == facts.rules
    assert facts.tariffs[0].price == 0.5
