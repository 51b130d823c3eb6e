"""The shipped pack read on the days that matter: verdicts, prices, rates."""

import time
from datetime import date, timedelta

import pytest

from siteselect.packs.catalogue import open_pack
from siteselect.packs.check import check_pack
from siteselect.packs.coverage import capacity_coverage
from siteselect.packs.law import legal_status
from siteselect.packs.prices import fees_on, tariffs_on
from siteselect.packs.rates import rate_on
from siteselect.packs.rows import Route
from siteselect.resources import resource


@pytest.fixture(scope="module")
def pack():
    return open_pack(resource("packs", "central-asia"))


@pytest.fixture(scope="module")
def facts(pack):
    return pack.facts


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("jurisdiction", "on", "verdict", "rule"),
    [
        ("KZ", "2019-06-01", "PASS", "R01"),
        ("KG", "2019-06-01", "UNKNOWN", ""),
        ("CN-XJ", "2019-06-01", "UNKNOWN", ""),
        ("KZ", "2021-06-02", "CONDITIONAL", "R03"),
        ("KG", "2021-06-02", "FAIL", "R21"),
        ("CN-XJ", "2021-06-02", "CONDITIONAL", "R29"),
        ("CN-XJ", "2021-06-08", "CONDITIONAL", "R29"),
        ("CN-XJ", "2021-06-09", "FAIL", "R31"),
        ("CN-XJ", "2021-07-01", "FAIL", "R31"),
        ("KG", "2021-10-14", "FAIL", "R21"),
        ("KG", "2021-10-15", "CONDITIONAL", "R23"),
        ("CN-XJ", "2021-10-15", "FAIL", "R31"),
        ("KZ", "2022-01-25", "FAIL", "R06"),
        ("KZ", "2022-02-01", "CONDITIONAL", "R03"),
        ("KZ", "2022-06-01", "CONDITIONAL", "R03"),
        ("KG", "2022-06-01", "CONDITIONAL", "R23"),
        ("KZ", "2023-06-01", "CONDITIONAL", "R03"),
        ("KG", "2023-06-01", "CONDITIONAL", "R23"),
        ("KZ", "2024-02-01", "FAIL", "R14"),
        ("KG", "2025-11-11", "CONDITIONAL", "R23"),
        ("KG", "2025-11-12", "FAIL", "R28"),
        ("KG", "2025-12-15", "FAIL", "R28"),
        ("KZ", "2026-06-01", "CONDITIONAL", "R09"),
        ("KG", "2026-06-01", "FAIL", "R28"),
    ],
)
def test_the_verdict_of_the_day(facts, jurisdiction, on, verdict, rule):
    found = legal_status(facts, jurisdiction, day(on))
    assert found.verdict.value == verdict
    assert (found.rules[0].id if found.rules else "") == rule
    assert not rule or rule in found.text


def test_no_law_is_read_before_its_time(facts):
    for code in facts.manifest.jurisdictions:
        for rule in legal_status(facts, code, day("2019-06-01")).rules:
            assert rule.validity.start is not None
            assert rule.validity.start <= day("2019-06-01")


def test_a_rule_of_the_parent_holds_in_xinjiang(facts):
    found = legal_status(facts, "CN-XJ", day("2021-10-01"))
    assert {rule.jurisdiction for rule in found.rules} == {"CN", "CN-XJ"}
    assert found.source.startswith("R31: ")


def test_the_fee_of_2026_is_not_known(facts):
    assert "Not known" in legal_status(facts, "KZ", day("2026-06-01")).text
    steps = fees_on(facts, "KZ", day("2026-06-01"))
    assert all(step.status.value == "unknown" for step in steps)


def test_the_fee_is_one_tenge_in_2022_and_from_24_tenge_up_after(facts):
    (flat,) = fees_on(facts, "KZ", day("2022-06-01"))
    assert flat.fee == 1
    steps = fees_on(facts, "KZ", day("2023-11-15"))
    (step,) = (each for each in steps if each.price_from <= 32.97 < each.price_to)
    assert step.fee == 1


def test_miners_price_of_june_2021_and_the_carried_grid_price(facts):
    supplier = tariffs_on(facts, "KZ", day("2021-06-02"), Route.SUPPLIER)
    assert "T022" in {each.tariff.id for each in supplier}
    grid = tariffs_on(facts, "KZ", day("2021-06-02"), Route.GRID)
    transmission = next(each for each in grid if each.tariff.component == "transmission")
    assert transmission.tariff.price == 2.797
    assert transmission.note == "carried from 2020-12-31"


@pytest.mark.parametrize(
    ("on", "price"), [("2023-11-15", 5.04), ("2024-12-10", 5.584), ("2025-06-15", 6.06)]
)
def test_the_price_of_kyrgyz_miners(facts, on, price):
    fresh = [
        each.tariff.price
        for each in tariffs_on(facts, "KG", day(on), Route.SUPPLIER)
        if each.tariff.miner and not each.carried
    ]
    assert set(fresh) == {price}


@pytest.mark.parametrize(
    ("currency", "on", "units"),
    [
        ("KZT", "2021-06-02", 425.9),
        ("KGS", "2021-06-02", 84.6),
        ("CNY", "2021-06-02", 6.425),
        ("KZT", "2023-11-15", 456.2),
    ],
)
def test_rates_of_the_day(facts, currency, on, units):
    found = rate_on(facts, currency, day(on))
    assert found is not None
    assert found.units_per_usd == units
    assert not found.carried


def test_coverage_is_what_the_facts_say(pack):
    whole = {
        (each.jurisdiction, each.observed[:4]): each.share
        for each in capacity_coverage(pack)
        if each.fuel == "all"
    }
    assert whole["KZ", "2021"] == pytest.approx(0.94, abs=0.01)
    assert whole["KZ", "2024"] == pytest.approx(0.90, abs=0.01)
    assert whole["KG", "2024"] == pytest.approx(0.99, abs=0.015)
    assert whole["CN-XJ", "2021"] == pytest.approx(0.59, abs=0.01)


def test_the_shipped_pack_has_no_fault(pack):
    assert [str(fault) for fault in check_pack(pack.path)] == []


def test_a_new_day_is_read_in_about_a_millisecond(facts):
    """Law, prices by route and rates of 41 sites on a day not read before: ten times is allowed."""
    sites = ("KZ",) * 25 + ("KG",) * 6 + ("CN-XJ",) * 6 + ("US-TX", "US-ND", "CA-QC", "CA-AB")

    def read(on):
        start = time.perf_counter()
        for code in sites:
            legal_status(facts, code, on)
            tariffs_on(facts, code, on, Route.SUPPLIER)
            tariffs_on(facts, code, on, Route.GRID)
            rate_on(facts, facts.manifest.jurisdictions[code].currency, on)
        return time.perf_counter() - start

    times = sorted(read(date(2022, 3, 1) + timedelta(days=step)) for step in range(40))
    assert times[20] < 0.010
